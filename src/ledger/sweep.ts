import { localDay } from "../language/dates.ts";
import type { Chat, WaitingCounts } from "../messaging/chats.ts";
import type { ChatCounts } from "../messaging/counts.ts";
import { errorCode } from "../platform/errors.ts";
import { logEvent } from "../platform/log.ts";
import { KEPT_FOR } from "../platform/retention.ts";
import { toMinute } from "../platform/time.ts";
import type { Books } from "./chat-finder.ts";
import { DayBook } from "./day-book.ts";
import { Ledger } from "./ledger.ts";
import type { Outgoing, Waiting } from "./operations-state.ts";
import { ParkedBook } from "./parked-book.ts";
import { PlainConversations } from "./plain-conversations.ts";
import { reconcile } from "./reconcile.ts";

const AT_ONCE = 20;
/** The longest break between two batches of conversations, in milliseconds. */
const LONGEST_BREAK = 100;

export interface SweepReport {
  readonly woken: number;
  /** Conversations that still have something to do. */
  readonly unfinished: number;
  /** Conversations that didn't answer: their counts are the previous ones. */
  readonly unreachable: number;
  /** Messages and replies that wait longer than they should. */
  readonly stuck: number;
  readonly stuckSince: number | null;
  /** Since when the oldest waiting message or reply waits. */
  readonly oldest: number | null;
  readonly outgoing: Outgoing;
}

/**
 * Wakes every conversation that was active since the last sweep or has something to do, and writes its counts into the
 * loss ledger. Usually alarms do the work; the sweep wakes chats whose alarm was lost. It may stop anywhere: the next
 * one continues.
 */
export async function sweep(env: Books, now: number): Promise<SweepReport> {
  const ledger = new Ledger(env.LEDGER);
  const since = localDay(now - KEPT_FOR.activity);
  const report = await ask(env, await conversationsOf(env, now), (stub) => stub.wake());
  await ledger.forgetActivityBefore(since);
  await new DayBook(env.LEDGER).condense(localDay(now - KEPT_FOR.counts));
  return report;
}

/**
 * Updates the loss ledger without starting any work.
 * @returns what waits to be sent; null where there are too many conversations for that
 */
export async function refreshLedger(env: Books, now: number, atMost: number): Promise<Outgoing | null> {
  const ids = await conversationsOf(env, now);
  if (ids.length > atMost) return null;
  const { outgoing } = await ask(env, ids, async (stub) => ({
    ...(await stub.messageCounts()),
    waiting: 0,
    outgoing: 0,
    settled: null,
  }));
  return outgoing;
}

/** So many chats a run move to names that tell nothing; those that write or have work move by themselves. */
const MOVED_AT_ONCE = 200;

/**
 * Moves chats that are still stored under a name that can be guessed, some a run, where keys are set. One that can't
 * move now doesn't stop the others.
 * @returns how many moved
 */
export async function moveChats({ LEDGER, CONVERSATION }: Books): Promise<number> {
  let moved = 0;
  for (const id of await new PlainConversations(LEDGER).some(MOVED_AT_ONCE)) {
    try {
      await CONVERSATION.get(CONVERSATION.idFromString(id)).changeOver();
      moved += 1;
    } catch (error) {
      logEvent("chat_not_moved", { code: errorCode(error) });
    }
  }
  return moved;
}

/** Active since the last sweep, or with something pending, or with a message undecided for a month. */
async function conversationsOf({ LEDGER }: Pick<Books, "LEDGER">, now: number): Promise<readonly string[]> {
  const old = now - KEPT_FOR.messages;
  const lists = await Promise.all([
    new Ledger(LEDGER).activeSince(localDay(now - KEPT_FOR.activity)),
    new DayBook(LEDGER).unsettled(),
    new ParkedBook(LEDGER).unreadBefore(old),
  ]);
  return [...new Set(lists.flat())];
}

/** `settled`: the round that ends with this answer; null where the conversation must be asked again. */
type Answer = ChatCounts & Pick<WaitingCounts, "waiting" | "outgoing"> & { readonly settled: number | null };

async function ask(
  env: Books,
  ids: readonly string[],
  question: (chat: DurableObjectStub<Chat>) => Promise<Answer>,
): Promise<SweepReport> {
  const ledger = new Ledger(env.LEDGER);
  const known = await new ParkedBook(env.LEDGER).open();
  let unfinished = 0;
  let unreachable = 0;
  let stuck = 0;
  const since: number[] = [];
  const oldest: number[] = [];
  const everywhere = new Unsent();
  const duty = new Unsent();
  for (let i = 0; i < ids.length; i += AT_ONCE) {
    const began = Date.now();
    const answers = await Promise.all(
      ids.slice(i, i + AT_ONCE).map(async (id) => ({ id, answer: await askOne(env, id, question) })),
    );
    const heard = answers.flatMap(({ id, answer }) => (answer === null ? [] : [{ id, answer }]));
    unreachable += answers.length - heard.length;
    for (const { answer } of heard) {
      if (answer.waiting + answer.outgoing > 0) unfinished += 1;
      stuck += answer.stuck.n;
      if (answer.stuck.since !== null) since.push(answer.stuck.since);
      if (answer.oldest !== null) oldest.push(answer.oldest);
      everywhere.add(answer.unsent);
      if (answer.isDuty) duty.add(answer.unsent);
    }
    await reconcile(env.LEDGER, heard, known, Date.now());
    await ledger.settle(
      heard.flatMap(({ id, answer: { settled } }) =>
        settled === null ? [] : [{ conversation: id, round: settled }],
      ),
    );
    // One thread serves all chats, and workerd reads its sockets only when nothing else is ready: without a break,
    // thousands of sleeping chats made every webhook wait for half a minute.
    await scheduler.wait(Math.min(LONGEST_BREAK, Math.max(1, Date.now() - began)));
  }
  return {
    woken: ids.length,
    unfinished: unfinished + unreachable,
    unreachable,
    stuck,
    stuckSince: earliest(since),
    oldest: earliest(oldest),
    outgoing: { ...everywhere.total, duty: duty.total },
  };
}

/** Sums what waits to be sent. */
class Unsent {
  #n = 0;
  #since: number | null = null;

  add({ n, since }: ChatCounts["unsent"]): void {
    this.#n += n;
    if (since !== null) this.#since = Math.min(since, this.#since ?? since);
  }

  get total(): Waiting {
    return { n: this.#n, since: this.#since };
  }
}

const earliest = (times: readonly number[]): number | null =>
  times.length === 0 ? null : toMinute(times.reduce((a, b) => Math.min(a, b)));

async function askOne(
  { CONVERSATION }: Books,
  id: string,
  question: (chat: DurableObjectStub<Chat>) => Promise<Answer>,
): Promise<Answer | null> {
  try {
    return await question(CONVERSATION.get(CONVERSATION.idFromString(id)));
  } catch (error) {
    logEvent("sweep_failed", { code: errorCode(error) });
    return null;
  }
}

import type { TakeTurn, Turn } from "../assistant/turn.ts";
import { localDay } from "../language/dates.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Inbound } from "../messaging/inbound.ts";
import type { Reply } from "../messaging/reply.ts";
import { crashPoint, crashPointOnDisk } from "../platform/crash-points.ts";
import { AppError, errorCode } from "../platform/errors.ts";
import { logEvent } from "../platform/log.ts";
import { isUrgent } from "../reading/urgent.ts";
import type { Session } from "../turn/session.ts";
import { pauseOf } from "./chat-memory.ts";
import type { ConversationStore, PendingMessage } from "./chat-store.ts";
import { COULD_NOT_READ } from "./chat-wording.ts";
import { Seats } from "./fairness.ts";
import { backoff, FILE_TIMEOUT, TURN_ATTEMPTS, TURN_TIMEOUT } from "./retry-schedule.ts";
import type { Sender } from "./sender.ts";
import type { UnwrittenDanger } from "./unwritten-danger.ts";

export interface TurnTakerOptions {
  readonly store: ConversationStore;
  readonly sender: Sender;
  readonly assistant: TakeTurn;
  readonly ledger: Ledger;
  readonly unwritten: UnwrittenDanger;
  /** The conversation's own id. */
  readonly id: string;
  readonly storage: Pick<DurableObjectStorage, "sync" | "transactionSync">;
  readonly inBackground: (work: Promise<unknown>) => void;
}

/** Turns under way at the same time: while some wait for a database, others think. None begins during a danger's. */
const seats = new Seats(4, TURN_TIMEOUT, 1_000);

/** How many chats of this isolate wait for their turn. */
export const waiting = (): number => seats.waiting;

type ReadMessage = PendingMessage & { readonly inbound: Inbound };

/** Runs the turn of one message and stores the result. */
export class TurnTaker {
  readonly #options: TurnTakerOptions;
  /** Messages of danger that wait for their turn: they don't wait for the messages before them. */
  readonly #dangers = new Set<string>();
  /** Messages that came while the chat was working, by key: each is read once, here or in its turn. */
  readonly #noted = new Map<string, Inbound>();
  #reading: Promise<void> = Promise.resolve();

  constructor(options: TurnTakerOptions) {
    this.#options = options;
  }

  /**
   * A message was stored while the chat is working: a danger doesn't wait for the turns before it. Many are read one by
   * one, and between two of them other chats' sockets are served.
   */
  note(inbound: Inbound): Promise<void> {
    this.#noted.set(inbound.key, inbound);
    this.#reading = this.#reading.then(async () => {
      await giveWay();
      if (!this.#noted.has(inbound.key) || !isUrgent(inbound)) return;
      this.#dangers.add(inbound.key);
      seats.hurry(this.#options.id);
      this.#options.sender.hurry();
    });
    return this.#reading;
  }

  async take({ inbound: stored, ...rest }: PendingMessage): Promise<void> {
    crashPoint("before_turn");
    if (stored === null) return this.#parkUnreadable(rest.seq);
    const inbound = this.#noted.get(stored.key) ?? stored;
    const message = { inbound, ...rest };
    try {
      await this.#takeTurn(message);
    } catch (error) {
      logEvent("turn_failed", { code: errorCode(error), attempts: message.attempts + 1 });
      await this.#failed(message).catch(async (cause: unknown) => {
        // The disk became full after the message was stored.
        await this.#options.unwritten.answer(inbound);
        throw cause;
      });
    } finally {
      this.#dangers.delete(inbound.key);
      this.#noted.delete(inbound.key);
    }
  }

  async #takeTurn(message: ReadMessage): Promise<void> {
    const { store, sender, assistant, ledger, unwritten, id, storage, inBackground } = this.#options;
    const { inbound, seq } = message;
    if (inbound.content.kind !== "pause") store.outbox.releaseHeld(Date.now());
    const about = inbound.repliedTo === undefined ? undefined : store.memory.aboutOf(inbound.repliedTo);
    const answer = (leave: () => void) =>
      inTime(
        assistant(inbound, store.memory.session(), {
          about,
          asked: store.memory.asked(),
          ended: store.memory.ended(),
          searching: () => {
            leave();
            sender.showSearching(inbound);
          },
          isOvertaken: () => store.hasNewerThan(seq),
        }),
        inbound.content.kind === "media" ? FILE_TIMEOUT : TURN_TIMEOUT,
      );
    // A turn on the way to a danger of the same chat doesn't wait either.
    const isOnTheWay = this.#dangers.size > 0 && !isUrgent(inbound);
    const turn = isOnTheWay ? await answer(() => {}) : await seats.use(id, isUrgent(inbound), answer);
    crashPoint("after_turn");
    const replies = (await unwritten.isAnswered(inbound)) ? [] : turn.replies;
    this.#commit(message, turn.outcome, replies, turn.session, turn.erases);
    await crashPointOnDisk("committed", () => storage.sync());
    const day = localDay(Date.now());
    for (const event of turn.events) inBackground(ledger.count(day, inbound.channel, event));
  }

  async #failed(message: ReadMessage): Promise<void> {
    const { store } = this.#options;
    const { seq, attempts, inbound } = message;
    if (attempts + 1 < TURN_ATTEMPTS)
      return store.postpone(seq, Date.now() + backoff(attempts, undefined, Math.random()));
    this.#commit(message, "parked", [COULD_NOT_READ], store.memory.session());
    await this.#tellOperator(seq, inbound.channel);
  }

  /** An unreadable message can't be answered, as its chat is unknown too: an operator sees it. */
  async #parkUnreadable(seq: number): Promise<void> {
    logEvent("turn_failed", { code: "stored_message_unreadable", attempts: TURN_ATTEMPTS });
    const channel = this.#options.store.park(seq, Date.now());
    if (channel !== null) await this.#tellOperator(seq, channel);
  }

  #tellOperator(seq: number, channel: Inbound["channel"]): Promise<void> {
    const { sender } = this.#options;
    return sender.noteParked({ message: `in-${seq}`, channel, reason: "turn_failed", at: Date.now() });
  }

  #commit(
    { seq, inbound, wasParked }: ReadMessage,
    outcome: "answered" | "ignored" | "parked",
    replies: readonly Reply[],
    session: Session,
    erases?: Turn["erases"],
  ): void {
    const { store, sender, storage } = this.#options;
    const { chat, channel, messageId, thread } = inbound;
    const to = { chat, ...(messageId !== undefined && !inbound.isPrivate && { replyTo: messageId }) };
    const common = {
      ...(thread !== undefined && { thread }),
      ...(isUrgent(inbound) && { urgent: true as const }),
    };
    const parts = replies
      .flatMap((reply) => sender.partsOf(reply, channel, to))
      .map((part) => ({ ...part, marks: { ...common, ...part.marks } }));
    storage.transactionSync(() => {
      store.commit(seq, outcome, session, parts, Date.now());
      store.memory.setPause(pauseOf(inbound, session));
      if (erases !== undefined) store.erase(erases.open);
    });
    if (wasParked && outcome !== "parked") sender.noteResolved(`in-${seq}`);
  }
}

/** Lets the runtime look at its sockets, which it does only when nothing else is ready. */
export const giveWay = (): Promise<void> => scheduler.wait(1);

/** A turn that hangs counts as failed: the messages behind it must not wait for ever. @throws AppError "turn_timeout" */
async function inTime<T>(turn: Promise<T>, patience: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AppError("turn_timeout", "the turn took too long")), patience);
  });
  return Promise.race([turn, late]).finally(() => clearTimeout(timer));
}

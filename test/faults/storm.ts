import { setTimeout as pause } from "node:timers/promises";
import type { Fault } from "../../sandbox/standins/faults.ts";
import type { ZaloStandIn } from "../../sandbox/standins/zalo.ts";
import { deliver, type OwnServer, zaloText } from "../process/harness.ts";

/** What a storm is made of. The same seed makes the same one, but for the machine's own timing. */
export interface StormPlan {
  readonly chats: number;
  readonly messagesPerChat: number;
  readonly kills: number;
  /** The share of sends that meet a fault. */
  readonly failing: number;
  readonly seed: number;
}

/** What became of the messages. */
export interface StormReport {
  readonly acknowledged: number;
  readonly answered: number;
  /** Chats and what they lack: the numbers of the questions without an answer. */
  readonly lost: readonly string[];
  readonly answeredTwice: number;
  /** Chats whose answers came in another order than their questions. */
  readonly outOfOrder: readonly string[];
  readonly kills: number;
  readonly failedSends: number;
}

/** Questions whose answers say which they answer. */
const QUESTIONS = ["113", "114", "115", "111", "112"] as const;
const FAULTS: readonly Fault[] = [
  { kind: "status", status: 500 },
  { kind: "drop" },
  { kind: "rate-limited", retryAfter: 1 },
  { kind: "error", code: -32 },
];
const AT_ONCE = 16;
/** How long what is unfinished may take at the end: retries double their pauses. */
const SETTLE_MS = 240_000;

/** Many chats write, sends fail, the process dies again and again; every message is delivered until it is acknowledged. */
export async function storm(server: OwnServer, zalo: ZaloStandIn, plan: StormPlan): Promise<StormReport> {
  const random = seeded(plan.seed);
  const chats = Array.from({ length: plan.chats }, (_, i) => String(7_135_130_000_000_000_000n + BigInt(i)));
  const total = plan.chats * plan.messagesPerChat;
  let acknowledged = 0;
  let failedSends = 0;
  let kills = 0;
  let up = Promise.resolve();
  const questionOf = (n: number) => QUESTIONS[n % QUESTIONS.length] as (typeof QUESTIONS)[number];

  const write = async (chat: string, n: number): Promise<void> => {
    const call = zaloText(server, chat, `${questionOf(n)} là số gì`);
    while ((await deliver(call).catch(() => 0)) !== 200) {
      await up;
      await pause(50);
    }
    acknowledged += 1;
    if (random() < plan.failing) {
      failedSends += 1;
      zalo.fail(FAULTS[Math.floor(random() * FAULTS.length)] as Fault, { on: "message/cs" });
    }
    const due = Math.floor((acknowledged / total) * (plan.kills + 1));
    if (due > kills && kills < plan.kills) {
      kills += 1;
      up = pause(random() * 1_500)
        .then(() => server.kill())
        .then(() => server.start());
    }
  };

  const waiting = [...chats];
  const writers = Array.from({ length: AT_ONCE }, async () => {
    for (let chat = waiting.shift(); chat !== undefined; chat = waiting.shift())
      for (let n = 0; n < plan.messagesPerChat; n++) await write(chat, n);
  });
  await Promise.all(writers);
  await up;
  zalo.heal();
  const answers = () => answersOf(zalo);
  const isWhole = () => chats.every((chat) => (answers().get(chat)?.length ?? 0) >= plan.messagesPerChat);
  for (const end = Date.now() + SETTLE_MS; !isWhole() && Date.now() < end; ) await pause(500);

  const said = answers();
  const lost: string[] = [];
  const outOfOrder: string[] = [];
  let answeredTwice = 0;
  for (const chat of chats) {
    const asked = Array.from({ length: plan.messagesPerChat }, (_, n) => questionOf(n));
    const once = withoutRepeats(said.get(chat) ?? []);
    answeredTwice += (said.get(chat)?.length ?? 0) - once.length;
    if (once.length < asked.length) lost.push(`${chat}: ${once.length} of ${asked.length}`);
    else if (once.join() !== asked.join()) outOfOrder.push(chat);
  }
  const answered = chats.reduce((sum, chat) => sum + withoutRepeats(said.get(chat) ?? []).length, 0);
  return { acknowledged, answered, lost, answeredTwice, outOfOrder, kills, failedSends };
}

/** For each chat the numbers that its replies are about, in the order in which they arrived. */
function answersOf(zalo: ZaloStandIn): Map<string, string[]> {
  const answers = new Map<string, string[]>();
  for (const { userId, text = "" } of zalo.sent) {
    const first = QUESTIONS.map((wanted) => ({ wanted, at: text.indexOf(wanted) }))
      .filter(({ at }) => at !== -1)
      .sort((a, b) => a.at - b.at)[0]?.wanted;
    answers.set(userId, [...(answers.get(userId) ?? []), first ?? "?"]);
  }
  return answers;
}

/** Neighbours are never the same question, so two alike in a row are one answer that went out twice. */
function withoutRepeats(numbers: readonly string[]): string[] {
  return numbers.filter((number, i) => number !== numbers[i - 1]);
}

/** A small generator of numbers in [0, 1), the same for the same seed. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

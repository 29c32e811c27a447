import { setTimeout as pause } from "node:timers/promises";
import type { WebhookCall } from "../../sandbox/people/delivery.ts";
import type { TelegramStandIn } from "../../sandbox/standins/telegram.ts";
import type { ZaloStandIn } from "../../sandbox/standins/zalo.ts";
import { deliver, type OwnServer, telegramText, zaloText } from "../process/harness.ts";
import { unrecordedParts } from "../process/state-on-disk.ts";
import { judge, type Verdict } from "./judge.ts";
import { type LedgerLine, ledgerAfter } from "./ledger.ts";
import { questionOf, type StormPlan, seeded } from "./plan.ts";
import { stormy } from "./weather.ts";

/** What became of the messages, and what they met on the way. */
export interface StormReport extends Verdict {
  readonly acknowledged: number;
  readonly kills: number;
  /** Parts that a death found unsent or not written down as sent: only these may come twice. */
  readonly mayRepeat: number;
  readonly failedSends: number;
  readonly redelivered: number;
  readonly revocations: number;
  /** As the Worker counts it at the end. */
  readonly ledger: LedgerLine;
}

export interface Stage {
  readonly server: OwnServer;
  readonly zalo: ZaloStandIn;
  readonly telegram: TelegramStandIn;
}

/** Writers at work at the same time: one chat each, from its first question to its last. */
const AT_ONCE = 16;
/** How long what is unfinished may take at the end: retries double their pauses. */
const SETTLE_MS = 600_000;
const FIRST_TELEGRAM_ID = 700_000_000;
const FIRST_ZALO_ID = 7_135_130_000_000_000_000n;

interface Chat {
  readonly name: string;
  ask(n: number): WebhookCall;
}

/** Many chats write, sends fail, the process dies again and again; every message is delivered until it is acknowledged. */
export async function storm(stage: Stage, plan: StormPlan): Promise<StormReport> {
  const { server, zalo, telegram } = stage;
  const random = seeded(plan.seed);
  const chats = Array.from({ length: plan.chats }, (_, i) => chatOf(server, i, plan.messagesPerChat));
  const total = plan.chats * plan.messagesPerChat;
  const before = { zalo: zalo.sent.length, telegram: telegram.sent.length };
  const weather = stormy(zalo, telegram, plan.failing, random);
  const count = { acknowledged: 0, kills: 0, mayRepeat: 0, redelivered: 0, revocations: 0 };
  let up = Promise.resolve();

  const untilAcknowledged = async (call: WebhookCall): Promise<void> => {
    while ((await deliver(call).catch(() => 0)) !== 200) {
      await up;
      await pause(50);
    }
  };
  const write = async (chat: Chat, n: number): Promise<void> => {
    const call = chat.ask(n);
    await untilAcknowledged(call);
    count.acknowledged += 1;
    if (random() < plan.redelivered) {
      count.redelivered += 1;
      await untilAcknowledged(call);
    }
  };
  const told = () => toldOf(chats, stage, before);
  const answers = () => zalo.sent.length - before.zalo + telegram.sent.length - before.telegram;
  /** Deaths and revocations are spread over the whole way, from the first message to the last answer. */
  const isDue = (done: number, all: number) =>
    done < all && (count.acknowledged + answers()) / (2 * total) >= (done + 1) / (all + 1);
  const isWhole = () => [...told().values()].every((replies) => replies.length >= plan.messagesPerChat);

  const waiting = [...chats];
  const writers = Array.from({ length: AT_ONCE }, async () => {
    for (let chat = waiting.shift(); chat !== undefined; chat = waiting.shift())
      for (let n = 0; n < plan.messagesPerChat; n++) await write(chat, n);
  });
  let lastAcknowledged = Number.POSITIVE_INFINITY;
  const written = Promise.all(writers).then(() => {
    lastAcknowledged = Date.now();
  });
  while (!isWhole() && Date.now() - lastAcknowledged < SETTLE_MS) {
    if (isDue(count.revocations, plan.revocations)) {
      count.revocations += 1;
      zalo.tokens.revoke();
    }
    if (isDue(count.kills, plan.kills)) {
      count.kills += 1;
      await pause(random() * 1_500);
      // A death within a token's refresh breaks its chain until somebody consents again: docs/faults.md, "Not closed".
      while (!zalo.tokens.isInHand && !isWhole()) await pause(20);
      up = server.kill().then(() => {
        count.mayRepeat += unrecordedParts(server.stateDir, server.settings).length;
        return server.start();
      });
      await up;
    }
    await pause(100);
  }
  await written;
  weather.end();
  const ledger = await ledgerAfter(server, total);
  return { ...count, failedSends: weather.failed(), ...judge(told(), plan.messagesPerChat), ledger };
}

/** Even ones write on Zalo, odd ones on Telegram. */
function chatOf(server: OwnServer, i: number, messagesPerChat: number): Chat {
  const words = (n: number) => `${questionOf(n)} là số gì`;
  if (i % 2 === 0) {
    const name = String(FIRST_ZALO_ID + BigInt(i));
    return { name, ask: (n) => zaloText(server, name, words(n)) };
  }
  const id = FIRST_TELEGRAM_ID + i;
  return { name: String(id), ask: (n) => telegramText(server, 1 + i * messagesPerChat + n, id, words(n)) };
}

function toldOf(
  chats: readonly Chat[],
  { zalo, telegram }: Stage,
  before: { readonly zalo: number; readonly telegram: number },
): ReadonlyMap<string, readonly string[]> {
  const told = new Map<string, string[]>(chats.map(({ name }) => [name, []]));
  for (const { userId, text = "" } of zalo.sent.slice(before.zalo)) told.get(userId)?.push(text);
  for (const { chatId, text } of telegram.sent.slice(before.telegram)) told.get(String(chatId))?.push(text);
  return told;
}

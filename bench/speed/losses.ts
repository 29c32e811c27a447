import { setTimeout as pause } from "node:timers/promises";
import { drained, send, type World } from "./acknowledgement.ts";
import type { Name } from "./contenders.ts";

export interface Loss {
  readonly name: Name;
  /** Webhooks that got their 200 before the kill. */
  readonly acknowledged: number;
  /** Of those, how many had their answer at the stand-in in the end. */
  readonly answered: number;
}

const CHATS = 60;
/** As long as a model thinks; and longer than a busy machine needs to acknowledge them all, or nothing would be left to lose. */
const THINK_MS = 3_000;
const PATIENCE = 12_000;
/** Chats of this section; no other section has any so high. */
const FIRST_CHAT = 5_000_000;

/**
 * One message from each of many chats, then SIGKILL as soon as the last 200 is in, and a start on the same state. A
 * peer's answer takes as long as a model's would; ours is held back for a moment before it goes out.
 */
export async function lose(world: World, name: Name, nth: number): Promise<Loss> {
  const { field, telegram } = world;
  await field.start(name, THINK_MS);
  const before = telegram.sent.length;
  const firstChat = FIRST_CHAT + nth * CHATS;
  const { refused } = await send(world, name, {
    ...{ channel: "telegram", connections: CHATS, messages: CHATS, chats: CHATS, texts: ["xin chào"] },
    firstChat,
  });
  await field.stop(name);
  const acknowledged = CHATS - refused;
  await field.start(name, THINK_MS);
  const until = Date.now() + PATIENCE;
  const answered = () => new Set(telegram.sent.slice(before).map(({ chatId }) => chatId)).size;
  while (answered() < acknowledged && Date.now() < until) await pause(250);
  await drained(world);
  return { name, acknowledged, answered: answered() };
}

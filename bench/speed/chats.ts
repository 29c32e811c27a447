import { execFile } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { drained, type Loaded, send, type World } from "./acknowledgement.ts";
import { median, round } from "./numbers.ts";

export interface ChatGrowth {
  readonly chats: number;
  /** Milliseconds until the acknowledgement, of chats that wrote just before; medians of the bursts' own. */
  readonly p50: number;
  readonly p99: number;
  /** The same of chats that the runtime has put to sleep. */
  readonly asleepP50: number;
  readonly asleepP99: number;
  /** Megabytes of the processes, and of the state folder. */
  readonly memory: number;
  readonly disk: number;
}

const FIRST_CHAT = 8_000_000;
/** A burst; small sizes are asked in several, so that no chat writes faster than a person. */
const ASKED = 200;
const EACH = 2;
/** The runtime lets an object go after ten seconds without work. */
const SLEEP = 12_000;
/** New chats come in portions, each answered before the next: a system lets only so many wait at once. */
const PORTION = 1_000;
const LONGEST_FILL = 150_000;
const LOAD = { channel: "telegram", connections: 16, texts: ["113 là số gì"] } as const;

/**
 * Ever more chats on one server; each size's figures are of messages from chats that were there already. `tell` hears of
 * each size as soon as it is measured.
 */
export async function growChats(
  world: World,
  sizes: readonly number[],
  tell: (row: ChatGrowth) => void,
): Promise<readonly ChatGrowth[]> {
  const rows: ChatGrowth[] = [];
  let there = 0;
  for (const chats of sizes) {
    while (there < chats) {
      const more = Math.min(PORTION, chats - there);
      await ask(world, { messages: more, chats: more, firstChat: FIRST_CHAT + there });
      there += more;
    }
    await pause(SLEEP);
    const asked = Math.min(chats, ASKED);
    const asleep = await ask(world, { messages: asked, chats: asked, firstChat: FIRST_CHAT });
    const awake: Loaded[] = [];
    for (let sent = 0; sent < ASKED; sent += Math.min(asked * EACH, ASKED)) {
      const messages = Math.min(asked * EACH, ASKED);
      awake.push(await ask(world, { messages, chats: asked, firstChat: FIRST_CHAT }));
    }
    const { stdout } = await promisify(execFile)("du", ["-sk", world.field.stateOf("ours")]);
    const row = {
      chats,
      p50: round(median(awake.map(({ p50 }) => p50))),
      p99: round(median(awake.map(({ p99 }) => p99))),
      asleepP50: round(asleep.p50),
      asleepP99: round(asleep.p99),
      memory: await world.field.memory("ours"),
      disk: round(Number.parseInt(stdout, 10) / 1024),
    };
    tell(row);
    rows.push(row);
  }
  return rows;
}

type Asked = Pick<Parameters<typeof send>[2], "messages" | "chats" | "firstChat">;

async function ask(world: World, asked: Asked): Promise<Loaded> {
  const loaded = await send(world, "ours", { ...LOAD, ...asked });
  await drained(world, { longest: LONGEST_FILL });
  return loaded;
}

import { execFile } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import type { Spread, World } from "./answers.ts";
import { quantile, round } from "./numbers.ts";

/** Milliseconds to the first message out, of chats that were there already. */
export interface ChatGrowth {
  readonly chats: number;
  readonly awake: Spread;
  /** Of chats that the runtime has put to sleep. */
  readonly asleep: Spread;
  /** Megabytes of the processes, and of the state folder. */
  readonly memory: number;
  readonly disk: number;
}

/** No other section has people numbered so high. */
const FIRST = 8_000_000;
const ASKED = 200;
/** How many write at the same time: those who make the chats, and those who are timed. */
const AT_ONCE = { made: 16, timed: 2 };
/** The runtime lets an object go after ten seconds without work. */
const SLEEP = 12_000;
const TEXT = "113 là số gì";

/** Ever more chats on one server; `tell` hears of each size as soon as it is measured. */
export async function growChats(
  world: World,
  sizes: readonly number[],
  tell: (row: ChatGrowth) => void,
): Promise<readonly ChatGrowth[]> {
  const rows: ChatGrowth[] = [];
  let there = 0;
  for (const chats of sizes) {
    await ask(world, there, chats, AT_ONCE.made);
    there = chats;
    await pause(SLEEP);
    const asked = Math.min(chats, ASKED);
    const asleep = await ask(world, 0, asked, AT_ONCE.timed);
    const awake = await ask(world, 0, asked, AT_ONCE.timed);
    const { stdout } = await promisify(execFile)("du", ["-sk", world.field.stateDir]);
    const row = {
      ...{ chats, awake, asleep, memory: await world.field.memory("ours") },
      disk: round(Number.parseInt(stdout, 10) / 1024),
    };
    tell(row);
    rows.push(row);
  }
  return rows;
}

/** One message from each of the people numbered `from` to before `to`. */
async function ask({ field, crowd }: World, from: number, to: number, atOnce: number): Promise<Spread> {
  const port = await field.port("ours");
  const times: number[] = [];
  let next = from;
  const person = async () => {
    for (let who = next++; who < to; who = next++) times.push(await crowd.ask(port, FIRST + who, TEXT));
  };
  await Promise.all(Array.from({ length: atOnce }, person));
  await crowd.quiet(500);
  return { p50: round(quantile(times, 0.5)), p99: round(quantile(times, 0.99)) };
}

import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { burst, type World } from "./acknowledgement.ts";
import { round } from "./numbers.ts";

export interface ChatGrowth {
  readonly chats: number;
  /** Milliseconds until the acknowledgement, of chats that are known. */
  readonly p50: number;
  readonly p99: number;
  /** Megabytes of the processes, and of the state folder. */
  readonly memory: number;
  readonly disk: number;
}

const FIRST_CHAT = 8_000_000;
const ASKED = 500;

/** Ever more chats on one server; each size's figures are of messages from chats that were there already. */
export async function growChats(world: World, sizes: readonly number[]): Promise<readonly ChatGrowth[]> {
  const rows: ChatGrowth[] = [];
  let there = 0;
  const load = { channel: "telegram", connections: 16, texts: ["/help"] } as const;
  for (const chats of sizes) {
    const more = chats - there;
    await burst(world, "ours", { ...load, messages: more, chats: more, firstChat: FIRST_CHAT + there });
    there = chats;
    const { p50, p99 } = await burst(world, "ours", {
      ...{ ...load, messages: ASKED, chats: Math.min(chats, ASKED), firstChat: FIRST_CHAT },
    });
    const { stdout } = await promisify(execFile)("du", ["-sk", world.field.stateOf("ours")]);
    const disk = round(Number.parseInt(stdout, 10) / 1024);
    rows.push({ chats, p50: round(p50), p99: round(p99), memory: await world.field.memory("ours"), disk });
  }
  return rows;
}

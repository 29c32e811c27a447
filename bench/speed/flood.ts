import type { World } from "./answers.ts";
import type { Channel } from "./crowd.ts";
import { median, round } from "./numbers.ts";

/** What one account sends all at once, each text repeated up to the longest message of Telegram. */
const FLOODS = ["anh B ", "1/", "con ông ", "Trộm xe. ", "bố em đang cầm dao đuổi mẹ em, cứu với. "] as const;
const AT_ONCE = 40;
const LONGEST = 4_096;
const DANGER = "Cháy nhà rồi cứu với";
/** No other section has people numbered so high. */
const FIRST = 7_000_000;
/** Until nothing has gone out for so long, in milliseconds. */
const OVER = 2_000;

/** Milliseconds until somebody else's danger was answered, while one account floods. */
export interface FloodTimes {
  readonly flood: string;
  readonly channel: Channel;
  readonly median: number;
  readonly slowest: number;
}

/** For each flood and messenger: forty long messages of one account, and right behind them a stranger's cry for help. */
export async function floods({ field, crowd }: World, rounds: number): Promise<readonly FloodTimes[]> {
  const port = await field.port("ours");
  const rows: FloodTimes[] = [];
  let who = FIRST;
  for (const flood of FLOODS) {
    const text = flood.repeat(Math.ceil(LONGEST / flood.length)).slice(0, LONGEST);
    for (const channel of ["telegram", "zalo"] as const) {
      const times: number[] = [];
      for (let nth = 0; nth < rounds; nth++) {
        const flooder = who++;
        const taken = Array.from({ length: AT_ONCE }, () => crowd.write(port, flooder, text, channel));
        times.push(await crowd.ask(port, who++, DANGER, channel));
        await Promise.all(taken);
        await crowd.quiet(OVER);
      }
      rows.push({ flood, channel, median: round(median(times)), slowest: round(Math.max(...times)) });
    }
  }
  return rows;
}

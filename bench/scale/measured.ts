import { readFileSync } from "node:fs";
import { z } from "zod";
import { COUNTED, type Counts } from "./counted/counts.ts";

/** Where day.ts leaves what it measured. */
export const MEASURED = new URL("measured.json", import.meta.url);

const counts = z.object(
  Object.fromEntries(COUNTED.map((name) => [name, z.number()])) as Record<keyof Counts, z.ZodNumber>,
);

const Measured = z.object({
  /** The day of the measurement. */
  at: z.string(),
  /** For how many people the day stands, and how many of them wrote how many messages and reports. */
  people: z.number(),
  writers: z.number(),
  messages: z.number(),
  reports: z.number(),
  /** All that came in: messages, Zalo's echoes of ours, the duty group's presses. */
  webhooks: z.number(),
  /** Calls to Zalo and Telegram. */
  platformCalls: z.number(),
  /** Messages to the duty group, edits not among them. */
  groupMessages: z.number(),
  /** Of all the server's processes: an upper bound for what Cloudflare would bill. */
  cpuMs: z.number(),
  /** How often the trigger ran within the day; `counts` holds all that it cost, `idleCron` one run with nothing to do. */
  crons: z.number(),
  counts,
  idleCron: counts,
  /** What a chat, each message, a writer's day in the operator's book and a report leave on disk; the knowledge once. */
  bytes: z.object({
    ...{ chat: z.number(), message: z.number(), writerDay: z.number(), report: z.number() },
    knowledge: z.number(),
  }),
});

export type Measured = z.infer<typeof Measured>;

/** Reads measured.json. @throws ZodError where it isn't of its form */
export function readMeasured(): Measured {
  return Measured.parse(JSON.parse(readFileSync(MEASURED, "utf8")));
}

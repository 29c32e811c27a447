import { readFileSync } from "node:fs";
import { z } from "zod";

/** What is assumed of people, platforms and prices: see docs/scale.md. Shares are of 1, hours of any sum. */
const Assumptions = z.object({
  /** How many the simulated day stands for. */
  people: z.number(),
  /** Share of the people who write on a day, and who have ever written after a year. */
  writersADay: z.number(),
  everWrote: z.number(),
  /** Webhooks in which Zalo tells an account of each message that it sent itself. */
  zaloEchoes: z.number(),
  /** Between two runs of the cron trigger. */
  sweepMinutes: z.number(),
  /** A call to Zalo's or Telegram's API from Cloudflare; an object can't sleep meanwhile. */
  platformMs: z.number(),
  /** A statement in D1: the knowledge's search, a write to the operator's book. */
  sqlMs: z.object({ read: z.number(), write: z.number() }),
  /** What one invocation leaves in Workers Logs. */
  logBytes: z.number(),
  photoBytes: z.number(),
  /** How long a chat's rows of a day stay in the operator's book, and a report's with its files. */
  keptDays: z.object({ chat: z.number(), report: z.number() }),
  hours: z.array(z.number()).length(24),
  /** Of the day's writers so many come within minutes of each other. */
  event: z.object({ hour: z.number(), minutes: z.number(), share: z.number() }),
  stories: z.array(z.object({ kind: z.string(), share: z.number(), says: z.array(z.string()) })),
});

export type Assumptions = z.infer<typeof Assumptions>;

/** Reads assumptions.json. @throws ZodError where it isn't of its form */
export function readAssumptions(): Assumptions {
  return Assumptions.parse(JSON.parse(readFileSync(new URL("assumptions.json", import.meta.url), "utf8")));
}

/** Somebody who writes on that day. */
export interface Writer {
  /** Of the day, in [0, 1). */
  readonly at: number;
  readonly kind: string;
  readonly says: readonly string[];
}

const HOURS = 24;
const MINUTES = 24 * 60;
/** Spreads the kinds over the day without chance: multiples of it fill [0, 1) evenly. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** The day's writers in the order in which they begin, the same on every run. */
export function planDay({ people, writersADay, hours, event, stories }: Assumptions): readonly Writer[] {
  const writers = Math.round(people * writersADay);
  const rushed = Math.round(writers * event.share);
  const times = [
    ...Array.from({ length: writers - rushed }, (_, i) => timeOfDay(hours, (i + 0.5) / (writers - rushed))),
    ...Array.from(
      { length: rushed },
      (_, i) => event.hour / HOURS + (((i + 0.5) / rushed) * event.minutes) / MINUTES,
    ),
  ].sort((a, b) => a - b);
  return times.map((at, i) => {
    const story = storyAt(stories, ((i + 1) * GOLDEN) % 1);
    return { at, kind: story.kind, says: story.says };
  });
}

/** When the share `done` of the day's writers has come, in [0, 1). */
export function timeOfDay(hours: readonly number[], done: number): number {
  let left = done * hours.reduce((sum, weight) => sum + weight, 0);
  for (const [hour, weight] of hours.entries()) {
    if (left < weight) return (hour + left / weight) / HOURS;
    left -= weight;
  }
  return (HOURS - 1) / HOURS;
}

/** The busiest second: the share of the day's messages that come in it, in an ordinary hour and after the event. */
export function peak({ hours, event }: Pick<Assumptions, "hours" | "event">): {
  hour: number;
  event: number;
} {
  const sum = hours.reduce((total, weight) => total + weight, 0);
  const hour = ((1 - event.share) * Math.max(...hours)) / sum / 3600;
  return { hour, event: hour + event.share / (event.minutes * 60) };
}

function storyAt(stories: Assumptions["stories"], place: number): Assumptions["stories"][number] {
  let left = place * stories.reduce((sum, { share }) => sum + share, 0);
  for (const story of stories) {
    if (left < story.share) return story;
    left -= story.share;
  }
  return stories.at(-1) ?? { kind: "none", share: 0, says: [] };
}

import { readFileSync } from "node:fs";
import { z } from "zod";
import { type Counts, countsOf } from "./counted/counts.ts";
import type { Measured } from "./measured.ts";
import type { Assumptions } from "./plan.ts";

/** prices.json: per `per` units beyond what a month includes. */
const Prices = z.object({
  plan: z.object({ price: z.number() }),
  meters: z.record(
    z.string(),
    z.object({ included: z.number(), per: z.number(), price: z.number(), source: z.string() }),
  ),
  limits: z.record(z.string(), z.object({ value: z.number(), source: z.string() })),
});
export type Prices = z.infer<typeof Prices>;

/** Reads prices.json. @throws ZodError where it isn't of its form */
export function readPrices(): Prices {
  return Prices.parse(JSON.parse(readFileSync(new URL("prices.json", import.meta.url), "utf8")));
}

/** Whom the program serves, and how many times it is set up for them, on one account. */
export interface Case {
  readonly title: string;
  readonly people: number;
  readonly deployments: number;
}

export const CASES: readonly Case[] = [
  { title: "a province, 0.8 million", people: 800_000, deployments: 1 },
  { title: "34 such provinces", people: 34 * 800_000, deployments: 34 },
  { title: "100 million in 34 provinces", people: 100_000_000, deployments: 34 },
];

const DAYS = 30;
const MINUTES_A_DAY = 24 * 60;
/** An object is billed as if it had 128 MB, here in GB. */
const OBJECT_GB = 0.128;
export const GB = 1e9;
const LOG_DAYS = 7;
/** What is kept longer isn't there yet after a year. */
const YEAR = 365;

/** One day of a case. */
export interface Day {
  readonly messages: number;
  readonly reports: number;
  readonly webhooks: number;
  readonly platformCalls: number;
  readonly cpuMs: number;
  readonly crons: number;
  readonly counts: Counts;
}

/**
 * The measured day at the size of a case: everything grows with the people, but the trigger runs as often as ever. What a
 * run with nothing to do reads in the operator's book grows with it, as it looks through the day's chats.
 */
export function dayOf(measured: Measured, { sweepMinutes }: Assumptions, { people, deployments }: Case): Day {
  const scale = people / measured.people;
  const crons = (deployments * MINUTES_A_DAY) / sweepMinutes;
  const idle = (name: keyof Counts) =>
    name === "ledgerRead" ? (measured.idleCron[name] * scale) / deployments : measured.idleCron[name];
  return {
    messages: measured.messages * scale,
    reports: measured.reports * scale,
    webhooks: measured.webhooks * scale,
    platformCalls: measured.platformCalls * scale,
    cpuMs: measured.cpuMs * scale,
    crons,
    counts: countsOf(
      (name) =>
        (measured.counts[name] - measured.crons * measured.idleCron[name]) * scale + crons * idle(name),
    ),
  };
}

/** What a month of such days uses, by the names of prices.json; storage as it is after a year. */
export function usage(measured: Measured, given: Assumptions, of: Case): Readonly<Record<string, number>> {
  const day = dayOf(measured, given, of);
  const { counts, crons, webhooks } = day;
  const invocations = webhooks + crons + counts.objectCalls + counts.alarmsRun + counts.tokenCalls;
  const activeSeconds = (counts.activeMs + day.platformCalls * given.platformMs) / 1000;
  const bytes = bytesOf(measured, given, of);
  const logs = (DAYS * invocations * given.logBytes) / GB;
  return {
    "Worker requests": DAYS * (webhooks + crons),
    "Worker CPU ms": DAYS * day.cpuMs,
    "object requests": DAYS * (counts.objectCalls + counts.alarmsRun + counts.tokenCalls),
    "object GB-s": DAYS * activeSeconds * OBJECT_GB,
    "object rows read": DAYS * counts.objectRead,
    "object rows written": DAYS * (counts.objectWritten + counts.alarmsSet + counts.alarmsDeleted),
    "object storage GB": bytes.objects / GB,
    "D1 rows read": DAYS * (counts.ledgerRead + counts.knowledgeRead),
    "D1 rows written": DAYS * (counts.ledgerWritten + counts.knowledgeWritten),
    "D1 storage GB": (bytes.ledger + bytes.knowledge) / GB,
    "R2 writes": DAYS * counts.filePuts,
    "R2 reads": DAYS * counts.fileGets,
    "R2 storage GB": bytes.files / GB,
    "logs taken in GB": logs,
    "logs kept GB": (logs * LOG_DAYS) / DAYS,
  };
}

/** What lies on disk after a year, of all of a case's deployments. */
export function bytesOf(measured: Measured, given: Assumptions, { people, deployments }: Case) {
  const { bytes, messages, writers, reports, counts } = measured;
  const { keptDays, everWrote } = given;
  const scale = people / measured.people;
  return {
    objects: people * everWrote * bytes.chat + scale * messages * keptDays.chat * bytes.message,
    ledger:
      scale *
      (writers * keptDays.chat * bytes.writerDay + reports * Math.min(keptDays.report, YEAR) * bytes.report),
    knowledge: deployments * bytes.knowledge,
    files: scale * counts.fileBytes * Math.min(keptDays.report, YEAR),
  };
}

/** Dollars for a quantity of one meter. */
export function price(prices: Prices, meter: string, quantity: number): number {
  const found = prices.meters[meter];
  if (found === undefined) throw new Error(`prices.json has no ${meter}`);
  return (Math.max(0, quantity - found.included) / found.per) * found.price;
}

/** Dollars a month, the plan's own price included. */
export function total(prices: Prices, used: Readonly<Record<string, number>>): number {
  return Object.entries(used).reduce(
    (sum, [meter, quantity]) => sum + price(prices, meter, quantity),
    prices.plan.price,
  );
}

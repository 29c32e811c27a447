import { describe, expect, it } from "vitest";
import { bytesOf, dayOf, price, readPrices, total, usage } from "./cost.ts";
import { countsOf } from "./counted/counts.ts";
import { limits } from "./limits.ts";
import type { Measured } from "./measured.ts";
import { type Assumptions, readAssumptions } from "./plan.ts";

/** A day of 1,000 people in round numbers: each of 100 messages costs 2 of everything, each idle run of the trigger 1. */
const MEASURED: Measured = {
  ...{ at: "2026-01-01", people: 1_000, writers: 50, messages: 100, reports: 10, groupMessages: 20 },
  ...{ webhooks: 200, platformCalls: 100, cpuMs: 500, crons: 10 },
  counts: countsOf(() => 210),
  idleCron: countsOf(() => 1),
  bytes: { chat: 20_000, message: 100, writerDay: 300, report: 5_000, knowledge: 1_000_000 },
};
const GIVEN: Assumptions = {
  ...readAssumptions(),
  ...{
    everWrote: 0.1,
    sweepMinutes: 5,
    platformMs: 200,
    logBytes: 1_000,
    keptDays: { chat: 32, report: 760 },
  },
  ...{ sqlMs: { read: 1, write: 5 }, event: { hour: 20, minutes: 10, share: 0.12 } },
  hours: Array.from({ length: 24 }, () => 1),
};
const TWICE = { title: "", people: 2_000, deployments: 1 };
const PRICES = readPrices();

describe("dayOf", () => {
  it("grows what messages cost with the people, and runs the trigger as often as ever", () => {
    const { messages, crons, counts } = dayOf(MEASURED, GIVEN, TWICE);
    expect({ messages, crons }).toEqual({ messages: 200, crons: 288 });
    expect(counts.objectWritten).toBe(2 * 200 + 288);
  });

  it("has an idle run read as many more of the book's rows as there are chats", () => {
    expect(dayOf(MEASURED, GIVEN, TWICE).counts.ledgerRead).toBe(2 * 200 + 288 * 2);
    const halves = { ...TWICE, deployments: 2 };
    expect(dayOf(MEASURED, GIVEN, halves).counts.ledgerRead).toBe(2 * 200 + 576);
  });
});

describe("usage", () => {
  const used = usage(MEASURED, GIVEN, TWICE);

  it("is thirty days of it", () => {
    expect(used["Worker requests"]).toBe(30 * (400 + 288));
    expect(used["object requests"]).toBe(30 * 3 * (400 + 288));
    expect(used["object rows written"]).toBe(30 * 3 * (400 + 288));
    expect(used["R2 writes"]).toBe(30 * (400 + 288));
  });

  it("bills an object's time with the platforms' on top, at 128 MB", () => {
    expect(used["object GB-s"]).toBeCloseTo(30 * 0.128 * ((400 + 288 + 200 * 200) / 1_000));
  });

  it("stores what is left after a year", () => {
    const bytes = bytesOf(MEASURED, GIVEN, TWICE);
    expect(bytes.objects).toBe(2_000 * 0.1 * 20_000 + 2 * 100 * 32 * 100);
    expect(bytes.ledger).toBe(2 * (50 * 32 * 300 + 10 * 365 * 5_000));
    expect(used["D1 storage GB"]).toBeCloseTo((bytes.ledger + 1_000_000) / 1e9);
  });
});

describe("price", () => {
  it("is for what is beyond the month's allowance", () => {
    expect(price(PRICES, "object rows written", 40e6)).toBe(0);
    expect(price(PRICES, "object rows written", 52e6)).toBeCloseTo(2);
    expect(price(PRICES, "Worker requests", 20e6)).toBeCloseTo(3);
    expect(total(PRICES, { "object rows written": 52e6, "D1 storage GB": 7 })).toBeCloseTo(5 + 2 + 1.5);
  });

  it("knows a price for everything that is used, with where it was read", () => {
    expect(Object.keys(PRICES.meters).sort()).toEqual(Object.keys(usage(MEASURED, GIVEN, TWICE)).sort());
    for (const { source } of Object.values({ ...PRICES.meters, ...PRICES.limits }))
      expect(source).toMatch(/^https:\/\//);
  });
});

describe("limits", () => {
  it("says at how many messages a day each is met, the first one first", () => {
    // 0.88 of a day's messages evenly, 0.12 of them within 600 s: the busiest second's share.
    const second = 0.88 / 86_400 + 0.12 / 600;
    const found = limits(MEASURED, GIVEN, PRICES);
    expect(found.map(({ metAt }) => metAt)).toEqual(
      found.map(({ metAt }) => metAt).toSorted((a, b) => a - b),
    );
    const metAt = (words: string) => found.find(({ what }) => what.includes(words))?.metAt;
    expect(metAt("duty group")).toBeCloseTo(20 / 60 / (0.2 * second));
    expect(metAt("one call after the other")).toBeCloseTo(1_000 / (2 * 5 * second));
    expect(metAt("one object")).toBeCloseTo(1_000 / (0.4 * second));
    expect(metAt("sweep")).toBeCloseTo(10_000 / (1.1 * 0.5 * second * 300));
    expect(metAt("size")).toBeCloseTo((10e9 * 100) / (50 * 32 * 300 + 10 * 760 * 5_000));
  });
});

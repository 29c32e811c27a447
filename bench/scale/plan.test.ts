import { describe, expect, it } from "vitest";
import { peak, planDay, readAssumptions, timeOfDay } from "./plan.ts";

const assumptions = readAssumptions();

describe("planDay", () => {
  const day = planDay(assumptions);

  it("has as many writers as are assumed, in the order of the day", () => {
    expect(day).toHaveLength(assumptions.people * assumptions.writersADay);
    expect(day.map(({ at }) => at)).toEqual(day.map(({ at }) => at).toSorted((a, b) => a - b));
    expect(day.every(({ at }) => at >= 0 && at < 1)).toBe(true);
  });

  it("mixes the stories as they are shared out, to one in a hundred", () => {
    for (const { kind, share } of assumptions.stories)
      expect(day.filter((one) => one.kind === kind).length / day.length).toBeCloseTo(share, 1.9);
  });

  it("has the event's rush within its minutes", () => {
    const { hour, minutes, share } = assumptions.event;
    const from = hour / 24;
    const rush = day.filter(({ at }) => at >= from && at < from + minutes / 1440);
    expect(rush.length).toBeGreaterThanOrEqual(day.length * share);
  });
});

describe("timeOfDay", () => {
  it("follows the curve", () => {
    const hours = Array.from({ length: 24 }, (_, hour) => (hour === 20 ? 3 : hour === 8 ? 1 : 0));
    expect(timeOfDay(hours, 0.125) * 24).toBeCloseTo(8.5);
    expect(timeOfDay(hours, 0.5) * 24).toBeCloseTo(20 + 1 / 3);
  });
});

describe("peak", () => {
  it("is the busiest hour's share of a second, and the rush on top of it", () => {
    const hours = Array.from({ length: 24 }, () => 1);
    const { hour, event } = peak({ hours, event: { hour: 20, minutes: 10, share: 0.5 } });
    expect(hour * 86_400).toBeCloseTo(0.5);
    expect(event - hour).toBeCloseTo(0.5 / 600);
  });
});

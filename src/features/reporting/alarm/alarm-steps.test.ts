import { describe, expect, it } from "vitest";
import { MINUTE } from "../../../platform/time.ts";
import { CHAINS, stepsDue } from "./alarm-steps.ts";

const T0 = Date.parse("2026-11-23T03:00:00+07:00");
const at = (minutes: number, done = 0) =>
  stepsDue("accept", T0, done, T0 + minutes * MINUTE).map(({ n }) => n);

describe("the chain of an urgent case", () => {
  it("begins at two minutes, goes on at five and ten, and never ends by itself", () => {
    expect([1, 2, 4, 5, 9, 10].map((minutes) => at(minutes))).toEqual([
      [],
      [1],
      [1],
      [1, 2],
      [1, 2],
      [1, 2, 3],
    ]);
    expect([19, 20, 30].map((minutes) => at(minutes, 3))).toEqual([[], [4], [5]]);
    expect(at(7 * 24 * 60, 3)).toHaveLength(1);
  });

  it("calls each step once, and after a stop what was missed, but only the newest repetition", () => {
    expect(at(4, 1)).toEqual([]);
    expect(at(5, 1)).toEqual([2]);
    expect(at(55)).toEqual([1, 2, 3, 7]);
    expect(at(55, 7)).toEqual([]);
  });

  it("tells the citizen once, at five minutes, and calls the supervisors again and again", () => {
    const calls = (minutes: number) =>
      stepsDue("accept", T0, 0, T0 + minutes * MINUTE).flatMap(({ calls }) => calls);
    expect(calls(4)).not.toContain("reporter");
    expect(calls(90).filter((call) => call === "reporter")).toHaveLength(1);
    expect(stepsDue("accept", T0, 3, T0 + 20 * MINUTE)[0]?.calls).toContain("supervisors");
  });

  it("is a table in which each step comes later than the one before", () => {
    for (const { steps } of Object.values(CHAINS)) {
      const after = steps.map((step) => step.after);
      expect(after).toEqual([...new Set(after)].sort((a, b) => a - b));
    }
  });
});

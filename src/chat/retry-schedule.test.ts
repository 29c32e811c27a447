import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BUDGETS, backoff, isSpent } from "./retry-schedule.ts";

describe("backoff", () => {
  it("is never shorter than the platform asked for, never longer than five minutes otherwise", () => {
    fc.assert(
      fc.property(
        fc.nat(200),
        fc.option(fc.nat(10_000_000), { nil: undefined }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (attempts, askedFor, random) => {
          const pause = backoff(attempts, askedFor, random);
          expect(pause).toBeGreaterThanOrEqual(askedFor ?? 500);
          expect(pause).toBeLessThanOrEqual(Math.max(300_000, askedFor ?? 0));
        },
      ),
    );
  });

  it("grows", () => {
    expect([0, 1, 2, 3].map((n) => backoff(n, undefined, 0.999_999))).toEqual([1000, 2000, 4000, 8000]);
  });
});

describe("budgets", () => {
  const part = { attempts: 0, createdAt: 0, wasParked: false };

  it("end by tries or by time, whichever comes first", () => {
    for (const budget of Object.values(BUDGETS)) {
      expect(isSpent(budget, part, budget.within - 1)).toBe(false);
      expect(isSpent(budget, part, budget.within)).toBe(true);
      expect(isSpent(budget, { ...part, attempts: budget.tries - 2 }, 0)).toBe(false);
      expect(isSpent(budget, { ...part, attempts: budget.tries - 1 }, 0)).toBe(true);
    }
  });

  it("begin anew, in tries, for what is taken up again", () => {
    const again = { ...part, wasParked: true };
    expect(isSpent(BUDGETS.dutyFile, again, 10 * BUDGETS.dutyFile.within)).toBe(false);
  });

  it("are longer for the duty group's words than for files", () => {
    expect(BUDGETS.duty.within).toBeGreaterThan(BUDGETS.dutyFile.within);
    expect(BUDGETS.duty.tries * BUDGETS.duty.longest).toBeGreaterThanOrEqual(BUDGETS.duty.within);
  });
});

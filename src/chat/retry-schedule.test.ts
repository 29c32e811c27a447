import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { backoff } from "./retry-schedule.ts";

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

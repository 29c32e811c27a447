import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scaleOf } from "../../src/reader/weights.ts";
import { inTwoBits } from "./two-bits.ts";

describe("a row in two bits", () => {
  const numbers = fc.array(fc.float({ min: -2, max: 2, noNaN: true }), { minLength: 4, maxLength: 40 });

  it("has four numbers, each with the sign it had, by the scale that is returned", () => {
    fc.assert(
      fc.property(numbers, (row) => {
        const into = new Float32Array(row.length);
        const half = scaleOf(inTwoBits(Float32Array.from(row), 0, row.length, into));
        into.forEach((value, i) => {
          expect([1, 3]).toContain(Math.round(Math.abs(value) / half));
          if ((row[i] as number) < 0) expect(value).toBeLessThan(0);
        });
      }),
    );
  });

  it("loses less than two in ten of a row with a bell's shape, and leaves the rows beside", () => {
    const bell = Float32Array.from({ length: 600 }, (_, i) => {
      const share = (((i * 0.618) % 1) + 0.0005) / 1.001;
      return Math.log(share / (1 - share));
    });
    const into = new Float32Array(bell.length);
    inTwoBits(bell, 100, 400, into);
    const [lost, all] = [0, 0].map((_, at) =>
      bell
        .slice(100, 500)
        .reduce((sum, value, i) => sum + (at === 0 ? value - (into[100 + i] as number) : value) ** 2, 0),
    ) as [number, number];
    expect(lost / all).toBeLessThan(0.2);
    expect(into[99]).toBe(0);
    expect(into[500]).toBe(0);
  });

  it("of noughts stays next to nothing", () => {
    const into = new Float32Array(8);
    inTwoBits(new Float32Array(8), 0, 8, into);
    for (const value of into) expect(Math.abs(value)).toBeLessThan(1e-4);
  });
});

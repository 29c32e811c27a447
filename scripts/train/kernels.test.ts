import { describe, expect, it } from "vitest";
import { filledUp, Space } from "./kernels.ts";

const COUNT = 16;
const space = new Space(8 * COUNT);
const { add, dot, adam } = space.kernels;
const numbers = (of: (i: number) => number) => {
  const taken = space.take(COUNT);
  taken.forEach((_, i) => {
    taken[i] = of(i);
  });
  return taken;
};

describe("the loops that training spends its time in", () => {
  it("fill counts up to what is done at once", () => {
    expect([1, 8, 9, 160].map(filledUp)).toEqual([8, 8, 16, 160]);
  });

  it("add and multiply every number, and none beside", () => {
    const [to, from, beside] = [numbers((i) => i), numbers((i) => i % 3), numbers(() => 5)];
    expect(dot(to.byteOffset, from.byteOffset, COUNT)).toBe(
      to.reduce((sum, value, i) => sum + value * (from[i] as number), 0),
    );
    add(to.byteOffset, from.byteOffset, COUNT, 2);
    expect([...to]).toEqual(Array.from({ length: COUNT }, (_, i) => i + 2 * (i % 3)));
    expect([...beside]).toEqual(Array.from({ length: COUNT }, () => 5));
  });

  it("step as Adam does, and leave no slope", () => {
    const [values, slopes, mean, square] = [
      numbers(() => 1),
      numbers((i) => (i === 3 ? 0 : 0.5)),
      numbers(() => 0),
      numbers(() => 0),
    ];
    const [rate, kept] = [0.01, 0.99];
    const at = [values, slopes, mean, square].map(({ byteOffset }) => byteOffset) as [
      number,
      number,
      number,
      number,
    ];
    adam(...at, COUNT, kept, rate / 0.1, 1 / Math.sqrt(0.001));
    // The first step is the rate, against the slope.
    values.forEach((value, i) => {
      expect(value).toBeCloseTo(i === 3 ? kept : kept - rate, 5);
    });
    expect([...slopes].every((slope) => slope === 0)).toBe(true);
    expect(mean[0]).toBeCloseTo(0.05, 6);
  });
});

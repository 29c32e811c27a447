import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readProcessTime } from "./cpu.ts";

const line = (name: string, [utime, stime, cutime, cstime]: readonly [number, number, number, number]) =>
  `4242 (${name}) S 1 4200 4200 0 -1 4194304 100 0 0 0 ${utime} ${stime} ${cutime} ${cstime} 20 0 11 0 8812 1 2`;

describe("readProcessTime", () => {
  it("adds user and system time, of ended children too", () => {
    expect(readProcessTime(line("workerd", [120, 30, 5, 2]))).toEqual({ group: 4200, ticks: 157 });
  });

  it("isn't misled by any name", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 15 }), (name) => {
        expect(readProcessTime(line(name, [1, 2, 3, 4]))).toEqual({ group: 4200, ticks: 10 });
      }),
    );
    expect(readProcessTime(line("a) S 1 2 (b", [1, 0, 0, 0]))).toEqual({ group: 4200, ticks: 1 });
  });

  it("takes nothing else for such a line", () => {
    for (const words of ["", "4242 (node) S 1 4200", "no stat at all"])
      expect(readProcessTime(words)).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import { median, quantile, round } from "./numbers.ts";

describe("median", () => {
  it("is the middle one, or what lies between the middle two", () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([0.5, 1.5])).toBe(1);
  });
});

describe("quantile", () => {
  it("is one of the values, the largest at the end", () => {
    expect(quantile([4, 1, 3, 2], 0.99)).toBe(4);
    expect(quantile([4, 1, 3, 2], 0)).toBe(1);
  });
});

describe("round", () => {
  it("keeps as many digits as asked", () => {
    expect(round(0.456, 2)).toBe(0.46);
  });
});

import { describe, expect, it } from "vitest";
import { chanceOf, oddsOf, weighed } from "./likely.ts";

const SOME = [
  { is: "a", p: 0.7 },
  { is: "b", p: 0.2 },
  { is: "c", p: 0.1 },
] as const;

describe("what is likely", () => {
  it("is one of several by the sum of them, and nothing that isn't listed", () => {
    expect(chanceOf(SOME, "a", "b")).toBeCloseTo(0.9);
    expect(chanceOf<string>(SOME, "d")).toBe(0);
  });

  it("has odds of 0 where it is even, and never endless ones", () => {
    expect(oddsOf(0.5)).toBe(0);
    expect(oddsOf(1)).toBeCloseTo(-oddsOf(0));
    expect(Number.isFinite(oddsOf(1))).toBe(true);
  });

  it("is one probability from several odds", () => {
    expect(weighed(0, [1, oddsOf(0.8)])).toBeCloseTo(0.8);
    expect(weighed(0, [0.5, oddsOf(0.99)], [0.5, oddsOf(0.01)])).toBeCloseTo(0.5);
  });
});

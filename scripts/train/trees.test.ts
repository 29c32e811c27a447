import { describe, expect, it } from "vitest";
import { summed } from "../../src/knowledge/trees.ts";
import { learnTrees } from "./trees.ts";

/** One is so where one of two values is high and the other isn't: no weighed sum tells that. */
const cases = Array.from({ length: 400 }, (_, i) => {
  const [one, other] = [i % 20, Math.floor(i / 20)];
  return { values: [one, other], isSo: one >= 10 !== other >= 10, weight: 1, logit: 0 };
});

describe("learnTrees", () => {
  const trees = learnTrees(cases, ["one", "other"]);
  const said = (one: number, other: number): boolean => summed(trees, { one, other }) > 0;

  it("learns what two values say together", () => {
    const right = cases.filter(({ values: [one = 0, other = 0], isSo }) => said(one, other) === isSo);
    expect(right.length).toBeGreaterThan(390);
  });

  it("is the same each time", () => {
    expect(learnTrees(cases, ["one", "other"])).toEqual(trees);
  });

  it("says little where nothing is to be learned", () => {
    const even = cases.map((one, i) => ({ ...one, isSo: i % 2 === 0, values: [1, 1] }));
    expect(Math.abs(summed(learnTrees(even, ["one", "other"]), { one: 1, other: 1 }))).toBeLessThan(0.01);
  });
});

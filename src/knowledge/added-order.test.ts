import { describe, expect, it } from "vitest";
import { settleAdded } from "./added-order.ts";
import type { Hit } from "./knowledge-index.ts";

const hit = (id: string, coverage: number, likeness: number, chance: number): Hit => ({
  passage: {
    id,
    document: { id, title: id, asOf: "2026-11-20", audience: "public" },
    headings: [id],
    text: id,
    asks: [],
    citation: id,
    sources: [],
  },
  score: chance,
  coverage,
  likeness,
  chance,
});
const settled = (...hits: readonly Hit[]) =>
  settleAdded(hits, ({ passage }) => passage.id.startsWith("+")).map(({ passage, chance }) => [
    passage.id,
    chance,
  ]);

describe("the order with added passages", () => {
  it("is the learned one where there are none", () => {
    expect(settled(hit("a", 0.1, 0.1, 0.2), hit("b", 1, 1, 0.1))).toEqual([
      ["a", 0.2],
      ["b", 0.1],
    ]);
  });
  it("puts the one with more of the words first among them, without a learned chance", () => {
    expect(settled(hit("a", 1, 1, 0.9), hit("+1", 0.5, 0.2, 0.2), hit("+2", 0.9, 0.3, 0.1))).toEqual([
      ["a", 0.9],
      ["+2", undefined],
      ["+1", undefined],
    ]);
  });
  it("puts one with all of the words before an unsure one with few, and behind a sure one", () => {
    expect(settled(hit("a", 0.4, 0.3, 0.3), hit("+1", 0.9, 0.3, 0.1))[0]).toEqual(["+1", undefined]);
    expect(settled(hit("a", 0.4, 0.3, 0.6), hit("+1", 0.9, 0.3, 0.1))[0]).toEqual(["a", 0.6]);
    expect(settled(hit("a", 0.8, 0.3, 0.3), hit("+1", 0.9, 0.3, 0.1))[0]).toEqual(["a", 0.3]);
  });
});

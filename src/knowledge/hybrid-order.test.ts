import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { testLibrary } from "../../test/knowledge/library.ts";
import { mergeHits } from "./hybrid-order.ts";
import type { Hit, Passage } from "./knowledge-index.ts";

const [passage] = testLibrary().passages as [Passage];
const isSure = (hit: Hit) => (hit.coverage + hit.likeness) / 2 >= 0.5;

const hit = (id: string, sure: boolean, score = 1): Hit => ({
  passage: { ...passage, id },
  score,
  coverage: sure ? 0.9 : 0.2,
  likeness: sure ? 0.9 : 0.2,
});
const ids = (hits: readonly Hit[]) => hits.map(({ passage: { id } }) => id).join(" ");

describe("mergeHits", () => {
  it("puts nothing before or between the hits of a sure answer", () => {
    const own = [hit("a", true, 3), hit("b", false, 2)];
    expect(ids(mergeHits(own, [hit("x", true), hit("b", false), hit("y", false)], 8, isSure))).toBe(
      "a b x y",
    );
  });

  it("lets a sure answer from beside go before an unsure one", () => {
    expect(ids(mergeHits([hit("a", false, 2)], [hit("y", false), hit("x", true)], 8, isSure))).toBe("x a y");
  });

  it("gives a quarter of the places of an unsure answer, behind the first half, to what only the other found", () => {
    const own = ["a", "b", "c", "d", "e", "f", "g", "h"].map((id, i) => hit(id, false, 9 - i));
    const beside = [hit("x", false), hit("y", false), hit("z", false)];
    expect(ids(mergeHits(own, beside, 8, isSure))).toBe("a b c d x y e f");
    expect(ids(mergeHits(own, beside, 1, isSure))).toBe("a");
  });

  it("is the embedded index's own where nothing new was found", () => {
    const own = [hit("a", false, 2), hit("b", false, 1)];
    expect(mergeHits(own, [hit("b", false)], 8, isSure)).toEqual(own);
  });

  const hits = (letters: string) =>
    fc.uniqueArray(
      fc
        .tuple(fc.constantFrom(...letters), fc.boolean(), fc.double({ min: 0, max: 5, noNaN: true }))
        .map(([id, sure, score]) => hit(id, sure, score)),
      { selector: ({ passage: { id } }) => id },
    );

  it("never says a passage twice, never more than asked for, and scores fall", () => {
    fc.assert(
      fc.property(
        hits("abcdefgh"),
        hits("efghijkl"),
        fc.integer({ min: 1, max: 10 }),
        (own, beside, limit) => {
          const ranked = own.toSorted((a, b) => b.score - a.score);
          const merged = mergeHits(ranked, beside, limit, isSure);
          expect(new Set(merged.map(({ passage: { id } }) => id)).size).toBe(merged.length);
          expect(merged.length).toBeLessThanOrEqual(limit);
          for (const [i, { score }] of merged.entries()) {
            expect(score).toBeLessThanOrEqual(merged[i - 1]?.score ?? Number.POSITIVE_INFINITY);
          }
          if (ranked[0] !== undefined && isSure(ranked[0])) {
            expect(merged[0]).toEqual(ranked[0]);
          }
        },
      ),
    );
  });
});

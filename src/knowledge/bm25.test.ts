import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commonTermsBm25 } from "./bm25.ts";

const CORPUS = { passages: 1000, meanWords: 4 };
const AN = { sought: " an ", frequency: 300 };

describe("commonTermsBm25", () => {
  it("is FTS5's measure: idf × tf saturated by length", () => {
    const idf = Math.log((1000 - 300 + 0.5) / (300 + 0.5));
    expect(commonTermsBm25([AN], " cong an xa an ", 4, CORPUS)).toBeCloseTo((idf * 2 * 2.2) / (2 + 1.2));
  });

  it("counts neighbours that share a blank, and no part of a word", () => {
    const once = commonTermsBm25([AN], " an x y z ", 4, CORPUS);
    expect(commonTermsBm25([AN], " an an x y ", 4, CORPUS)).toBeGreaterThan(once);
    expect(commonTermsBm25([AN], " toan ban ang x ", 4, CORPUS)).toBe(0);
  });

  it("finds a pair only side by side", () => {
    const pair = { sought: " cong an ", frequency: 200 };
    expect(commonTermsBm25([pair], " cong an xa ", 3, CORPUS)).toBeGreaterThan(0);
    expect(commonTermsBm25([pair], " cong x an ", 3, CORPUS)).toBe(0);
  });

  it("is never negative and never NaN, however common the term or empty the corpus", () => {
    const size = fc.nat(5000);
    fc.assert(
      fc.property(size, size, size, size, (frequency, passages, words, meanWords) => {
        const value = commonTermsBm25(
          [{ sought: " an ", frequency: Math.min(frequency, passages) }],
          " an ",
          words,
          {
            passages,
            meanWords,
          },
        );
        expect(value).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

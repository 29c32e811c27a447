import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_SECTION, split } from "./split.ts";

/** What counts: the letters in their order. */
const letters = (text: string): string => text.replace(/\s+/gu, "");

const word = fc.oneof(
  fc.constantFrom(
    "Công",
    "an",
    "xã",
    "báo",
    "cáo;",
    "đèn.",
    "Mục",
    "1.",
    "a)",
    "-",
    "15/10/2026",
    "97,63%",
    "“bến",
    "xe”",
  ),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }),
);
const text = fc
  .array(
    fc.array(word, { minLength: 1, maxLength: 60 }).map((words) => words.join(" ")),
    { maxLength: 12 },
  )
  .map((lines) => lines.join("\n"));

describe("parting a text", () => {
  it("loses nothing, keeps the order, and no piece is longer than asked", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 20, max: MAX_SECTION }), (whole, most) => {
        const pieces = split(whole, most);
        expect(letters(pieces.join(" "))).toBe(letters(whole));
        for (const piece of pieces) {
          expect(piece.length).toBeLessThanOrEqual(most);
          expect(piece.trim()).not.toBe("");
        }
      }),
    );
  });

  it("parts at lines first, then at sentences, then at points", () => {
    expect(split("Một hai ba.\nBốn năm sáu.", 15)).toEqual(["Một hai ba.", "Bốn năm sáu."]);
    expect(split("Một hai. Ba bốn năm. Sáu.", 20)).toEqual(["Một hai. Ba bốn năm.", "Sáu."]);
    expect(split("một hai; ba bốn; năm sáu", 17)).toEqual(["một hai; ba bốn;", "năm sáu"]);
  });

  it("leaves a short text whole, with its lines", () => {
    expect(split("a) Một;\nb) Hai.")).toEqual(["a) Một;\nb) Hai."]);
    expect(split("")).toEqual([]);
  });

  it("parts a word of a thousand letters", () => {
    expect(split("ă".repeat(1_000)).every((piece) => piece.length <= MAX_SECTION)).toBe(true);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, isUnmarked, normaliseTone } from "./fold.ts";

describe("fold", () => {
  it.each([
    ["Đạt chuẩn", "dat chuan"],
    ["ĐƯỜNG DÂY NÓNG", "duong day nong"],
    ["Kỳ Lừa", "ky lua"],
    ["", ""],
  ])("%s → %s", (marked, plain) => expect(fold(marked)).toBe(plain));

  it("gives the same for composed and decomposed text, and twice is once", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(fold(text.normalize("NFD"))).toBe(fold(text.normalize("NFC")));
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe("normaliseTone", () => {
  it.each([
    ["hòa", "hoà"],
    ["thủy", "thuỷ"],
    ["khỏe", "khoẻ"],
  ])("writes %s and %s alike", (old, modern) => expect(normaliseTone(old)).toBe(normaliseTone(modern)));

  it("leaves words alone in which the first vowel is no glide", () => {
    expect(normaliseTone("quý")).toBe("quý");
    expect(normaliseTone("của")).toBe("của");
    expect(normaliseTone("tình")).toBe("tình");
  });
});

describe("isUnmarked", () => {
  it("knows a word typed without Vietnamese", () => {
    expect(["chay", "113", "OK"].every(isUnmarked)).toBe(true);
    expect(["cháy", "đi"].some(isUnmarked)).toBe(false);
  });
});

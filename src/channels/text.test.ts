import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cut, splitText } from "./text.ts";

const squeeze = (text: string): string => text.replace(/\s+/gu, "");
const piece = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.constantFrom(" ", "\n", "\n\n", ". ", "Đạt chuẩn 1.686 ", "👨‍👩‍👧‍👦", "e\u0323\u0302", "𝒳"),
);
const words = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));

describe("splitText", () => {
  it("keeps every part within the limit and well-formed, and loses nothing but white space", () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 4, max: 120 }), (text, limit) => {
        const parts = splitText(text, limit);
        expect(parts.every((part) => part.length <= limit && part.length > 0 && part.isWellFormed())).toBe(
          true,
        );
        expect(squeeze(parts.join(""))).toBe(squeeze(text));
      }),
    );
  });

  it("survives text that is not well-formed", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 80 }), (units) => {
        const parts = splitText(String.fromCharCode(...units), 10);
        expect(parts.every((part) => part.length <= 10 && part.isWellFormed())).toBe(true);
      }),
    );
  });

  it("prefers paragraphs, then lines, then sentences, then words", () => {
    expect(splitText("Một hai ba.\n\nBốn năm sáu.", 14)).toEqual(["Một hai ba.", "Bốn năm sáu."]);
    expect(splitText("Một hai ba\nbốn năm sáu", 14)).toEqual(["Một hai ba", "bốn năm sáu"]);
    expect(splitText("Một hai. Ba bốn năm sáu", 14)).toEqual(["Một hai.", "Ba bốn năm sáu"]);
    expect(splitText("một hai ba bốn năm", 10)).toEqual(["một hai ba", "bốn năm"]);
  });

  it("doesn't cut a number at its dots", () => {
    expect(splitText("Tổng là 1.686 khu dân cư", 12)).toEqual(["Tổng là", "1.686 khu", "dân cư"]);
  });

  it("doesn't waste a message on a short first paragraph", () => {
    expect(splitText(`Ngắn.\n\n${"a ".repeat(40).trim()}`, 40)).toHaveLength(3);
  });

  it("gives nothing for nothing", () => {
    expect(splitText(" \n ", 10)).toEqual([]);
  });
});

describe("cut", () => {
  it("never ends inside a character that it could leave out", () => {
    expect(cut("ab👍", 3)).toBe("ab");
    expect(cut("abe\u0302\u0323", 4)).toBe("ab");
    expect(cut("a👨‍👩‍👧", 5)).toBe("a");
    expect(cut("abc", 3)).toBe("abc");
  });

  it("ends even where a character is longer than the limit", () => {
    expect(cut(`a${"\u0301".repeat(10)}`, 4)).toHaveLength(4);
  });
});

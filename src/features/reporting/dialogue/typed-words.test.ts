import { describe, expect, it } from "vitest";
import { PhraseBook, typedWords } from "./typed-words.ts";

const BOOK = new PhraseBook([
  ["chợ", 1],
  ["chợ đêm", 2],
]);
const at = (text: string, word: number) => BOOK.at(typedWords(text), word);

describe("phrases in typed words", () => {
  it("parts letters, digits and signs, and knows what is glued", () => {
    const words = typedWords("ql1a, km 15");
    expect(words.map(({ typed }) => typed)).toEqual(["ql", "1", "a", ",", "km", "15"]);
    expect(words.map(({ isGlued }) => isGlued)).toEqual([false, true, true, true, false, false]);
  });
  it("finds the longest, without marks and by Telex keys too", () => {
    expect(at("chợ đêm", 0)).toEqual({ value: 2, length: 2 });
    expect(at("cho dem", 0)).toEqual({ value: 2, length: 2 });
    expect(at("chowj lớn", 0)).toEqual({ value: 1, length: 1 });
    expect(at("chờ", 0)).toBeNull();
  });
  it("takes who writes with marks at their word", () => {
    expect(at("cho em hoi bố", 0)).not.toBeNull();
    expect(at("nó bán pháo cho học sinh", 3)).toBeNull();
  });
  it("knows what ends before a word", () => {
    expect(BOOK.endsBefore(typedWords("ở chợ đêm có"), 3)).toBe(true);
    expect(BOOK.endsBefore(typedWords("ở chợ đêm có"), 1)).toBe(false);
  });
});

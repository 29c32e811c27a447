import { describe, expect, it } from "vitest";
import { isMadeOf, PatternBook, withoutSpans } from "./pattern-book.ts";
import { readUtterance } from "./utterance.ts";

const book = new PatternBook(["bị … (đánh/đập phá)", "(cháy/nổ) (/to) nhà", "!sờ", "vay & bao vây"]);
const has = (message: string) => book.has(readUtterance(message));
const spansIn = (message: string) => book.all(readUtterance(message)).map(({ start, end }) => [start, end]);

describe("PatternBook", () => {
  it("finds choices, gaps and what may be left out, with or without marks", () => {
    expect(spansIn("cháy nhà")).toEqual([[0, 2]]);
    expect(spansIn("no to nha")).toEqual([[0, 3]]);
    expect(spansIn("em bi chong dap pha")).toEqual([[1, 5]]);
  });

  it("never takes another marked word, nor a part of a word", () => {
    expect(has("chạy nhà")).toBe(false);
    expect(has("chay nhaf")).toBe(false);
  });

  it("gives the longest match at a place, with its pattern", () => {
    const nested = new PatternBook(["cháy", "(cháy/nổ) nhà"]);
    expect(nested.all(readUtterance("cháy nhà rồi"))).toEqual([
      { start: 0, end: 2, source: "(cháy/nổ) nhà" },
    ]);
  });

  it("bridges six words and no more, or as many as it is told", () => {
    expect(has("bị 1 2 3 4 5 6 đánh")).toBe(true);
    expect(has("bị 1 2 3 4 5 6 7 đánh")).toBe(false);
    const narrow = new PatternBook(["bị … đánh", "vay … đòi & dọa … giết"], { gap: 4 });
    expect(narrow.has(readUtterance("bị 1 2 3 4 đánh"))).toBe(true);
    expect(narrow.has(readUtterance("bị 1 2 3 4 5 đánh"))).toBe(false);
    expect(narrow.has(readUtterance("dọa giết, vay 1 2 3 4 đòi"))).toBe(true);
    expect(narrow.has(readUtterance("dọa giết, vay 1 2 3 4 5 đòi"))).toBe(false);
  });

  it("takes a strict word only with its marks", () => {
    expect(has("sờ")).toBe(true);
    expect(has("so dien thoai")).toBe(false);
  });

  it("wants both parts of a pattern with &, in any order, apart from each other", () => {
    expect(has("bị bao vây vì vay tiền")).toBe(true);
    expect(has("bi nuoc bao vay")).toBe(false);
  });

  it("finds three parts apart from each other among many of each, and not where they share words", () => {
    const three = new PatternBook(["a b & b c & c a"]);
    expect(three.has(readUtterance(`${"a b c ".repeat(500)}`))).toBe(true);
    expect(three.has(readUtterance("c a x b c x a b"))).toBe(true);
    expect(three.has(readUtterance("a b c a"))).toBe(false);
  });

  it("knows its words", () => {
    expect(["đập", "sờ", "vây"].every((word) => book.words.has(word))).toBe(true);
  });

  it("refuses a pattern that begins with a gap", () => expect(() => new PatternBook(["… đánh"])).toThrow());
});

describe("withoutSpans", () => {
  it("hides words from later books", () => {
    const said = readUtterance("cháy nhà vé rồi");
    expect(book.has(withoutSpans(said, new PatternBook(["nhà vé"]).all(said)))).toBe(false);
  });
});

describe("isMadeOf", () => {
  it("knows a message made of patterns and fillers only", () => {
    const fillers = new PatternBook(["ạ", "em"]);
    const greeting = new PatternBook(["chào"]);
    expect(isMadeOf(readUtterance("em chào ạ"), greeting, fillers)).toBe(true);
    expect(isMadeOf(readUtterance("em chào xã"), greeting, fillers)).toBe(false);
    expect(isMadeOf(readUtterance("em ạ"), greeting, fillers)).toBe(false);
  });
});

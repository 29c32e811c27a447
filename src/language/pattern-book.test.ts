import { describe, expect, it } from "vitest";
import { PatternBook, PatternRules } from "./pattern-book.ts";
import { readUtterance } from "./utterance.ts";

const book = new PatternBook(["bị … (đánh/đập phá)", "(cháy/nổ) (/to) nhà", "!sờ"]);
const spansIn = (message: string) => book.all(readUtterance(message)).map(({ start, end }) => [start, end]);

describe("PatternBook", () => {
  it("finds choices, gaps and what may be left out, with or without marks", () => {
    expect(spansIn("cháy nhà")).toEqual([[0, 2]]);
    expect(spansIn("no to nha")).toEqual([[0, 3]]);
    expect(spansIn("em bi chong dap pha")).toEqual([[1, 5]]);
    expect(spansIn("chạy nhà")).toEqual([]);
  });

  it("bridges six words and no more", () => {
    expect(book.has(readUtterance("bị 1 2 3 4 5 6 đánh"))).toBe(true);
    expect(book.has(readUtterance("bị 1 2 3 4 5 6 7 đánh"))).toBe(false);
  });

  it("takes a strict word only with its marks", () => {
    expect(book.has(readUtterance("sờ"))).toBe(true);
    expect(book.has(readUtterance("so dien thoai"))).toBe(false);
  });

  it("knows its words", () => expect(book.words.has("đập")).toBe(true));

  it("refuses a pattern that begins with a gap", () => expect(() => new PatternBook(["… đánh"])).toThrow());
});

describe("PatternRules", () => {
  const rules = new PatternRules(["vay & bao vây", "cứu"]);

  it("wants every part, in any order, apart from each other", () => {
    expect(rules.has(readUtterance("bị bao vây vì vay tiền"))).toBe(true);
    expect(rules.has(readUtterance("bi nuoc bao vay"))).toBe(false);
    expect(rules.has(readUtterance("cứu"))).toBe(true);
  });
});

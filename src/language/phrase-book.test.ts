import { describe, expect, it } from "vitest";
import { expandChoices, isMadeOf, PhraseBook, withoutSpans } from "./phrase-book.ts";
import { readUtterance } from "./utterance.ts";

describe("expandChoices", () => {
  it("writes out every choice, an empty one too", () => {
    expect(expandChoices("bị (đâm/chém) (/nhiều) nhát")).toEqual([
      "bị đâm nhát",
      "bị đâm nhiều nhát",
      "bị chém nhát",
      "bị chém nhiều nhát",
    ]);
  });
});

describe("PhraseBook", () => {
  const book = new PhraseBook(["bị … đánh", "(cháy/nổ) nhà", "cháy"]);

  it("finds phrases with gaps and choices, marked or not", () => {
    expect(book.has(readUtterance("em bi chong em danh"))).toBe(true);
    expect(book.has(readUtterance("nổ nhà"))).toBe(true);
    expect(book.has(readUtterance("chạy nhà"))).toBe(false);
    expect(book.has(readUtterance("bị một hai ba bốn năm đánh"))).toBe(false);
  });

  it("gives the longest phrase at a place", () => {
    expect(book.all(readUtterance("cháy nhà rồi"))).toEqual([{ start: 0, end: 2, source: "cháy nhà" }]);
  });

  it("hides spans from later books", () => {
    const said = readUtterance("cháy vé rồi");
    expect(book.has(withoutSpans(said, new PhraseBook(["cháy vé"]).all(said)))).toBe(false);
  });

  it("refuses a phrase that begins with a gap", () => {
    expect(() => new PhraseBook(["… đánh"])).toThrow();
  });

  it("knows a message made of phrases and fillers only", () => {
    const fillers = new PhraseBook(["ạ", "em"]);
    const greeting = new PhraseBook(["chào"]);
    expect(isMadeOf(readUtterance("em chào ạ"), greeting, fillers)).toBe(true);
    expect(isMadeOf(readUtterance("em chào xã"), greeting, fillers)).toBe(false);
    expect(isMadeOf(readUtterance("em ạ"), greeting, fillers)).toBe(false);
  });
});

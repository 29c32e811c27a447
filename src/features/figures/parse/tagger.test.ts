import { describe, expect, it } from "vitest";
import { compileDictionary, tagWords } from "./tagger.ts";

const DICTIONARY = compileDictionary({
  "unit:ward": ["phường"],
  "unit:enterprise": ["doanh nghiệp"],
  "unit:residentialArea": ["thôn", "!bản"],
  "is:met": ["đạt (/chuẩn)"],
  "no:mine": ["(thôn/doanh nghiệp) (tôi/em)"],
});
const tags = (text: string) =>
  tagWords(text.split(" "), DICTIONARY).map(({ tag, exact }) => tag + (exact ? "" : "?"));

describe("words of a question", () => {
  it.each([
    ["phường đạt chuẩn", "the longest phrase", ["unit:ward", "is:met"]],
    ["phuong dat chuan", "without marks", ["unit:ward", "is:met"]],
    ["phưong dat chuẩn", "with some of them", ["unit:ward", "is:met"]],
    ["đat", "never so in a short word alone", []],
    ["phượng", "never with others", []],
    ["thôn em", "every choice", ["no:mine"]],
    ["ban thon", "marks as written where they are asked for", ["unit:residentialArea"]],
    ["bản", "marks as written where they are asked for", ["unit:residentialArea"]],
    ["donah nghiep", "one slip in a longer word", ["unit:enterprise?"]],
    ["donah nghiep em", "no slip in what silences a question", ["unit:enterprise?"]],
    ["thường", "no slip that is another word", []],
  ])("%s: %s", (text, _, wanted) => expect(tags(text)).toEqual(wanted));
});

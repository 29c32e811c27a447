import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { vocabularyOf } from "./asking-words.ts";
import { readMeaning } from "./meaning.ts";
import { isSame } from "./same-question.ts";

const QUESTION = "Mất căn cước công dân thì làm lại ở đâu?";
const vocabulary = vocabularyOf([QUESTION]);
const same = (one: string, other: string) =>
  isSame(readMeaning(one, vocabulary), readMeaning(other, vocabulary));

describe("isSame", () => {
  it("knows a question in other words", () => {
    expect(same(QUESTION, "em bị rơi mất cccd, giờ đi làm lại ở đâu vậy ad")).toBe(true);
  });

  it.each([
    "Mất hộ chiếu thì làm lại ở đâu?",
    "Mất căn cước công dân thì làm lại hết bao nhiêu tiền?",
    "Mất căn cước công dân lần thứ 2 thì làm lại ở đâu?",
  ])("takes no other thing, no other asking and no other number for it: %s", (other) => {
    expect(same(QUESTION, other)).toBe(false);
  });

  it("reads anything", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(typeof same(one, other)).toBe("boolean");
      }),
    );
    expect(same("", "")).toBe(false);
    expect(same("ở đâu?", "ở đâu?")).toBe(false);
  });
});

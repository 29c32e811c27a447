import fc from "fast-check";
import { describe, expect, it } from "vitest";
import paraphrases from "../../../test/curation/paraphrases.json" with { type: "json" };
import { fold } from "../../language/fold.ts";
import { vocabularyOf } from "./asking-words.ts";
import { readMeaning } from "./meaning.ts";
import { isSame } from "./same-question.ts";

const vocabulary = vocabularyOf(paraphrases.map(({ question }) => question));
const same = (one: string, other: string) =>
  isSame(readMeaning(one, vocabulary), readMeaning(other, vocabulary));

const pairs = (which: "same" | "other") =>
  paraphrases.flatMap(({ question, [which]: others }) => others.map((other) => [question, other] as const));

describe("isSame", () => {
  it("finds at least 90 % of fair paraphrases", () => {
    const missed = pairs("same").filter(([question, other]) => !same(question, other));
    expect(missed.length / pairs("same").length, JSON.stringify(missed, null, 1)).toBeLessThanOrEqual(0.1);
  });

  it.each(pairs("other"))("keeps apart: %s / %s", (question, other) => {
    expect(same(question, other)).toBe(false);
    expect(same(fold(question), fold(other))).toBe(false);
  });

  it("takes no curated question for another one", () => {
    for (const one of paraphrases)
      for (const other of paraphrases)
        if (one !== other) for (const asked of other.same) expect(same(one.question, asked)).toBe(false);
  });

  it("is the same with itself, without marks, and both ways round", () => {
    for (const [question, other] of pairs("same")) {
      expect(same(question, question)).toBe(true);
      expect(same(question, fold(question)), question).toBe(true);
      expect(same(question, other)).toBe(same(other, question));
    }
  });

  it("keeps questions apart that differ in a number", () => {
    const questions = paraphrases.map(({ question }) => question);
    fc.assert(
      fc.property(fc.constantFrom(...questions), fc.integer({ min: 1, max: 9999 }), (question, n) => {
        expect(same(question, `${question.replace("?", "")} ${n}?`)).toBe(false);
      }),
    );
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

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readExamples } from "../../../test/examples.ts";
import { fold } from "../../language/fold.ts";
import { vocabularyOf } from "./asking-words.ts";
import { readMeaning } from "./meaning.ts";
import { isSame } from "./same-question.ts";

/** Each line asks the same as the question that its label names, or something else that is easily taken for it. */
const Label = z.union([z.strictObject({ same: z.string() }), z.strictObject({ other: z.string() })]);
const PAIRS = readExamples("paraphrases").map(({ text, label }) => ({
  text,
  ...{ same: undefined, other: undefined, ...Label.parse(JSON.parse(label)) },
}));
const SAME = PAIRS.flatMap(({ text, same }) => (same === undefined ? [] : [[same, text] as const]));
const OTHER = PAIRS.flatMap(({ text, other }) => (other === undefined ? [] : [[other, text] as const]));
const QUESTIONS = [...new Set([...SAME, ...OTHER].map(([question]) => question))];

const vocabulary = vocabularyOf(QUESTIONS);
const same = (one: string, other: string) =>
  isSame(readMeaning(one, vocabulary), readMeaning(other, vocabulary));

describe("isSame", () => {
  it("finds at least 90 % of fair paraphrases", () => {
    const missed = SAME.filter(([question, other]) => !same(question, other));
    expect(missed.length / SAME.length, JSON.stringify(missed, null, 1)).toBeLessThanOrEqual(0.1);
  });

  it("keeps apart what only looks like it, with and without marks", () => {
    const failing = OTHER.filter(
      ([question, other]) => same(question, other) || same(fold(question), fold(other)),
    );
    expect(failing).toEqual([]);
  });

  it("takes no curated question for another one", () => {
    const failing = SAME.flatMap(([question, asked]) =>
      QUESTIONS.filter((one) => one !== question && same(one, asked)).map((one) => [one, asked]),
    );
    expect(failing).toEqual([]);
  });

  it("is the same with itself, without marks, and both ways round", () => {
    for (const [question, other] of SAME) {
      expect(same(question, question)).toBe(true);
      expect(same(question, fold(question)), question).toBe(true);
      expect(same(question, other)).toBe(same(other, question));
    }
  });

  it("keeps questions apart that differ in a number", () => {
    fc.assert(
      fc.property(fc.constantFrom(...QUESTIONS), fc.integer({ min: 1, max: 9999 }), (question, n) => {
        expect(same(question, `${question.replace("?", "")} ${n}?`)).toBe(false);
      }),
    );
  });
});

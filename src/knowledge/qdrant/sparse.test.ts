import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { testLibrary } from "../../../test/knowledge/library.ts";
import type { Passage } from "../knowledge-index.ts";
import { readQuestion } from "../reduced-question.ts";
import { createVocabulary } from "../search-vocabulary.ts";
import { planPoint } from "./point.ts";
import { type SparseVector, sparseOfPassage, sparseOfQuestion } from "./sparse.ts";

const passages = testLibrary().passages;
const [passage] = passages as [Passage];
const vocabulary = createVocabulary(10, {});
const ofQuestion = (text: string) => sparseOfQuestion(readQuestion(text, vocabulary));
const common = (a: SparseVector, b: SparseVector) => a.indices.filter((place) => b.indices.includes(place));

describe("sparse vectors", () => {
  it("meet where question and passage share words, with or without marks", () => {
    const vector = sparseOfPassage(passage);
    const marked = common(ofQuestion("khu dân cư"), vector);
    expect(marked.length).toBe(5);
    expect(common(ofQuestion("khu dan cu"), vector)).toEqual(marked);
    expect(common(ofQuestion("máy bay"), vector)).toEqual([]);
  });

  it("saturate: a word said a hundred times doesn't tell a hundred times more", () => {
    const often = sparseOfPassage({ ...passage, text: "trộm ".repeat(100) });
    expect(Math.max(...often.values)).toBeLessThan(2.2);
  });

  it("have each place once, 32 bits wide, with finite values above 0, whatever is asked", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        for (const { indices, values } of [ofQuestion(text), sparseOfPassage({ ...passage, text })]) {
          expect(new Set(indices).size).toBe(indices.length);
          expect(values).toHaveLength(indices.length);
          expect(indices.every((place) => Number.isInteger(place) && place >= 0 && place < 2 ** 32)).toBe(
            true,
          );
          expect(values.every((value) => Number.isFinite(value) && value > 0)).toBe(true);
        }
      }),
    );
  });
});

describe("planPoint", () => {
  const plan = (of: Passage, version = "v1") => planPoint(of, { version, embedding: "" });

  it("names a passage by its content: the same in every version, another for other words", async () => {
    const { id } = await plan(passage);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
    expect((await plan(passage, "v2")).id).toBe(id);
    expect((await plan({ ...passage, text: `${passage.text} thêm` })).id).not.toBe(id);
    expect((await plan({ ...passage, id: "khac#muc" })).id).not.toBe(id);
    const all = await Promise.all(passages.map((one) => plan(one)));
    expect(new Set(all.map((point) => point.id)).size).toBe(passages.length);
  });
});

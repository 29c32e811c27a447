import type { Passage } from "../knowledge-index.ts";
import { type Question, questionTerms } from "../reduced-question.ts";
import { indexTerms } from "../terms.ts";

/** Indices and values; no index twice, as Qdrant requires. */
export interface SparseVector {
  readonly indices: number[];
  readonly values: number[];
}

/** Increase it when the same words must get other numbers: every collection is then filled again. */
export const SPARSE_FORMAT = 1;

/** As in the embedded index: a word of a title or of another form of the question counts twice. */
const TITLE_SHARE = 2;
const ASKS_SHARE = 2;
/** BM25's parameters: how soon a repeated word stops adding, and how much less the words of a long passage count. */
const K1 = 1.2;
const B = 0.75;
/** The average number of terms of a passage. Fixed, so that a passage's vector doesn't depend on all the others. */
const USUAL_LENGTH = 300;
/** The weight of a question word such as "là gì". */
const QUESTION_WORD = 0.2;

/**
 * A passage's syllables and pairs of neighbours, without marks, with their saturated frequencies. Qdrant computes how
 * rare a word is (`modifier: idf`).
 */
export function sparseOfPassage({ document, headings, text, asks }: Passage): SparseVector {
  const counts = new Map<string, number>();
  const add = (part: string, share: number) => {
    for (const term of indexTerms(part).split(" ")) {
      if (term !== "") counts.set(term, (counts.get(term) ?? 0) + share);
    }
  };
  add([document.number ?? "", ...headings].join("\n"), TITLE_SHARE);
  add(text, 1);
  for (const ask of asks) add(ask, ASKS_SHARE);
  const length = [...counts.values()].reduce((sum, n) => sum + n, 0);
  const damping = K1 * (1 - B + (B * length) / USUAL_LENGTH);
  return toSparse([...counts].map(([term, n]) => [term, (n * (K1 + 1)) / (n + damping)]));
}

/** A question's syllables and pairs, in every possible reading. */
export function sparseOfQuestion(question: Question): SparseVector {
  return toSparse(
    questionTerms(question).flatMap(({ meanings, weight }) =>
      meanings.map((term): [string, number] => [term, weight > 0 ? 1 : QUESTION_WORD]),
    ),
  );
}

function toSparse(weights: readonly (readonly [string, number])[]): SparseVector {
  const places = new Map<number, number>();
  for (const [term, weight] of weights) {
    const place = placeOf(term);
    places.set(place, Math.max(places.get(place) ?? 0, weight));
  }
  const sorted = [...places].sort(([a], [b]) => a - b);
  return { indices: sorted.map(([place]) => place), values: sorted.map(([, weight]) => weight) };
}

/** FNV-1a over UTF-8, 32 bits: the place of a term. Two terms rarely share an index, and it does little harm. */
function placeOf(term: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(term)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

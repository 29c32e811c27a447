import { fold, isUnmarked } from "../vietnamese/fold.ts";
import type { Hit, Passage } from "./index.ts";
import { type Question, questionTerms } from "./question.ts";
import { pair, readWords } from "./terms.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A passage as full-text search found it. */
export interface Candidate {
  readonly passage: Passage;
  /** BM25, higher is better. */
  readonly bm25: number;
}

/** How much each sign counts beside BM25 (which is scaled to 0..1 by the best candidate). */
const LIKENESS_SHARE = 0.7;
const COVERAGE_SHARE = 0.8;
/** Enough to part "án" from "an" where everything else is equal, not enough to overrule it. */
const MARKS_SHARE = 0.05;
/** What a word is worth that was typed with marks and stands there with others: "hộ chiếu" is not "chiêu", "chuẫn" is "chuẩn". */
const OTHER_MARKS = 0.4;
/** What is left of a passage about Thông tư 124 where Thông tư 17 was asked for. */
const OTHER_DOCUMENT = 0.4;
/** A pair of neighbours says more than its two syllables apart. */
const PAIR_SHARE = 1.5;

/**
 * Orders candidates by BM25, by how much of the question they carry, by how alike the question and one of the
 * passage's own questions are and, where the question was typed with marks, by the marks.
 */
export function rank(
  question: Question,
  candidates: readonly Candidate[],
  vocabulary: Vocabulary,
  read: PassageReader = readPassage,
): Hit[] {
  const best = Math.max(...candidates.map(({ bm25 }) => bm25), Number.EPSILON);
  return candidates
    .map(({ passage, bm25 }): Hit => {
      const { whole, questions } = read(passage);
      const trust = speaksOf(question.documentNumbers, whole) ? 1 : OTHER_DOCUMENT;
      const coverage = trust * coverageOf(question, whole);
      const likeness = trust * Math.max(...questions.map((terms) => likenessOf(question, terms, vocabulary)));
      const marks = question.hasMarks ? marksOf(question, whole) : 0;
      const asked = passage.asks.length > 0 ? LIKENESS_SHARE * likeness : 0;
      const score = bm25 / best + asked + COVERAGE_SHARE * coverage + MARKS_SHARE * marks;
      return { passage, score, coverage, likeness };
    })
    .sort((a, b) => b.score - a.score);
}

/** The terms of a passage: all of it, and each of the questions that it answers. */
export interface PassageTerms {
  readonly whole: Terms;
  readonly questions: readonly Terms[];
}

export type PassageReader = (passage: Passage) => PassageTerms;

function readPassage(passage: Passage): PassageTerms {
  const { document, headings, text, asks } = passage;
  return {
    whole: readTerms([document.number ?? "", ...headings, text, ...asks].join("\n")),
    questions: [headings.at(-1) ?? "", ...asks].map(readTerms),
  };
}

/** Reads each passage once and remembers the last ones, by id: for passages of one version. */
export function createPassageReader(remember: number): PassageReader {
  const known = new Map<string, PassageTerms>();
  return (passage) => {
    const found = known.get(passage.id) ?? readPassage(passage);
    known.delete(passage.id);
    known.set(passage.id, found);
    if (known.size > remember) known.delete(known.keys().next().value as string);
    return found;
  };
}

interface Terms {
  /** Folded syllables in order. */
  readonly folded: readonly string[];
  /** Syllables and pairs without marks. */
  readonly bare: ReadonlySet<string>;
  /** Syllables and pairs as written. */
  readonly marked: ReadonlySet<string>;
}

function readTerms(text: string): Terms {
  const words = readWords(text);
  const folded = words.map(fold);
  return {
    folded,
    bare: new Set([...folded, ...neighbours(folded)]),
    marked: new Set([...words, ...neighbours(words)]),
  };
}

function neighbours(words: readonly string[]): string[] {
  return words.slice(1).map((second, i) => pair(words[i] as string, second));
}

/** True where the passage names every document number asked for; "9" and "09" are the same. */
function speaksOf(numbers: readonly string[], terms: Terms): boolean {
  return numbers.every(
    (number) =>
      terms.bare.has(number) ||
      terms.bare.has(number.padStart(2, "0")) ||
      terms.bare.has(number.replace(/^0+(?=\d)/u, "")),
  );
}

function coverageOf(question: Question, terms: Terms): number {
  const { found, total } = matched(question, terms);
  return total === 0 ? 0 : found / total;
}

/** Dice: what both say, twice, over what each of them says. */
function likenessOf(question: Question, terms: Terms, vocabulary: Vocabulary): number {
  const { found, total } = matched(question, terms);
  const weights = terms.folded.map((syllable) => vocabulary.weight(syllable));
  const pairs = weights
    .slice(1)
    .reduce((sum, weight, i) => sum + Math.sqrt(weight * (weights[i] as number)), 0);
  const own = weights.reduce((sum, weight) => sum + weight, 0) + PAIR_SHARE * pairs;
  return total + own === 0 ? 0 : Math.min(1, (2 * found) / (total + own));
}

function matched(question: Question, terms: Terms): { found: number; total: number } {
  let found = 0;
  let total = 0;
  for (const { meanings, typed, weight } of questionTerms(question)) {
    const full = weight * (typed.includes("_") ? PAIR_SHARE : 1);
    total += full;
    if (!meanings.some((term) => terms.bare.has(term))) continue;
    found += question.hasMarks && !isUnmarked(typed) && !terms.marked.has(typed) ? full * OTHER_MARKS : full;
  }
  return { found, total };
}

/** The share of the question's words that stand in the passage with the very marks they were typed with. */
function marksOf(question: Question, terms: Terms): number {
  const total = question.words.reduce((sum, { weight }) => sum + weight, 0);
  const same = question.words.reduce(
    (sum, { typed, weight }) => sum + (terms.marked.has(typed) ? weight : 0),
    0,
  );
  return total === 0 ? 0 : same / total;
}

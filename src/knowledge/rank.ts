import { fold, isUnmarked } from "../vietnamese/fold.ts";
import { ASPECTS, SUBJECTS, TOPICS } from "./concepts.ts";
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
/** What is left of a passage that doesn't speak of the thing asked for, as a passport or wages. */
const OTHER_MATTER = 0.5;
/** What is left of a passage whose heading names companies where schools were asked for. */
const OTHER_SUBJECT = 0.65;
/** What is left of the likeness of two questions of which one asks why and the other when. */
const OTHER_ASPECT = 0.85;
/** What a word is worth that stands there only as a synonym. */
const SYNONYM = 0.7;
/** Enough to part "vì sao gọi là 138" from "138 là gì" where the words are the same. */
const ASPECT_SHARE = 0.55;
/** Aspects that nearly any question may have: they tell less. */
const GENERAL: ReadonlySet<string> = new Set(["may", "how", "count", "definition"]);
/** An aspect that only another way of asking has, not the heading. */
const ASPECT_IN_ASKS = 0.7;
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
      const trust = trustIn(question, whole, questions);
      const coverage = trust * coverageOf(question, whole);
      const nearest = nearestOf(question, questions, vocabulary);
      const likeness = trust * nearest.likeness;
      const marks = question.hasMarks ? marksOf(question, whole) : 0;
      const asked =
        passage.asks.length > 0
          ? LIKENESS_SHARE * likeness + ASPECT_SHARE * coverage * aspectsOf(question, questions)
          : 0;
      const score = (trust * bm25) / best + asked + COVERAGE_SHARE * coverage + MARKS_SHARE * marks;
      return { passage, score, coverage, likeness, nearest: nearest.text };
    })
    .sort((a, b) => b.score - a.score);
}

function trustIn(question: Question, whole: Terms, [heading]: readonly OwnQuestion[]): number {
  const sameDocument = speaksOf(question.documentNumbers, whole) ? 1 : OTHER_DOCUMENT;
  const sameMatter = question.matters.every((matter) => holds(whole, matter)) ? 1 : OTHER_MATTER;
  const sameSubject = disjoint(question.subjects, heading?.subjects) ? OTHER_SUBJECT : 1;
  const sameTopic = disjoint(question.topics, heading?.topics) ? OTHER_SUBJECT : 1;
  return sameDocument * sameMatter * sameSubject * sameTopic;
}

function nearestOf(question: Question, own: readonly OwnQuestion[], vocabulary: Vocabulary) {
  const likenesses = own.map(({ terms, aspects, text }) => ({
    text,
    likeness:
      likenessOf(question, terms, vocabulary) * (disjoint(question.aspects, aspects) ? OTHER_ASPECT : 1),
  }));
  return likenesses.reduce((best, other) => (other.likeness > best.likeness ? other : best));
}

/** 0..1: how much of what is asked the heading asks too, or else another of the passage's own questions. */
function aspectsOf({ aspects }: Question, own: readonly OwnQuestion[]): number {
  const total = weightOf(aspects);
  if (total === 0) return 0;
  const shares = own.map(
    (other, i) =>
      (i === 0 ? 1 : ASPECT_IN_ASKS) *
      weightOf(new Set([...aspects].filter((aspect) => other.aspects.has(aspect)))),
  );
  return Math.max(...shares) / total;
}

const weightOf = (aspects: Concepts) =>
  [...aspects].reduce((sum, aspect) => sum + (GENERAL.has(aspect) ? 0.5 : 1), 0);

type Concepts = ReadonlySet<string>;

function meet(some: Concepts, others: Concepts = new Set()): boolean {
  return [...some].some((concept) => others.has(concept));
}

/** True where both name something and nothing in common. */
function disjoint(some: Concepts, others: Concepts = new Set()): boolean {
  return some.size > 0 && others.size > 0 && !meet(some, others);
}

/** The terms of a passage: all of it, and each of the questions that it answers. */
export interface PassageTerms {
  readonly whole: Terms;
  /** The heading first. */
  readonly questions: readonly OwnQuestion[];
}

interface OwnQuestion {
  readonly text: string;
  readonly terms: Terms;
  readonly aspects: Concepts;
  readonly subjects: Concepts;
  readonly topics: Concepts;
}

export type PassageReader = (passage: Passage) => PassageTerms;

function readPassage(passage: Passage): PassageTerms {
  const { document, headings, text, asks } = passage;
  return {
    whole: readTerms([document.number ?? "", ...headings, text, ...asks].join("\n")),
    questions: [headings.at(-1) ?? "", ...asks].map(readOwnQuestion),
  };
}

function readOwnQuestion(text: string): OwnQuestion {
  const words = readWords(text);
  return {
    text,
    terms: readTerms(text),
    aspects: ASPECTS.concepts(words),
    subjects: SUBJECTS.concepts(words),
    topics: TOPICS.concepts(words),
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

/** Dice: what both say, twice, over what each of them says; word for word is wholly alike, whatever the words weigh. */
function likenessOf(question: Question, terms: Terms, vocabulary: Vocabulary): number {
  if (isWordForWord(question, terms)) return 1;
  const { found, total } = matched(question, terms);
  const weights = terms.folded.map((syllable) => vocabulary.weight(syllable));
  const pairs = weights
    .slice(1)
    .reduce((sum, weight, i) => sum + Math.sqrt(weight * (weights[i] as number)), 0);
  const own = weights.reduce((sum, weight) => sum + weight, 0) + PAIR_SHARE * pairs;
  return total + own === 0 ? 0 : Math.min(1, (2 * found) / (total + own));
}

function isWordForWord({ words }: Question, { folded }: Terms): boolean {
  return words.length === folded.length && words.every(({ typed }, at) => fold(typed) === folded[at]);
}

function matched(question: Question, terms: Terms): { found: number; total: number } {
  let found = 0;
  let total = 0;
  const called = new Set([...calledOtherwise(question, terms), ...agreedByNeighbour(question, terms)]);
  for (const [i, { meanings, typed, weight }] of questionTerms(question).entries()) {
    const isPair = i >= question.words.length;
    const full = weight * (isPair ? PAIR_SHARE : 1);
    total += full;
    if (meanings.some((term) => terms.bare.has(term))) {
      found +=
        question.hasMarks && !isUnmarked(typed) && !terms.marked.has(typed) ? full * OTHER_MARKS : full;
    } else {
      const first = isPair ? i - question.words.length : i;
      if (called.has(first) && (!isPair || called.has(first + 1))) found += full * SYNONYM;
    }
  }
  return { found, total };
}

/** The places of the question's words that the passage has as a synonym. */
function calledOtherwise({ alternatives }: Question, terms: Terms): ReadonlySet<number> {
  const places = new Set<number>();
  for (const { start, end, others } of alternatives) {
    if (!others.some((phrase) => holds(terms, phrase))) continue;
    for (let at = start; at < end; at++) places.add(at);
  }
  return places;
}

/** The places of unknown words of which the passage has what they may have been meant to be, beside their neighbour. */
function agreedByNeighbour({ words }: Question, { bare }: Terms): number[] {
  return words.flatMap(({ perhaps }, at) => {
    const before = words[at - 1]?.meant ?? [];
    const after = words[at + 1]?.meant ?? [];
    const agrees = (guess: string) =>
      before.some((word) => bare.has(pair(word, guess))) || after.some((word) => bare.has(pair(guess, word)));
    return perhaps.some(agrees) ? [at] : [];
  });
}

/** True where the passage has the phrase: its only syllable, or each pair of its neighbours. */
function holds({ bare }: Terms, phrase: readonly string[]): boolean {
  const parts = phrase.length > 1 ? neighbours(phrase) : phrase;
  return parts.every((part) => bare.has(part));
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

import { fold, isUnmarked } from "../language/fold.ts";
import type { Encoded } from "./encoder.ts";
import type { Hit, Passage } from "./knowledge-index.ts";
import { scoreOf, withChances } from "./learned-order.ts";
import { type OwnQuestion, type PassageReader, readPassage, sought, type Terms } from "./passage-terms.ts";
import { type Question, questionTerms } from "./reduced-question.ts";
import type { Vocabulary } from "./search-vocabulary.ts";
import type { Alike } from "./similarity/similarity.ts";
import { pair } from "./terms.ts";
import { topicNamed } from "./topic-words.ts";
import { nearnessOf, type Wordings } from "./wordings.ts";

/** A passage as full-text search found it. */
export interface Candidate {
  readonly passage: Passage;
  /** The passage's words as the index read them, in order, with a space between them; read again where absent. */
  readonly words?: string;
  /** BM25, higher is better. */
  readonly bm25: number;
  /** What is learned of its own wordings; absent where the library's sections don't say how they are asked for. */
  readonly own?: Wordings | undefined;
}

/** The weight of each signal, compared with BM25 (which is scaled to 0..1 by the best candidate). */
const LIKENESS_SHARE = 0.7;
const COVERAGE_SHARE = 0.8;
/** Enough to distinguish "án" from "an" where everything else is equal, not enough to outweigh it. */
const MARKS_SHARE = 0.05;
/** The weight of a word with other marks: "hộ chiếu" is not "chiêu", but "chuẫn" is "chuẩn". */
const OTHER_MARKS = 0.4;
/** Factor for a passage about Thông tư 124 where the question names Thông tư 17. */
const OTHER_DOCUMENT = 0.4;
/** Factor for a passage that doesn't mention the requested thing, such as a passport or wages. */
const OTHER_MATTER = 0.5;
/** Factor for a passage whose heading names companies where the question names schools. */
const OTHER_SUBJECT = 0.65;
/** Factor for the similarity of two questions, one of which asks why and the other when. */
const OTHER_ASPECT = 0.85;
/** The weight of a word that the passage has only as a synonym. */
const SYNONYM = 0.7;
/** Enough to distinguish "vì sao gọi là 138" from "138 là gì" where the words are the same. */
const ASPECT_SHARE = 0.55;
/** Aspects of nearly any question: they say less. */
const GENERAL: ReadonlySet<string> = new Set(["may", "how", "count", "definition"]);
/** The weight of an aspect that only another form of the question has, not the heading. */
const ASPECT_IN_ASKS = 0.7;
/** The weight of a pair of neighbours, compared with its two single syllables. */
const PAIR_SHARE = 1.5;

/** A question, and what is learned of it where the passages have learned wordings. */
export interface AskedOfIndex {
  readonly question: Question;
  readonly encoded?: Encoded | undefined;
  /** How near each document's passages are; where absent, a passage speaks for its document. */
  readonly near?: ReadonlyMap<string, number> | undefined;
  /** How similar the sections are by an embedding model; it counts only where all candidates have it. */
  readonly alike?: Alike | null | undefined;
}

/**
 * Orders candidates by what was learned of the signals, where the passages have learned wordings; else by BM25, by the
 * share of the question that they cover, by the similarity of the question and one of the passage's own questions and,
 * where the question was typed with marks, by the marks.
 */
export function rank(
  { question, encoded, near, alike }: AskedOfIndex,
  candidates: readonly Candidate[],
  vocabulary: Vocabulary,
  read: PassageReader = readPassage,
): Hit[] {
  const best = Math.max(...candidates.map(({ bm25 }) => bm25), Number.EPSILON);
  const asked = readAsked(question);
  const isAlikeKnown = candidates.every(({ passage }) => alike?.has(passage.id));
  const hits = candidates.map(({ passage, words, bm25, own }): Hit => {
    const terms = read(passage, words);
    const { whole, questions } = terms;
    const trust = trustIn(question, whole, questions);
    const held = coverageOf(asked, whole);
    const coverage = trust * held;
    const nearest = nearestOf(asked, questions, vocabulary);
    const likeness = trust * nearest.likeness;
    const marks = question.hasMarks ? marksOf(question, whole) : 0;
    const aspects = passage.asks.length > 0 ? aspectsOf(question, questions) : 0;
    const found = { passage, coverage, likeness, nearest: nearest.text };
    if (encoded !== undefined && own !== undefined) {
      const nearness = nearnessOf(encoded, own);
      const document = near?.get(passage.document.id) ?? nearness.meaning;
      const telling = tellingOf(asked, whole);
      const signals = {
        ...nearness,
        document,
        telling,
        topic: topicNamed(question, terms, vocabulary),
        likeness: nearest.likeness,
        bm25: bm25 / best,
        coverage: held,
        aspects,
        marks,
        trust,
        ...(isAlikeKnown && { alike: alike?.get(passage.id) ?? 0 }),
      };
      return { ...found, signals, score: scoreOf(signals) };
    }
    const listed =
      passage.asks.length > 0 ? LIKENESS_SHARE * likeness + ASPECT_SHARE * coverage * aspects : 0;
    return {
      ...found,
      score: (trust * bm25) / best + listed + COVERAGE_SHARE * coverage + MARKS_SHARE * marks,
    };
  });
  const ordered = hits.sort((a, b) => b.score - a.score);
  return encoded === undefined ? ordered : withChances(ordered, encoded);
}

function trustIn(question: Question, whole: Terms, [heading]: readonly OwnQuestion[]): number {
  const sameDocument = speaksOf(question.documentNumbers, whole) ? 1 : OTHER_DOCUMENT;
  const sameMatter = question.matters.every((matter) => holds(whole, matter)) ? 1 : OTHER_MATTER;
  const sameSubject = disjoint(question.subjects, heading?.subjects) ? OTHER_SUBJECT : 1;
  const sameTopic = disjoint(question.topics, heading?.topics) ? OTHER_SUBJECT : 1;
  return sameDocument * sameMatter * sameSubject * sameTopic;
}

function nearestOf(asked: Asked, own: readonly OwnQuestion[], vocabulary: Vocabulary) {
  const { question } = asked;
  const likenesses = own.map(({ terms, aspects, text }) => ({
    text,
    likeness: likenessOf(asked, terms, vocabulary) * (disjoint(question.aspects, aspects) ? OTHER_ASPECT : 1),
  }));
  return likenesses.reduce((best, other) => (other.likeness > best.likeness ? other : best));
}

/** 0..1: the share of the question's aspects that the heading, or another of the own questions, has too. */
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

/** True where both name something, but nothing in common. */
function disjoint(some: Concepts, others: Concepts = new Set()): boolean {
  return some.size > 0 && others.size > 0 && !meet(some, others);
}

function neighbours(words: readonly string[]): string[] {
  return words.slice(1).map((second, i) => pair(words[i] as string, second));
}

/** True where the passage names every document number asked for; "9" and "09" are the same. */
function speaksOf(numbers: readonly string[], terms: Terms): boolean {
  return numbers.every(
    (number) =>
      terms.bare.includes(sought(number)) ||
      terms.bare.includes(sought(number.padStart(2, "0"))) ||
      terms.bare.includes(sought(number.replace(/^0+(?=\d)/u, ""))),
  );
}

/** A question prepared for comparison with passages: everything that doesn't depend on the passage is computed once. */
interface Asked {
  readonly question: Question;
  readonly terms: readonly AskedTerm[];
  readonly total: number;
}

interface AskedTerm {
  /** As typed, and without marks in every reading: in the form of `sought`. */
  readonly typed: string;
  readonly meanings: readonly string[];
  readonly weight: number;
  /** True where its marks decide which word is meant. */
  readonly isMarked: boolean;
  /** The positions of its words in the question: one, or two for a pair. */
  readonly places: readonly number[];
  /** True for a pair that can't be in a text without both of its words. */
  readonly needsBoth: boolean;
}

function readAsked(question: Question): Asked {
  const terms = questionTerms(question).map(({ typed, meanings, weight }, i): AskedTerm => {
    const isPair = i >= question.words.length;
    const first = isPair ? i - question.words.length : i;
    return {
      typed: sought(typed),
      meanings: meanings.map(sought),
      weight: weight * (isPair ? PAIR_SHARE : 1),
      isMarked: question.hasMarks && !isUnmarked(typed),
      places: isPair ? [first, first + 1] : [first],
      needsBoth: isPair && [first, first + 1].every((at) => question.words[at]?.perhaps.length === 0),
    };
  });
  return { question, terms, total: terms.reduce((sum, { weight }) => sum + weight, 0) };
}

function coverageOf(asked: Asked, terms: Terms): number {
  return asked.total === 0 ? 0 : foundOf(asked, terms) / asked.total;
}

/** So many words of a question say most of what it is about. */
const MOST_TELLING = 2;

/** The share of the question's rarest words that the text has, or has as a synonym. */
function tellingOf({ question, terms: asked }: Asked, terms: Terms): number {
  const called = calledOtherwise(question, terms);
  const rarest = asked
    .slice(0, question.words.length)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_TELLING);
  const held = rarest.filter(
    ({ meanings, places }) =>
      meanings.some((term) => terms.bare.includes(term)) || places.every((at) => called.has(at)),
  );
  return rarest.length === 0 ? 0 : held.length / rarest.length;
}

/** Dice coefficient: twice the common weight, divided by the sum of both weights. */
function likenessOf(asked: Asked, terms: Terms, vocabulary: Vocabulary): number {
  if (isWordForWord(asked.question, terms)) return 1;
  const total = asked.total + weightOfAll(terms, vocabulary);
  return total === 0 ? 0 : Math.min(1, (2 * foundOf(asked, terms)) / total);
}

/** The weight of all words and pairs of a text, computed once for each version of the knowledge. */
function weightOfAll(terms: Terms, vocabulary: Vocabulary): number {
  const known = WEIGHTS.get(vocabulary) ?? new WeakMap<Terms, number>();
  WEIGHTS.set(vocabulary, known);
  const remembered = known.get(terms);
  if (remembered !== undefined) return remembered;
  const weights = terms.folded.map((syllable) => vocabulary.weight(syllable));
  const pairs = weights
    .slice(1)
    .reduce((sum, weight, i) => sum + Math.sqrt(weight * (weights[i] as number)), 0);
  const all = weights.reduce((sum, weight) => sum + weight, 0) + PAIR_SHARE * pairs;
  known.set(terms, all);
  return all;
}

const WEIGHTS = new WeakMap<Vocabulary, WeakMap<Terms, number>>();

function isWordForWord({ words }: Question, { folded }: Terms): boolean {
  return words.length === folded.length && words.every(({ typed }, at) => fold(typed) === folded[at]);
}

/** The share of the question's weight that the text has. */
function foundOf({ question, terms: asked }: Asked, terms: Terms): number {
  const called = new Set([...calledOtherwise(question, terms), ...agreedByNeighbour(question, terms)]);
  const present: boolean[] = [];
  let found = 0;
  for (const [i, { typed, meanings, weight, isMarked, places, needsBoth }] of asked.entries()) {
    const isPossible = !needsBoth || places.every((place) => present[place]);
    present[i] = isPossible && meanings.some((term) => terms.bare.includes(term));
    if (present[i]) {
      found += isMarked && !terms.marked.includes(typed) ? weight * OTHER_MARKS : weight;
    } else if (called.size > 0 && places.every((place) => called.has(place))) {
      found += weight * SYNONYM;
    }
  }
  return found;
}

/** The positions of the question's words that the passage has as a synonym. */
function calledOtherwise({ alternatives }: Question, terms: Terms): ReadonlySet<number> {
  const places = new Set<number>();
  for (const { start, end, others } of alternatives) {
    if (!others.some((phrase) => holds(terms, phrase))) continue;
    for (let at = start; at < end; at++) places.add(at);
  }
  return places;
}

/** The positions of unknown words where the passage has a likely correction next to the neighbouring word. */
function agreedByNeighbour({ words }: Question, { bare }: Terms): number[] {
  return words.flatMap(({ perhaps }, at) => {
    const before = words[at - 1]?.meant ?? [];
    const after = words[at + 1]?.meant ?? [];
    const agrees = (guess: string) =>
      before.some((word) => bare.includes(` ${word} ${guess} `)) ||
      after.some((word) => bare.includes(` ${guess} ${word} `));
    return perhaps.some(agrees) ? [at] : [];
  });
}

/** True where the passage has the phrase: its only syllable, or each pair of its neighbours. */
function holds({ bare }: Terms, phrase: readonly string[]): boolean {
  const parts = phrase.length > 1 ? neighbours(phrase) : phrase;
  return parts.every((part) => bare.includes(sought(part)));
}

/** The share of the question's words that the passage has with exactly the typed marks. */
function marksOf(question: Question, terms: Terms): number {
  const total = question.words.reduce((sum, { weight }) => sum + weight, 0);
  const same = question.words.reduce(
    (sum, { typed, weight }) => sum + (terms.marked.includes(sought(typed)) ? weight : 0),
    0,
  );
  return total === 0 ? 0 : same / total;
}

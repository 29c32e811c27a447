import { DOCUMENT_KINDS } from "../language/document-kinds.ts";
import { fold, isUnmarked, wordMatches } from "../language/fold.ts";
import { wordsOf } from "../language/syllables.ts";
import {
  type Alternative,
  ASPECTS,
  alternativesOf,
  isLexiconPair,
  mattersOf,
  SUBJECTS,
  TOPICS,
} from "./concepts.ts";
import questionWords from "./lexicon/question-words.json" with { type: "json" };
import type { Vocabulary } from "./search-vocabulary.ts";
import { guessByNeighbour, guessMeant, respell } from "./slips.ts";
import { pair, readWords } from "./terms.ts";

/** A syllable of a question: what it may mean and how much it says. */
export interface QuestionWord {
  /** As typed, marks kept. */
  readonly typed: string;
  /** Without marks; more than one where a typing slip could mean several. */
  readonly meant: readonly string[];
  /** What it may mean if the neighbouring word matches; without marks. */
  readonly perhaps: readonly string[];
  /** 0 for a question word, up to the weight of a word that the knowledge doesn't contain. */
  readonly weight: number;
}

export interface Question {
  readonly words: readonly QuestionWord[];
  /** True where it was typed with Vietnamese marks. */
  readonly hasMarks: boolean;
  /** Numbers of documents that it names: "124" in "thông tư 124". A passage without them is about another document. */
  readonly documentNumbers: readonly string[];
  /** Phrases of it that have synonyms. */
  readonly alternatives: readonly Alternative[];
  /** What is asked, such as "why" or "penalty". */
  readonly aspects: ReadonlySet<string>;
  /** Whom it is about, such as "company". */
  readonly subjects: ReadonlySet<string>;
  /** Which of several easily confused things is meant, such as "denunciation" and "report". */
  readonly topics: ReadonlySet<string>;
  /** Things that an answer must mention, as folded syllables. */
  readonly matters: readonly (readonly string[])[];
}

/** Weight of a doubtful word: without marks "con" may be "còn" or "con", "toi" may be "tôi" or "tội". */
const UNMARKED_DOUBT = 0.15;
/** Weight of a number that no passage has, such as how many people work somewhere: the question is rarely about it. */
const STRANGE_NUMBER = 0.3;
const MAX_WORDS = 80;

const PHRASES = questionWords.map(wordsOf).sort((a, b) => b.length - a.length);

/** Prepares a question for searching. Never throws. */
export function readQuestion(text: string, vocabulary: Vocabulary): Question {
  const typed = readWords(text)
    .slice(0, MAX_WORDS)
    .flatMap((word) => respell(word, vocabulary));
  const hasMarks = typed.some((word) => !isUnmarked(word));
  const tells = telling(typed, hasMarks);
  const words = typed.map((word, i): QuestionWord => {
    const folded = fold(word);
    const meant = guessMeant(folded, vocabulary);
    const strange = /^\d+$/u.test(folded) && vocabulary.frequency(folded) === 0 ? STRANGE_NUMBER : 1;
    const weight = vocabulary.weight(meant[0] ?? folded) * (tells[i] ?? 1) * strange;
    const perhaps = meant.length > 0 ? [] : guessByNeighbour(folded, vocabulary);
    return { typed: word, meant: meant.length > 0 ? meant : [folded], perhaps, weight };
  });
  const meant = words.map((word, at) => meaningOf(word, words[at - 1], words[at + 1]));
  return {
    words,
    hasMarks,
    documentNumbers: documentNumbers(typed.map(fold)),
    alternatives: alternativesOf(meant),
    aspects: ASPECTS.concepts(meant),
    subjects: SUBJECTS.concepts(meant),
    topics: TOPICS.concepts(meant),
    matters: mattersOf(meant),
  };
}

/** The question with its slips mended and glued words divided, as far as that is sure. */
export const corrected = ({ words }: Question): string =>
  words
    .map(({ typed, meant }) => (meant.length === 1 && meant[0] !== fold(typed) ? meant[0] : typed))
    .join(" ");

/** The word in the form of the lexicon: as typed, or as its correction, sure or confirmed by its neighbour. */
function meaningOf(word: QuestionWord, before?: QuestionWord, after?: QuestionWord): string {
  const [sure] = word.meant;
  if (sure !== undefined && sure !== fold(word.typed)) return sure;
  const guess = word.perhaps.find(
    (other) =>
      isLexiconPair(fold(before?.typed ?? ""), other) || isLexiconPair(other, fold(after?.typed ?? "")),
  );
  return guess ?? word.typed;
}

/** Kinds with two syllables, as all kinds that people name with only a number have. */
const KINDS = new Set(DOCUMENT_KINDS.filter(({ codes }) => codes.length > 0).map(({ name }) => fold(name)));

function documentNumbers(folded: readonly string[]): string[] {
  return folded.filter((word, i) => {
    const at = folded[i - 1] === "so" ? i - 1 : i;
    return /^\d+$/u.test(word) && KINDS.has(folded.slice(Math.max(0, at - 2), at).join(" "));
  });
}

/** For each word: 1 where it says what is asked for, 0 where it only asks, between where that is unclear. */
export function telling(typed: readonly string[], hasMarks: boolean): number[] {
  const tells = typed.map(() => 1);
  for (let at = 0; at < typed.length; ) {
    const phrase = PHRASES.find((words) =>
      words.every((wanted, i) => {
        const word = typed[at + i];
        return word !== undefined && (hasMarks ? word === wanted : wordMatches(word, wanted));
      }),
    );
    const length = phrase?.length ?? 1;
    if (phrase !== undefined) tells.fill(hasMarks || length > 1 ? 0 : UNMARKED_DOUBT, at, at + length);
    at += length;
  }
  return tells;
}

/** How many words of a text say what is asked for: a follow-up like "ai ký?" has few. */
export function substance(text: string): number {
  const typed = readWords(text);
  return telling(
    typed,
    typed.some((word) => !isUnmarked(word)),
  ).reduce((sum, tells) => sum + tells, 0);
}

/** A syllable or a pair of neighbours of a question. */
export interface QuestionTerm {
  /** As typed, marks kept; the two of a pair joined by "_". */
  readonly typed: string;
  /** Without marks, in every meaning. */
  readonly meanings: readonly string[];
  readonly weight: number;
}

/** Syllables, then pairs of neighbours. A pair with a question word in it tells nothing. */
export function questionTerms({ words }: Question): QuestionTerm[] {
  const single = words.map(({ typed, meant, weight }) => ({ typed, meanings: meant, weight }));
  const pairs = words.slice(1).map((second, i) => {
    const first = words[i] as QuestionWord;
    return {
      typed: pair(first.typed, second.typed),
      meanings: [
        ...pairsOf(first.meant, [...second.meant, ...second.perhaps]),
        ...pairsOf(first.perhaps, second.meant),
      ],
      weight: Math.sqrt(first.weight * second.weight),
    };
  });
  return [...single, ...pairs];
}

function pairsOf(first: readonly string[], second: readonly string[]): string[] {
  return first.flatMap((a) => second.map((b) => pair(a, b)));
}

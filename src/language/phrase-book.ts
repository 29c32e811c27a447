import { compilePhrase, type Phrase } from "./phrases.ts";
import type { Utterance } from "./utterance.ts";

/** Where a phrase stands in an utterance: words `start` (inclusive) to `end` (exclusive). */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** The phrase as the lexicon writes it. */
  readonly source: string;
}

const GAP = "…";
const MAX_GAP = 4;
const CHOICE = /\(([^()]*)\)/u;

/**
 * "bị (đâm/chém) (/nhiều) nhát" → every phrase that it stands for. An empty choice leaves the word out.
 * @param source a phrase with choices in brackets, not nested
 */
export function expandChoices(source: string): string[] {
  const match = CHOICE.exec(source);
  if (match === null) return [source.replace(/\s+/gu, " ").trim()];
  const [whole, inside = ""] = match;
  const before = source.slice(0, match.index);
  const after = source.slice(match.index + whole.length);
  return inside.split("/").flatMap((choice) => expandChoices(before + choice + after));
}

/**
 * Many phrases looked for at once, each with or without marks (see `wordMatches`). `…` in a phrase, not at its
 * beginning, stands for up to four other words; "(a/b)" for either.
 */
export class PhraseBook {
  readonly #byFirstWord = new Map<string, Phrase[]>();
  /** Every word of the book, as written. */
  readonly words: ReadonlySet<string>;

  constructor(sources: readonly string[]) {
    const words = new Set<string>();
    for (const source of new Set(sources.flatMap(expandChoices))) {
      const phrase = compilePhrase(source);
      const first = phrase.folded[0];
      if (first === undefined || phrase.words[0] === GAP)
        throw new Error(`a phrase begins with a word: "${source}"`);
      const sameStart = this.#byFirstWord.get(first) ?? [];
      sameStart.push(phrase);
      this.#byFirstWord.set(first, sameStart);
      for (const word of phrase.words) if (word !== GAP) words.add(word);
    }
    this.words = words;
  }

  has(utterance: Utterance): boolean {
    return this.first(utterance) !== null;
  }

  first(utterance: Utterance): Span | null {
    for (let start = 0; start < utterance.words.length; start++) {
      const span = this.#at(utterance, start);
      if (span !== null) return span;
    }
    return null;
  }

  /** Every place at which a phrase begins, with the longest phrase there. */
  all(utterance: Utterance): Span[] {
    return utterance.words.flatMap((_, start) => this.#at(utterance, start) ?? []);
  }

  #at(utterance: Utterance, start: number): Span | null {
    let longest: Span | null = null;
    for (const phrase of this.#byFirstWord.get(utterance.folded[start] as string) ?? []) {
      const end = matchFrom(utterance, start, phrase, 0);
      if (end > (longest?.end ?? -1)) longest = { start, end, source: phrase.source };
    }
    return longest;
  }
}

function matchFrom(utterance: Utterance, at: number, phrase: Phrase, i: number): number {
  if (i === phrase.words.length) return at;
  if (phrase.words[i] === GAP) {
    for (let skip = 0; skip <= MAX_GAP; skip++) {
      const end = matchFrom(utterance, at + skip, phrase, i + 1);
      if (end !== -1) return end;
    }
    return -1;
  }
  const typed = utterance.words[at];
  if (typed === undefined) return -1;
  const plain = utterance.folded[at];
  const same = typed === phrase.words[i] || (typed === plain && plain === phrase.folded[i]);
  return same ? matchFrom(utterance, at + 1, phrase, i + 1) : -1;
}

/** The utterance with the words of every span replaced by a sign that no phrase has. */
export function withoutSpans(utterance: Utterance, spans: readonly Span[]): Utterance {
  if (spans.length === 0) return utterance;
  const hide = (words: readonly string[]) =>
    words.map((word, i) => (spans.some(({ start, end }) => i >= start && i < end) ? "·" : word));
  return { ...utterance, words: hide(utterance.words), folded: hide(utterance.folded) };
}

/** True where phrases of the book and filler words make up the whole utterance, and at least one phrase stands there. */
export function isMadeOf(utterance: Utterance, book: PhraseBook, fillers: PhraseBook): boolean {
  const spans = book.all(utterance);
  if (spans.length === 0) return false;
  const rest = withoutSpans(utterance, [...spans, ...fillers.all(utterance)]);
  return rest.words.every((word) => word === "·");
}

import type { Span } from "./phrase-book.ts";
import { compilePhrase } from "./phrases.ts";
import type { Utterance } from "./utterance.ts";

interface Word {
  readonly marked: string;
  readonly plain: string;
  /** Counts only where it was typed with its marks: "!cháy" is not "chay". */
  readonly isStrict: boolean;
}

/** One place of a pattern: any of its wordings stands there, or none where it may be left out. */
interface Slot {
  /** By the plain form of the first word. */
  readonly byFirst: ReadonlyMap<string, readonly (readonly Word[])[]>;
  readonly mayBeEmpty: boolean;
}

type Part = Slot | "gap";

const MAX_GAP = 6;
const PART = /\(([^()]*)\)|…|[^\s()…]+/gu;
const AND = " & ";

/**
 * Many patterns looked for at once, in the syntax of `PhraseBook`, but choices are never multiplied out: a pattern of
 * two classes of fifty words costs a hundred words, not 2 500 phrases. "…" stands for up to six other words;
 * "!" before a word: only with its marks.
 * @throws where a pattern begins with a gap
 */
export class PatternBook {
  readonly #byFirstWord = new Map<string, { parts: readonly Part[]; source: string }[]>();
  /** Every word of the book, with its marks. */
  readonly words: ReadonlySet<string>;

  constructor(sources: readonly string[]) {
    const words = new Set<string>();
    for (const source of new Set(sources)) {
      const parts = [...source.matchAll(PART)].map((match) => partOf(match, words));
      if (parts[0] === "gap" || parts.length === 0)
        throw new Error(`a pattern begins with a word: "${source}"`);
      for (const first of firstWords(parts)) {
        const sameStart = this.#byFirstWord.get(first) ?? [];
        sameStart.push({ parts, source });
        this.#byFirstWord.set(first, sameStart);
      }
    }
    this.words = words;
  }

  has(utterance: Utterance): boolean {
    return utterance.words.some((_, start) => this.#at(utterance, start) !== null);
  }

  /** Every place at which a pattern begins, with the longest match there. */
  all(utterance: Utterance): Span[] {
    return utterance.words.flatMap((_, start) => this.#at(utterance, start) ?? []);
  }

  #at(utterance: Utterance, start: number): Span | null {
    let longest: Span | null = null;
    for (const { parts, source } of this.#byFirstWord.get(utterance.folded[start] as string) ?? []) {
      const end = matchFrom(utterance, start, parts, 0);
      if (end > Math.max(start, longest?.end ?? -1)) longest = { start, end, source };
    }
    return longest;
  }
}

/** Rules of which each is a pattern, or several joined by " & " that all stand in the message, apart from each other. */
export class PatternRules {
  readonly #single: PatternBook;
  readonly #joint: readonly (readonly PatternBook[])[];
  readonly words: ReadonlySet<string>;

  constructor(rules: readonly string[]) {
    this.#single = new PatternBook(rules.filter((rule) => !rule.includes(AND)));
    this.#joint = rules
      .filter((rule) => rule.includes(AND))
      .map((rule) => rule.split(AND).map((pattern) => new PatternBook([pattern])));
    this.words = new Set([this.#single, ...this.#joint.flat()].flatMap((book) => [...book.words]));
  }

  has(utterance: Utterance): boolean {
    return this.#single.has(utterance) || this.#joint.some((books) => standApart(books, utterance));
  }
}

function standApart(
  books: readonly PatternBook[],
  utterance: Utterance,
  taken: readonly Span[] = [],
): boolean {
  const [book, ...others] = books;
  if (book === undefined) return true;
  return book
    .all(utterance)
    .filter((span) => taken.every(({ start, end }) => span.end <= start || span.start >= end))
    .some((span) => standApart(others, utterance, [...taken, span]));
}

function partOf([whole, choices]: RegExpMatchArray, words: Set<string>): Part {
  if (whole === "…") return "gap";
  const byFirst = new Map<string, (readonly Word[])[]>();
  let mayBeEmpty = false;
  for (const choice of (choices ?? whole).split("/")) {
    const wording = wordsOf(choice);
    const [first] = wording;
    if (first === undefined) mayBeEmpty = true;
    else byFirst.set(first.plain, [...(byFirst.get(first.plain) ?? []), wording]);
    for (const { marked } of wording) words.add(marked);
  }
  return { byFirst, mayBeEmpty };
}

const wordsOf = (choice: string): Word[] =>
  choice.split(" ").flatMap((typed) => {
    const { words, folded } = compilePhrase(typed);
    return words.map((marked, i) => ({
      marked,
      plain: folded[i] as string,
      isStrict: typed.startsWith("!"),
    }));
  });

/** The plain words with which a match can begin: those of the first slot that can't be left out, and of all before it. */
function firstWords(parts: readonly Part[]): Set<string> {
  const firsts = new Set<string>();
  for (const part of parts) {
    if (part === "gap") break;
    for (const first of part.byFirst.keys()) firsts.add(first);
    if (!part.mayBeEmpty) break;
  }
  return firsts;
}

/** The end of the longest match from `at`, or -1. */
function matchFrom(utterance: Utterance, at: number, parts: readonly Part[], i: number): number {
  const part = parts[i];
  if (part === undefined) return at;
  if (part === "gap") {
    for (let skip = 0; skip <= MAX_GAP; skip++) {
      const end = matchFrom(utterance, at + skip, parts, i + 1);
      if (end !== -1) return end;
    }
    return -1;
  }
  let best = part.mayBeEmpty ? matchFrom(utterance, at, parts, i + 1) : -1;
  for (const wording of part.byFirst.get(utterance.folded[at] ?? "") ?? []) {
    if (!standsAt(utterance, at, wording)) continue;
    best = Math.max(best, matchFrom(utterance, at + wording.length, parts, i + 1));
  }
  return best;
}

function standsAt({ words, folded }: Utterance, at: number, wording: readonly Word[]): boolean {
  return wording.every(({ marked, plain, isStrict }, i) => {
    const typed = words[at + i];
    return (
      typed === marked || (!isStrict && typed !== undefined && typed === folded[at + i] && typed === plain)
    );
  });
}

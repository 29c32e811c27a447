import { fold } from "./fold.ts";
import { type PatternClasses, withClasses } from "./pattern-classes.ts";
import { wordsOf } from "./syllables.ts";
import type { Utterance } from "./utterance.ts";

/** Where a pattern matches an utterance: words `start` (inclusive) to `end` (exclusive). */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** The pattern as it was written. */
  readonly source: string;
}

interface Word {
  readonly marked: string;
  readonly plain: string;
  /** Counts only where it was typed with its marks: "!cháy" is not "chay". */
  readonly isStrict: boolean;
}

/** One slot of a pattern: any of its wordings matches, or none where it is optional. */
interface Slot {
  /** By the plain form of the first word. */
  readonly byFirst: ReadonlyMap<string, readonly (readonly Word[])[]>;
  readonly mayBeEmpty: boolean;
}

/** The most other words in this gap. */
type Gap = number;

type Part = Slot | Gap;

interface Pattern {
  readonly parts: readonly Part[];
  readonly source: string;
  /** For each slot that can't be left out, the plain words with which it can begin: one of each must be in the message. */
  readonly needs: readonly (readonly string[])[];
}

const PART = /\(([^()]*)\)|…|[^\s()…]+/gu;
const AND = " & ";

/**
 * Many patterns looked for at once. Each is written with full diacritics and finds itself typed with or without them:
 * "chay" may be "cháy", "chạy" may not. Choices are never multiplied out: a pattern of two classes of fifty words costs
 * a hundred words, not 2 500 phrases.
 * @example
 * new PatternBook([
 *   "đuối nước", // these words, side by side
 *   "bị (đánh/đập phá)", // either of them
 *   "(cháy/nổ) (/to) nhà", // what stands empty may be left out
 *   "bị … đánh", // up to six other words between them
 *   "!sờ", // only typed with its marks: not "so"
 *   "vay & bao vây", // both, in any order, apart from each other; found by `has` alone
 *   "<THEY> dọa", // one of a class of words, given beside the patterns
 * ], { classes: { THEY: "nó/bọn nó" } }).has(readUtterance("em bi chong em danh")); // true
 * @throws where a pattern begins with a gap
 */
export class PatternBook {
  readonly #byFirstWord = new Map<string, Pattern[]>();
  readonly #joint: readonly (readonly PatternBook[])[];
  /** Every word of the book, with its marks. */
  readonly words: ReadonlySet<string>;

  /**
   * @param gap how many other words "…" bridges
   * @param classes what the patterns name in angle brackets: "bị <THEY> đánh" (`withClasses`)
   */
  constructor(
    sources: readonly string[],
    { gap = 6, classes = {} }: { readonly gap?: number; readonly classes?: PatternClasses } = {},
  ) {
    const words = new Set<string>();
    const patterns = sources.map((source) => withClasses(source, classes));
    for (const source of new Set(patterns.filter((pattern) => !pattern.includes(AND)))) {
      const parts = [...source.matchAll(PART)].map((match) => partOf(match, words, gap));
      if (typeof parts[0] === "number" || parts.length === 0)
        throw new Error(`a pattern begins with a word: "${source}"`);
      const needs = neededWords(parts);
      for (const first of firstWords(parts)) {
        const sameStart = this.#byFirstWord.get(first) ?? [];
        sameStart.push({ parts, source, needs });
        this.#byFirstWord.set(first, sameStart);
      }
    }
    this.#joint = patterns
      .filter((pattern) => pattern.includes(AND))
      .map((pattern) => pattern.split(AND).map((one) => new PatternBook([one], { gap })));
    for (const book of this.#joint.flat()) for (const word of book.words) words.add(word);
    this.words = words;
  }

  has(utterance: Utterance): boolean {
    const at = this.#matcher(utterance);
    return (
      utterance.words.some((_, start) => at(start) !== null) ||
      this.#joint.some((books) => standApart(books, utterance))
    );
  }

  /** Every match, the longest at each position. */
  all(utterance: Utterance): Span[] {
    const at = this.#matcher(utterance);
    return utterance.words.flatMap((_, start) => at(start) ?? []);
  }

  /**
   * The longest match that begins at a word. Patterns of which a word is missing altogether are put aside once, not at
   * every position: else a message of one word, over and over, would be compared with all that begins so.
   */
  #matcher(utterance: Utterance): (start: number) => Span | null {
    const { folded } = utterance;
    const possible = new Map<string, readonly Pattern[]>();
    const beginningWith = (first: string): readonly Pattern[] => {
      const known = possible.get(first);
      if (known !== undefined) return known;
      const said = wordSet(folded);
      const found = (this.#byFirstWord.get(first) ?? NONE).filter(({ needs }) =>
        needs.every((words) => words.some((word) => said.has(word))),
      );
      possible.set(first, found);
      return found;
    };
    return (start) => {
      let longest: Span | null = null;
      for (const { parts, source } of beginningWith(folded[start] ?? "")) {
        const end = matchFrom(utterance, start, parts, 0);
        if (end > Math.max(start, longest?.end ?? -1)) longest = { start, end, source };
      }
      return longest;
    };
  }
}

const NONE: readonly Pattern[] = [];
const wordSets = new WeakMap<readonly string[], ReadonlySet<string>>();

/** The different words of an utterance, collected once for all books. */
function wordSet(folded: readonly string[]): ReadonlySet<string> {
  const known = wordSets.get(folded);
  if (known !== undefined) return known;
  const words = new Set(folded);
  wordSets.set(folded, words);
  return words;
}

/** The utterance with the words of every span replaced by a sign that no pattern has. */
export function withoutSpans(utterance: Utterance, spans: readonly Span[]): Utterance {
  if (spans.length === 0) return utterance;
  const hidden = new Set<number>();
  for (const { start, end } of spans) for (let i = start; i < end; i++) hidden.add(i);
  const hide = (words: readonly string[]) => words.map((word, i) => (hidden.has(i) ? "·" : word));
  return { ...utterance, words: hide(utterance.words), folded: hide(utterance.folded) };
}

/** The parts of a text between its signs: each may be made of patterns by itself. */
export const partsOf = (text: string): readonly string[] => text.split(/[,;.!\n]+/u);

/** True where the whole utterance consists of patterns of the book and filler words, with at least one pattern. */
export function isMadeOf(utterance: Utterance, book: PatternBook, fillers: PatternBook): boolean {
  const spans = book.all(utterance);
  if (spans.length === 0) return false;
  const rest = withoutSpans(utterance, [...spans, ...fillers.all(utterance)]);
  return rest.words.every((word) => word === "·");
}

/** True where each book has a match that overlaps none of the others'. */
function standApart(books: readonly PatternBook[], utterance: Utterance): boolean {
  const found: Span[][] = [];
  for (const book of books) {
    const spans = book.all(utterance);
    if (spans.length === 0) return false;
    found.push(spans);
  }
  return fitBehind(0, found);
}

/** One of the lists goes first, with its match that ends soonest; the others have to fit behind it. */
function fitBehind(from: number, lists: readonly (readonly Span[])[]): boolean {
  if (lists.length === 0) return true;
  return lists.some((spans, i) => {
    const ends = spans.flatMap(({ start, end }) => (start >= from ? end : []));
    return ends.length > 0 && fitBehind(smallest(ends), lists.toSpliced(i, 1));
  });
}

const smallest = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.min(a, b));

function partOf([whole, choices]: RegExpMatchArray, words: Set<string>, gap: Gap): Part {
  if (whole === "…") return gap;
  const byFirst = new Map<string, (readonly Word[])[]>();
  let mayBeEmpty = false;
  for (const choice of (choices ?? whole).split("/")) {
    const wording = wordingOf(choice);
    const [first] = wording;
    if (first === undefined) mayBeEmpty = true;
    else byFirst.set(first.plain, [...(byFirst.get(first.plain) ?? []), wording]);
    for (const { marked } of wording) words.add(marked);
  }
  return { byFirst, mayBeEmpty };
}

const wordingOf = (choice: string): Word[] =>
  choice
    .split(" ")
    .flatMap((typed) =>
      wordsOf(typed).map((marked) => ({ marked, plain: fold(marked), isStrict: typed.startsWith("!") })),
    );
/** The plain words with which a match can begin: those of the first slot that can't be left out, and of all before it. */
function firstWords(parts: readonly Part[]): Set<string> {
  const firsts = new Set<string>();
  for (const part of parts) {
    if (typeof part === "number") break;
    for (const first of part.byFirst.keys()) firsts.add(first);
    if (!part.mayBeEmpty) break;
  }
  return firsts;
}

function neededWords(parts: readonly Part[]): string[][] {
  return parts.flatMap((part) =>
    typeof part === "number" || part.mayBeEmpty ? [] : [[...part.byFirst.keys()]],
  );
}

/** The end of the longest match from `at`, or -1. */
function matchFrom(utterance: Utterance, at: number, parts: readonly Part[], i: number): number {
  const part = parts[i];
  if (part === undefined) return at;
  if (typeof part === "number") {
    for (let skip = 0; skip <= part; skip++) {
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

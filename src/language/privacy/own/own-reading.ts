import { fold, normaliseTone } from "../../fold.ts";
import type { PatternBook, Span } from "../../pattern-book.ts";
import type { Utterance } from "../../utterance.ts";

/** A word, a run of digits or a sign of the text. */
export interface Token {
  readonly typed: string;
  /** Lower case, one tone position. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
  readonly is: "word" | "digits" | "sign";
  readonly isCapital: boolean;
}

/** A text cut into tokens, for all that is looked for in it. */
export interface OwnReading {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** The same tokens in the form that pattern books read. */
  readonly utterance: Utterance;
  /** False where all or nothing is in capitals: then a capital says nothing. */
  readonly capitalsTell: boolean;
}

const TOKEN = /\n|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*|\p{Nd}+|[^\s\p{L}\p{M}\p{Nd}]/gu;
/** Words that took the place of something, such as "[đã che]": their letters say nothing of the writer's. */
const PLACEHOLDER = /\[[^\][]{1,20}\]/gu;
const CASED = /[\p{Lu}\p{Ll}][\p{L}\p{M}]*/gu;
/** Marks that nobody sees and that part a number or a name. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\ufe0f|\u20e3/gu;

/** The form of a text in which its own details are found and hidden: NFC, without invisible marks. */
export const readable = (text: string): string => text.normalize("NFC").replace(INVISIBLE, "");

/** @param text as `readable` gives it */
export function readOwn(text: string): OwnReading {
  const tokens = [...text.matchAll(TOKEN)].map(tokenOf);
  const words = tokens.map(({ word }) => word);
  const cased = text.replace(PLACEHOLDER, " ").match(CASED) ?? [];
  const shouted = cased.filter((word) => word.length > 1 && word === word.toUpperCase()).length;
  return {
    text,
    tokens,
    utterance: { clean: text, expanded: text, words, folded: words.map(fold), hasMarks: true },
    capitalsTell: cased.length > 0 && shouted * 2 < cased.length,
  };
}

function tokenOf(match: RegExpExecArray): Token {
  const typed = match[0];
  const is = /^\p{Nd}/u.test(typed) ? "digits" : /^[\p{L}\p{M}]/u.test(typed) ? "word" : "sign";
  return {
    typed,
    word: normaliseTone(typed.toLowerCase().replace(/['’]/gu, "")),
    start: match.index,
    end: match.index + typed.length,
    is,
    isCapital: /^\p{Lu}/u.test(typed),
  };
}

/** Ends a sentence. A dot within a number or an address doesn't. */
export function endsSentence({ tokens, text }: OwnReading, at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.is !== "sign") return false;
  if (/[!?;\n…]/u.test(token.typed)) return true;
  return token.typed === "." && !/\p{Nd}/u.test(text[token.end] ?? "");
}

const endsPart = (reading: OwnReading, at: number): boolean =>
  endsSentence(reading, at) || /^[,()[\]–—|]$/u.test(reading.tokens[at]?.typed ?? "");

/** The tokens around `from`–`to` (exclusive) that no sign of this kind parts from them. */
export function surroundings(
  reading: OwnReading,
  from: number,
  to: number,
  kind: "sentence" | "part",
  most = 24,
): readonly [from: number, to: number] {
  const ends = kind === "sentence" ? endsSentence : endsPart;
  let first = from;
  while (first > 0 && from - first < most && !ends(reading, first - 1)) first -= 1;
  let last = to;
  while (last < reading.tokens.length && last - to < most && !ends(reading, last)) last += 1;
  return [first, last];
}

/** Finds of a book between two tokens: cut out first, so that a long text isn't read again for each of its numbers. */
export function foundBetween(reading: OwnReading, book: PatternBook, from: number, to: number): Span[] {
  const { utterance } = reading;
  const part = {
    ...utterance,
    words: utterance.words.slice(from, to),
    folded: utterance.folded.slice(from, to),
  };
  return book.all(part).map((span) => ({ ...span, start: span.start + from, end: span.end + from }));
}

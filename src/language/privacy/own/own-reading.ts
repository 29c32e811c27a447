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
  /** Written with a capital, where a capital says something: not in a sentence of nothing but capitals. */
  readonly isCapital: boolean;
}

/** A text cut into tokens, for all that is looked for in it. */
export interface OwnReading {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** The same tokens in the form that pattern books read. */
  readonly utterance: Utterance;
}

const TOKEN = /\n|\[[^\][]{1,20}\]|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*|\p{Nd}+|[^\s\p{L}\p{M}\p{Nd}]/gu;
/** Marks that nobody sees and that part a number or a name. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\ufe0f|\u20e3/gu;

/** The form of a text in which its own details are found and hidden: NFC, without invisible marks. */
export const readable = (text: string): string => text.normalize("NFC").replace(INVISIBLE, "");

/** @param text as `readable` gives it */
export function readOwn(text: string): OwnReading {
  const tokens = withoutShouts([...text.matchAll(TOKEN)].map(tokenOf), text);
  const words = tokens.map(({ word }) => word);
  return {
    text,
    tokens,
    utterance: { clean: text, expanded: text, words, folded: words.map(fold), hasMarks: true },
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

/** A few words in capitals may be a name; where the whole text is so, even they aren't. */
const SHORT_SHOUT = 4;

/** The tokens, with no capitals in sentences that are mostly in capitals. */
function withoutShouts(tokens: readonly Token[], text: string): readonly Token[] {
  const isAllShouted = isShouted(tokens);
  const quiet: Token[] = [];
  for (let from = 0, at = 0; at <= tokens.length; at++) {
    if (at < tokens.length && !endsSentence({ tokens, text }, at)) continue;
    const sentence = tokens.slice(from, at + 1);
    const isQuiet = isShouted(sentence) && (isAllShouted || wordsIn(sentence).length > SHORT_SHOUT);
    quiet.push(...(isQuiet ? sentence.map((token) => ({ ...token, isCapital: false })) : sentence));
    from = at + 1;
  }
  return quiet;
}

const wordsIn = (tokens: readonly Token[]): readonly Token[] => tokens.filter(({ is }) => is === "word");

function isShouted(tokens: readonly Token[]): boolean {
  const words = wordsIn(tokens);
  const shouted = words.filter(({ typed }) => typed.length > 1 && typed === typed.toUpperCase()).length;
  return words.length > 0 && shouted * 2 >= words.length;
}

/** Ends a sentence. A dot within a number or an address doesn't. */
export function endsSentence({ tokens, text }: Pick<OwnReading, "tokens" | "text">, at: number): boolean {
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

import WORDS from "./asking-words.json" with { type: "json" };
import { fold } from "./fold.ts";
import { PatternBook } from "./pattern-book.ts";
import type { Utterance } from "./utterance.ts";

const anywhere = new PatternBook(WORDS.anywhere);
const denies = new PatternBook(WORDS.denies);
const last: ReadonlySet<string> = new Set(WORDS.last.map(fold));
/** Behind the word that asks: "được không ạ bot". */
const BEHIND = 3;

/**
 * True where a message has the form of a question: a sign, a word that asks. Cautious the other way round than the reader is:
 * a statement that sounds like something people ask about is still a statement.
 * @example hasQuestion(readUtterance("co lay lai duoc tien khong a")) // true
 */
export const hasQuestion = (utterance: Utterance): boolean =>
  utterance.clean.includes("?") ||
  anywhere.has(utterance) ||
  utterance.words.slice(-BEHIND).some((word, i) => asks(word, utterance.folded.slice(-BEHIND)[i]));

const opens = new PatternBook(WORDS.opens);

/**
 * True where the first words are those of a question that mean nothing else without marks either.
 * @example opensAsking(readUtterance("bao gio goi cho toi")) // true
 */
export const opensAsking = (utterance: Utterance): boolean =>
  opens.all(utterance).some(({ start }) => start === 0);

const asksFor = new PatternBook(WORDS.requests);

/** True where something is to be looked up or told to the writer: "cho em xem hồ sơ". */
export const requests = (utterance: Utterance): boolean => asksFor.has(utterance);

const behind: ReadonlySet<string> = new Set(WORDS.behind.map(fold));
const lastMarked: ReadonlySet<string> = new Set(WORDS.last);

/** A word that asks, typed with its own marks or with none: "máy" is no "mấy". */
const asks = (word = "", plain = ""): boolean => lastMarked.has(word) || (word === plain && last.has(plain));

/** True where it ends in a word that asks. */
function endsAsking({ words, folded }: Utterance): boolean {
  const at = folded.findLastIndex((word) => !behind.has(word));
  return asks(words[at], folded[at]);
}

/**
 * The same, stricter: what may be told is told. "Chưa trả đồng nào", "ở đầu ngõ" and "ngày nào cũng có" ask nothing.
 * @example asksPlainly(readUtterance("con em nghiện thì làm sao ạ")) // true
 */
export const asksPlainly = (utterance: Utterance): boolean =>
  utterance.clean.includes("?") ||
  (!denies.has(utterance) && (endsAsking(utterance) || anywhere.has(utterance)));

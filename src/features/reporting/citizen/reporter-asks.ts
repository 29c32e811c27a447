import { asksPlainly, hasQuestion } from "../../../language/asks.ts";
import { isMadeOf, PatternBook, partsOf } from "../../../language/pattern-book.ts";
import { readUtterance, type Utterance } from "../../../language/utterance.ts";
import WORDS from "./reporter-asks.json" with { type: "json" };

/** What a reporter asks of the own report: who learns of it, when somebody comes, how to withdraw, what to send, whether to hit. */
export type ReporterAsk = "secret" | "when" | "withdraw" | "files" | "sign" | "beat";

const BOOKS = (
  ["beat", "withdraw", "files", "sign", "secret", "when"] as const satisfies readonly ReporterAsk[]
).map((topic) => ({ topic, book: new PatternBook(WORDS[topic]) }));

/**
 * The topic of a reporter's question, wherever in the message it is asked; null where it is another one, or none.
 * @example readReporterAsk(readUtterance("có hỏi tên bà không, bà sợ lắm")) // "secret"
 */
export function readReporterAsk(utterance: Utterance): ReporterAsk | null {
  const asking = [utterance, ...partsOf(utterance.clean).map(readUtterance)].filter(hasQuestion);
  return BOOKS.find(({ book }) => asking.some((part) => book.has(part)))?.topic ?? null;
}

const OWN_REPORTS = new PatternBook(WORDS.ownReports);

/**
 * True where the words speak of the reports that somebody sent, whatever they ask of them.
 * @example speaksOfOwnReports(readUtterance("các tin tôi gửi giờ thế nào rồi")) // true
 */
export const speaksOfOwnReports = (utterance: Utterance): boolean => OWN_REPORTS.has(utterance);

const OF_CASE = new PatternBook(WORDS.ofCase);

/**
 * True where somebody who reported asks what became of it, in words that without a report would ask something else.
 * @example asksOfCase(readUtterance("vụ kia ai đang làm vậy")) // true
 */
export const asksOfCase = (utterance: Utterance): boolean =>
  OF_CASE.has(utterance) && utterance.words.length <= ASKS_IN;
/** A longer message tells. */
const ASKS_IN = 16;

const FEAR = new PatternBook(WORDS.fear);

/**
 * True where a reporter is afraid to be known, asking or not.
 * @example fears(readUtterance("sợ nó tìm đến nhà")) // true
 */
export const fears = (utterance: Utterance): boolean => FEAR.has(utterance);

const SENT = new PatternBook(WORDS.sent);

/**
 * True where somebody asks whether what they told has gone.
 * @example asksWhetherSent(readUtterance("gui chua")) // true
 */
export const asksWhetherSent = (utterance: Utterance): boolean =>
  SENT.has(utterance) && utterance.words.length <= SHORT;
/** More words ask about sending something else. */
const SHORT = 8;

/** True where the words are of withdrawing, asked or wished. */
export const saysWithdraw = (utterance: Utterance): boolean =>
  BOOKS.some(({ topic, book }) => topic === "withdraw" && book.has(utterance));

const NOT_DONE = new PatternBook(WORDS.notDone);
const MORE = new PatternBook(WORDS.more);
const JOKED = new PatternBook(WORDS.joked);
const AROUND_JOKE = new PatternBook(WORDS.aroundJoke.split(" "));

/** True where a reporter says that it goes on, or that there is more to tell, and asks nothing. */
export const saysMore = (utterance: Utterance): boolean =>
  (NOT_DONE.has(utterance) || MORE.has(utterance)) && !asksPlainly(utterance);

/** True where a reporter says that it goes on, and asks nothing. */
export const saysNotDone = (utterance: Utterance): boolean =>
  NOT_DONE.has(utterance) && !asksPlainly(utterance);

const NO = new PatternBook(["không"]);

/** True where somebody says that it was a joke, and nothing else: "nó bảo nó đùa thôi" and "không đùa đâu" tell. */
export function saysJoked(utterance: Utterance): boolean {
  const parts = partsOf(utterance.clean)
    .map(readUtterance)
    .filter(({ words }) => words.length > 0);
  const isJoke = (part: Utterance) => isMadeOf(part, JOKED, AROUND_JOKE);
  const isAround = (part: Utterance) => isMadeOf(part, AROUND_JOKE, NO);
  const isSaid =
    parts.some(isJoke) &&
    parts.every((part) => isJoke(part) || isAround(part) || isMadeOf(part, NO, AROUND_JOKE));
  return isSaid && !asksPlainly(utterance);
}

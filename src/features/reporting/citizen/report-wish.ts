import { hasQuestion } from "../../../language/asks.ts";
import { isMadeOf, PatternBook, partsOf } from "../../../language/pattern-book.ts";
import { readUtterance, type Utterance } from "../../../language/utterance.ts";
import WORDS from "./report-wish.json" with { type: "json" };

/** A request has the form of a question: "báo công an hộ em được không". */
const requests = new PatternBook(WORDS.requests);
const ALL = new PatternBook([...WORDS.wishes, ...WORDS.requests]);
const not = new PatternBook(WORDS.not);
const FILLERS = new PatternBook([...WORDS.fillers.split(" "), WORDS.excuses, ...WORDS.polite]);

/** What a message with the wish to report says besides; `rest` is empty where it says nothing else. */
export interface ReportWish {
  readonly rest: string;
}

/** A question is one only where it asks for nothing else: "báo hộ tôi được không", not "báo thì có mất tiền không". */
const isWish = (utterance: Utterance): boolean =>
  ALL.has(utterance) &&
  !not.has(utterance) &&
  (!hasQuestion(utterance) || (requests.has(utterance) && isMadeOf(utterance, ALL, FILLERS)));

/**
 * The wish to report what was told, at the end or in the middle of words that also tell; null where nobody wishes it: a
 * question, a refusal, or what was reported elsewhere already.
 * @example readReportWish("xe nó biển 12H1 234.56, em muốn báo công an") // { rest: "xe nó biển 12H1 234.56" }
 */
export function readReportWish(typed: string): ReportWish | null {
  const parts = partsOf(typed).filter((part) => part.trim() !== "");
  const read = parts.map((part) => ({ part, utterance: readUtterance(part) }));
  if (!read.some(({ utterance }) => isWish(utterance))) return null;
  if (read.some(({ utterance }) => not.has(utterance))) return null;
  const left = read.filter(({ utterance }) => !isWish(utterance) || !isMadeOf(utterance, ALL, FILLERS));
  const isTold = left.some(({ utterance }) => !isMadeOf(utterance, FILLERS, FILLERS));
  return { rest: isTold ? left.map(({ part }) => part.trim()).join(", ") : "" };
}

import { isMadeOf, PatternBook } from "../../../language/pattern-book.ts";
import { readUtterance, type Utterance } from "../../../language/utterance.ts";
import { hasQuestion } from "./asks.ts";
import WORDS from "./report-wish.json" with { type: "json" };

const wishes = new PatternBook(WORDS.wishes);
const not = new PatternBook(WORDS.not);
const FILLERS = new PatternBook(WORDS.fillers.split(" "));

/** A sentence, or a part of one, ends with one of these signs. */
const ENDS = /[,;.!\n]+\s*/u;

/** What a message with the wish to report says besides; `rest` is empty where it says nothing else. */
export interface ReportWish {
  readonly rest: string;
}

const isWish = (utterance: Utterance): boolean =>
  wishes.has(utterance) && !not.has(utterance) && !hasQuestion(utterance);

/**
 * The wish to report what was told, at the end or in the middle of words that also tell; null where nobody wishes it: a
 * question, a refusal, or what was reported elsewhere already.
 * @example readReportWish("xe nó biển 12H1 234.56, em muốn báo công an") // { rest: "xe nó biển 12H1 234.56" }
 */
export function readReportWish(typed: string): ReportWish | null {
  const parts = typed.split(ENDS).filter((part) => part.trim() !== "");
  const read = parts.map((part) => ({ part, utterance: readUtterance(part) }));
  if (!read.some(({ utterance }) => isWish(utterance))) return null;
  if (read.some(({ utterance }) => not.has(utterance))) return null;
  const left = read.filter(({ utterance }) => !isWish(utterance) || !isMadeOf(utterance, wishes, FILLERS));
  const isTold = left.some(({ utterance }) => !isMadeOf(utterance, FILLERS, FILLERS));
  return { rest: isTold ? left.map(({ part }) => part.trim()).join(", ") : "" };
}

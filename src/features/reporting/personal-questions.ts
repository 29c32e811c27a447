import { fold } from "../../language/fold.ts";
import { PatternBook } from "../../language/pattern-book.ts";
import { readUtterance } from "../../language/utterance.ts";
import QUESTIONS from "./personal-questions.json" with { type: "json" };

const ASKS = new PatternBook(QUESTIONS.asks);

/**
 * True where a handler's words may ask a reporter for their own name, number, address or papers: the reporter is then
 * told that nobody has to answer, and the question is in the audit.
 * @example asksForIdentity("cho xin sdt voi a"); // true
 */
export function asksForIdentity(words: string): boolean {
  const joined = words.replace(BETWEEN_LETTERS, "");
  return [words, joined, fold(joined)].some((read) => ASKS.has(readUtterance(read)));
}

/** "h.ọ t.ê.n": what somebody puts between letters who doesn't want to be read. */
const BETWEEN_LETTERS = /(?<=\p{L})[.\-_*·](?=\p{L})/gu;

/** Told to the reporter in the same message as the question. */
export const NOT_OBLIGED =
  "Câu này có thể hỏi anh/chị là ai. Không bắt buộc trả lời: không nói tên, số hay chỗ ở thì tin báo vẫn được xử lý.";

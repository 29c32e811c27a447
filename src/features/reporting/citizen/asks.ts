import { fold } from "../../../language/fold.ts";
import { PatternBook } from "../../../language/pattern-book.ts";
import type { Utterance } from "../../../language/utterance.ts";
import WORDS from "./asking-words.json" with { type: "json" };

const anywhere = new PatternBook(WORDS.anywhere);
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
  utterance.folded.slice(-BEHIND).some((word) => last.has(word));

import { isMadeOf, PatternBook } from "../../../language/pattern-book.ts";
import type { Utterance } from "../../../language/utterance.ts";
import WORDS from "./send-words.json" with { type: "json" };

const SEND = new PatternBook(WORDS.send);
const NOT = new PatternBook(WORDS.not);
const FILLERS = new PatternBook(WORDS.fillers.split(" "));

/**
 * True where a message in a danger asks us to pass it on, and says nothing else.
 * @example asksToSend(readUtterance("uk gui i")) // true
 * @example asksToSend(readUtterance("gửi rồi mà chưa ai đến")) // false
 */
export const asksToSend = (utterance: Utterance): boolean =>
  !utterance.clean.includes("?") && !NOT.has(utterance) && isMadeOf(utterance, SEND, FILLERS);

import { PatternBook } from "../../../language/pattern-book.ts";
import type { TurnContext } from "../../../turn/feature.ts";
import { findDetails } from "../dialogue/details.ts";
import type { Draft } from "../dialogue/draft.ts";
import { saysSend } from "../dialogue/intents.ts";
import { readWhere } from "../dialogue/where.ts";
import { asksSomething } from "./begin.ts";
import { does } from "./draft-questions.ts";

const ASKING_WORDS = new PatternBook(
  "gì/nào/sao/đâu/ai/hỏi/hả/nhỉ/bao nhiêu/bao lâu/mấy giờ/được không/phải không/có không".split("/"),
);
/** The last words of a question: "có mất phí không em". */
const LAST = 3;
const ENDS: ReadonlySet<string> = new Set(["khong", "chua", "ko"]);

/** With fewer words the first message of a report may be a greeting. */
const TELLS = 3;

const isQuestion = (context: TurnContext, text: string): boolean => {
  const { utterance } = context;
  const hasWord = ASKING_WORDS.has(utterance) || utterance.folded.slice(-LAST).some((word) => ENDS.has(word));
  return asksSomething(text) || (hasWord && does(context, "ask", "figures", "aid", "human", "track", "chat"));
};

/**
 * True where a message tells, by its form, though the reader may take it for something else: whoever is asked what
 * happened tells it, and a place, a plate or a number isn't small talk. What is told is never lost; a question is none.
 */
export function tellsPlainly(context: TurnContext, draft: Draft, text: string): boolean {
  const { utterance, reading } = context;
  if (reading.danger !== null || reading.boundary !== null) return false;
  if (utterance.clean.startsWith("/") || isQuestion(context, text)) return false;
  if (does(context, "cancel", "human", "track", "settled")) return false;
  if (draft.what === undefined) return utterance.words.length >= TELLS && !does(context, "chat", "decline");
  if (does(context, "edit", "no") || saysSend(utterance)) return false;
  return readWhere(text) !== null || Object.keys(findDetails(text)).length > 0;
}

import { PatternBook } from "../../../language/pattern-book.ts";
import type { Utterance } from "../../../language/utterance.ts";
import { readMessage } from "../../../reading/read-message.ts";
import PLEAS from "./pleas.json" with { type: "json" };

const NOW = new PatternBook(PLEAS.now);
/** Words that only look like a plea: "nhà em ngay đầu ngõ", "hiện đang trọ", "Dong Dang" without its marks. */
const NOT_NOW = new PatternBook(PLEAS.notNow);

/**
 * True where somebody needs help at this moment: a danger that is plain, and words that it goes on. Only then are home and
 * number passed on as told; who reports what happened or what they fear keeps their own details to themselves.
 * @example needsHelp(["cứu em với, nhà em số 12, nó đang cầm dao đập cửa"]) // true
 * @example needsHelp(["có trộm chó ở xóm, em là Quân 0912…"]) // false
 */
export function needsHelp(texts: readonly string[]): boolean {
  const text = texts.join("\n");
  const { danger, utterance } = readMessage(text);
  return danger !== null && danger.kind !== "unclear" && pleads(utterance);
}

/** True where the words themselves ask for help now, or say that it goes on. */
export function pleads(utterance: Utterance): boolean {
  const others = NOT_NOW.all(utterance);
  return NOW.all(utterance).some(
    (plea) => !others.some(({ start, end }) => start <= plea.start && plea.start < end),
  );
}

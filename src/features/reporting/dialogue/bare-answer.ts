import json from "./bare-answer.json" with { type: "json" };
import { phraseSet, type TypedWord, typedWords } from "./typed-words.ts";

const FILLERS = phraseSet(json.fillers);
/** They stand behind an answer, never before it: "nha hoang" is a house. */
const ENDS = phraseSet(json.ends);

/** True where every word that isn't known is politeness around an answer: "dạ … ạ", "hình như là …". */
export function isOnlyFiller(typed: readonly TypedWord[], isKnown: (at: number) => boolean): boolean {
  for (let at = 0; at < typed.length; ) {
    if (isKnown(at) || typed[at]?.kind === "sign") {
      at += 1;
      continue;
    }
    const length = FILLERS.lengthAt(typed, at);
    if (length === 0) return false;
    at += length;
  }
  return true;
}

/** How many words at the beginning are politeness. */
export function fillerBefore(typed: readonly TypedWord[]): number {
  let at = 0;
  for (let length = 1; length > 0; at += length)
    length = ENDS.lengthAt(typed, at) > 0 ? 0 : FILLERS.lengthAt(typed, at);
  return at;
}

/** Where the politeness behind an answer begins. */
export function fillerBehind(typed: readonly TypedWord[], start: number): number {
  let end = typed.length;
  while (end > start && isOnlyFiller(typed.slice(end - 1), () => false)) end -= 1;
  return end;
}

/** A text without the politeness at both ends: "dạ ở cổng chợ ạ" is "cổng chợ". */
export function withoutFillers(text: string): string {
  const typed = typedWords(text);
  const start = fillerBefore(typed);
  const end = fillerBehind(typed, start);
  return end > start ? text.slice(typed[start]?.start, typed[end - 1]?.end) : "";
}

import { maskPersonal } from "../../language/privacy/mask.ts";
import { syllables } from "../../language/syllables.ts";

const SENTENCE_END = /(?<=[.!?;])\s+|\n+/u;
/** What stands in the place of something masked. */
const MASKED = /\[[^\]]*\]/gu;
/** What is left of a message has to ask something. */
const FEW_WORDS = 3;

/** The message without what it says of persons: a telephone number before a question is no part of what is asked. */
export function withoutPersonal(message: string): string {
  const { text, masked } = maskPersonal(message);
  if (masked.length === 0) return message;
  const others = text
    .split(SENTENCE_END)
    .filter((sentence) => sentence.search(MASKED) === -1)
    .join(" ");
  return syllables(others).length >= FEW_WORDS ? others : text.replace(MASKED, " ");
}

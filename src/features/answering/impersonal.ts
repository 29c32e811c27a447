import { maskPersonal } from "../../language/privacy/mask.ts";
import { syllables } from "../../language/syllables.ts";

const SENTENCE_END = /(?<=[.!?;])\s+|\n+/u;
/** The placeholder of masked data. */
const MASKED = /\[[^\]]*\]/gu;
/** With fewer words left, a message asks nothing. */
const FEW_WORDS = 3;

/** The message without personal data: a telephone number before a question doesn't belong to the question. */
export function withoutPersonal(message: string): string {
  const { text, masked } = maskPersonal(message);
  if (masked.length === 0) return message;
  const others = text
    .split(SENTENCE_END)
    .filter((sentence) => sentence.search(MASKED) === -1)
    .join(" ");
  return syllables(others).length >= FEW_WORDS ? others : text.replace(MASKED, " ");
}

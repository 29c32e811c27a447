import { fold, foldedAlternatives } from "./fold.ts";
import words from "./meant-words.json" with { type: "json" };

/** So many words at most stand before it: "không, không phải thế, ý tôi là". */
const BEFORE = 6;
const MEANT = new RegExp(
  `^(?:[a-z0-9]+[\\s,.;:!?]+){0,${BEFORE}}y (?:cua )?(?:${foldedAlternatives(words.first)}) (?:${foldedAlternatives(words.says)})(?: la)?(?![a-z])[\\s,:]*`,
  "u",
);
/** The rest must have at least this length: "ý em là sao" asks something else. */
const LEFT_OVER = 8;

/**
 * What is meant instead of what was said before: all that comes after "không, ý tôi là". In NFC folding doesn't move letters.
 * @example meantBy("không, ý tôi là báo cho ai trước") // "báo cho ai trước"
 */
export function meantBy(message: string): string {
  const typed = message.normalize("NFC");
  const length = MEANT.exec(fold(typed.toLowerCase()))?.[0].length ?? 0;
  return length > 0 && typed.length - length >= LEFT_OVER ? typed.slice(length) : message;
}

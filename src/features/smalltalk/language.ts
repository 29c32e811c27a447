import { fold } from "../../language/fold.ts";
import { isSyllable } from "../../language/syllable-shape.ts";
import type { Utterance } from "../../language/utterance.ts";
import { ENGLISH, OTHER_EUROPEAN } from "./foreign-words.ts";

const SURE = 2;
const HAN = /\p{Script=Han}/gu;
/** Scripts that Vietnamese is not written in. Japanese is known by its kana. */
const OTHER_SCRIPT =
  /[\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Hebrew}\p{Script=Greek}\p{Script=Tamil}]/gu;

/**
 * The language to answer a message in that isn't Vietnamese, or null. A mixed message is Vietnamese; who writes neither
 * Vietnamese, Chinese nor English is answered in English.
 */
export function foreignLanguage({ clean, words, hasMarks }: Utterance): "en" | "zh" | null {
  const letters = clean.match(/\p{L}/gu)?.length ?? 0;
  const other = clean.match(OTHER_SCRIPT)?.length ?? 0;
  const han = clean.match(HAN)?.length ?? 0;
  if (other > 0 && (other + han) * 2 >= letters) return "en";
  if (han > 0 && han * 2 >= letters) return "zh";
  if (clean.startsWith("/")) return null;
  const typed = clean.toLowerCase().match(/[\p{L}']+/gu) ?? [];
  const european = typed.filter((word) => OTHER_EUROPEAN.has(word));
  if (european.some((word) => !isSyllable(fold(word))) && european.length * 3 >= typed.length) return "en";
  if (hasMarks) return null;
  const english = typed.filter((word) => ENGLISH.has(word));
  const sure = english.filter((word) => !isSyllable(fold(word)));
  return words.length > 1 && sure.length >= SURE && english.length * 2 >= typed.length ? "en" : null;
}

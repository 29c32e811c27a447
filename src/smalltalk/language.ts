import { fold } from "../vietnamese/fold.ts";
import { isSyllable } from "../vietnamese/syllable-shape.ts";
import type { Utterance } from "../vietnamese/utterance.ts";

/** English words that no Vietnamese sentence has, marked or not. */
const ENGLISH: ReadonlySet<string> = new Set(
  (
    "what how where when who why which is are was were am does did have has had the this that these you your please hello " +
    "police report help need stolen lost want speak english number emergency someone phone wallet hotel call thank thanks " +
    "good morning evening sorry vietnamese vietnam crime passport foreigner tourist visa bag money card lost find found and or not with from for " +
    "my me we our they there here would could should will it its i'm im i to in at of on can do about know tell office station nearest"
  ).split(" "),
);
const SURE = 2;
const HAN = /\p{Script=Han}/gu;

/** The language of a message that isn't Vietnamese, or null. A mixed message is Vietnamese. */
export function foreignLanguage({ clean, words, hasMarks }: Utterance): "en" | "zh" | null {
  const han = clean.match(HAN)?.length ?? 0;
  const letters = clean.match(/\p{L}/gu)?.length ?? 0;
  if (han >= 2 && han * 2 >= letters) return "zh";
  if (hasMarks || clean.startsWith("/")) return null;
  const typed = clean.toLowerCase().match(/[a-z']+/g) ?? [];
  const english = typed.filter((word) => ENGLISH.has(word));
  const sure = english.filter((word) => !isSyllable(fold(word)));
  return words.length > 1 && sure.length >= SURE && english.length * 2 >= typed.length ? "en" : null;
}

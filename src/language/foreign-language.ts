import { fold } from "./fold.ts";
import { isSyllable } from "./syllable-shape.ts";
import type { Utterance } from "./utterance.ts";

const SURE = 2;
const HAN = /\p{Script=Han}/gu;
/** Scripts other than Latin and Chinese. Kana means Japanese. */
const OTHER_SCRIPT =
  /[\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Hebrew}\p{Script=Greek}\p{Script=Tamil}]/gu;

/** A language other than Vietnamese in which we can answer. */
export type ForeignLanguage = "en" | "zh";

/**
 * The language to answer in where a message isn't Vietnamese, else null. A mixed message counts as Vietnamese. Messages
 * in other languages are answered in English.
 */
export function foreignLanguage({ clean, words, hasMarks }: Utterance): ForeignLanguage | null {
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

/** English words that don't occur in a Vietnamese sentence, with or without marks. */
export const ENGLISH: ReadonlySet<string> = new Set(
  (
    "what how where when who why which is are was were am does did have has had the this that these you your please hello " +
    "police report help need stolen lost want speak english number emergency someone phone wallet hotel call thank thanks " +
    "good morning evening sorry vietnamese vietnam crime passport foreigner tourist visa bag money card lost find found and or not with from for " +
    "my me we our they there here would could should will it its i'm im i to in at of on can do about know tell office station nearest"
  ).split(" "),
);

/** Common words of French, Spanish, German, Italian, Portuguese, Malay. */
export const OTHER_EUROPEAN: ReadonlySet<string> = new Set(
  (
    "bonjour bonsoir merci je suis où la le mon ma perdu volé aide aidez passeport besoin comment pour " +
    "hola gracias ayuda dónde está robaron robado pasaporte policía necesito buenos días por favor el mi me perdí " +
    "hallo guten tag danke bitte hilfe ich habe wo ist die polizei mein reisepass gestohlen verloren brauche " +
    "ciao grazie aiuto dove polizia passaporto rubato olá obrigado polícia ajuda tolong polisi terima kasih saya"
  ).split(" "),
);

import { fold } from "./fold.ts";
import { isSyllable } from "./syllable-shape.ts";

/** The Vietnamese that Telex or VNI keys were meant to write, when the input method was off. */

const ACUTE = "\u0301";
const GRAVE = "\u0300";
const HOOK = "\u0309";
const TILDE = "\u0303";
const DOT = "\u0323";
const TELEX_TONES: Readonly<Record<string, string>> = { s: ACUTE, f: GRAVE, r: HOOK, x: TILDE, j: DOT };
const VNI_TONES: Readonly<Record<string, string>> = { 1: ACUTE, 2: GRAVE, 3: HOOK, 4: TILDE, 5: DOT };
const VOWEL = /[aeiouyăâêôơư]/u;

/** "cuwus" → "cứu", "ddanhs" → "đánh"; null where the keys aren't Telex. */
export function decodeTelex(typed: string): string | null {
  if (!/^[a-z]+$/.test(typed)) return null;
  let base = typed.startsWith("dd") ? `đ${typed.slice(2)}` : typed.replace(/^d(.+)d$/, "đ$1");
  const toneAt = lastToneKey(base);
  const tone = toneAt === -1 ? "" : (TELEX_TONES[base[toneAt] as string] as string);
  if (toneAt !== -1) base = base.slice(0, toneAt) + base.slice(toneAt + 1);
  base = base
    .replace(/uw?ow/, "ươ")
    .replace("uw", "ư")
    .replace("ow", "ơ")
    .replace("aw", "ă")
    .replace("aa", "â")
    .replace("ee", "ê")
    .replace("oo", "ô")
    .replace(/^w/, "ư")
    .replace(/(a|e|o)([^aeiouy]+)\1$/, (_, vowel: string, rest: string) => `${CIRCUMFLEX[vowel]}${rest}`);
  if (base.endsWith("w")) base = horned(base.slice(0, -1));
  return base === typed ? null : compose(base, tone);
}

const CIRCUMFLEX: Readonly<Record<string, string>> = { a: "â", e: "ê", o: "ô" };

function lastToneKey(base: string): number {
  const vowelAt = base.search(VOWEL);
  for (let i = base.length - 1; i > vowelAt && vowelAt !== -1; i--) {
    if ((base[i] as string) in TELEX_TONES) return i;
  }
  return -1;
}

/** "cu7u1" → "cứu", "d9a1nh" → "đánh"; null where the keys aren't VNI. */
export function decodeVni(typed: string): string | null {
  if (!/^[a-z]+\d[a-z\d]*$/.test(typed)) return null;
  let base = "";
  let tone = "";
  for (const key of typed) {
    if (!/\d/.test(key)) base += key;
    else if (key in VNI_TONES && tone === "") tone = VNI_TONES[key] as string;
    else if (key === "6") base = base.replace(/(a|e|o)(?=[^aeo]*$)/, (vowel) => CIRCUMFLEX[vowel] as string);
    else if (key === "7") base = horned(base);
    else if (key === "8") base = base.replace(/a(?=[^a]*$)/, "ă");
    else if (key === "9") base = base.replace("d", "đ");
    else return null;
  }
  return compose(base, tone);
}

function horned(base: string): string {
  if (/u[oơ]/.test(base) && !base.startsWith("qu")) return base.replace(/u[oơ]/, "ươ");
  if (/o/.test(base)) return base.replace("o", "ơ");
  if (/u/.test(base)) return base.replace("u", "ư");
  return base.replace("a", "ă");
}

function compose(base: string, tone: string): string | null {
  if (!isSyllable(fold(base))) return null;
  if (tone === "") return base;
  const at = tonePlace(base);
  return (base.slice(0, at + 1) + tone + base.slice(at + 1)).normalize("NFC");
}

/** The vowel with the tone: the one with a mark of its own, else the middle one, else as in "cháy" and "toán". */
function tonePlace(base: string): number {
  const start = /^qu[aeiouyăâêôơư]/u.test(base) || /^gi[aeouăâêôơư]/u.test(base) ? 2 : 0;
  const from = start + base.slice(start).search(VOWEL);
  let to = from;
  while (to < base.length && VOWEL.test(base[to] as string)) to++;
  const vowels = base.slice(from, to);
  const marked = vowels === "ươ" || vowels.startsWith("ươ") ? 1 : vowels.search(/[ăâêôơư]/u);
  if (marked !== -1) return from + marked;
  if (vowels.length === 1) return from;
  if (vowels.length === 3) return from + 1;
  const secondCarries = to < base.length || ["oa", "oe", "uy"].includes(vowels);
  return from + (secondCarries ? 1 : 0);
}

import { fold, isUnmarked, normaliseTone } from "../../../language/fold.ts";
import WORDS from "./number-words.json" with { type: "json" };

const SAID: Readonly<Record<string, number>> = {
  ...Object.fromEntries(WORDS.digits.map((word, n) => [word, n])),
  ...WORDS.also,
};
const LATER: Readonly<Record<string, number>> = { ...SAID, ...WORDS.afterTens };
const VALUES = new Map(Object.entries(LATER).flatMap(([word, n]) => [[word, n] as const, [fold(word), n]]));
/** Number words without marks, up to ten. */
export const DIGITS: Readonly<Record<string, number>> = Object.fromEntries(
  Object.entries({ ...SAID, mười: 10 }).map(([word, n]) => [fold(word), n]),
);

/** How many a word says, in digits or letters; "tự" is none, and "tu" too often that. */
export const countOf = (word: string): number | undefined =>
  /^\d$/u.test(word) ? Number(word) : word === "tu" ? undefined : VALUES.get(normaliseTone(word));

const either = (words: readonly string[]) => `(?:${[...new Set(words.map(fold))].join("|")})`;
const DIGIT = either(Object.keys(SAID));
const LAST = either(Object.keys(LATER).filter((word) => !WORDS.neverAfterTens.includes(word)));
const TENS = `(?:${DIGIT} muoi(?: ${LAST})?|muoi(?: ${LAST})?|${DIGIT} chuc)`;
const HUNDREDS = `(?:${DIGIT} tram(?: (?:(?:linh|le) ${DIGIT}|${TENS}|${DIGIT} ${LAST}))?)`;
const THOUSANDS = `${DIGIT} (?:nghin|ngan)(?: (?:${HUNDREDS}|(?:linh|le) ${DIGIT}|${TENS}))?`;
const WHOLE = `(?:${THOUSANDS}|${HUNDREDS}|${TENS})`;
const BEFORE_SHARE = "(?= (?:phan tram|%|phay))";
/** "năm hai hai": after the word for "year" two digits are one. */
const AFTER_YEAR = "(?<=(?<!(?:quang|ha|viet) )nam )";
const SPELLED = new RegExp(
  `(?<![a-z])(?:(?<year>hai khong (?:${TENS}|${DIGIT} ${LAST}))|(?<whole>${WHOLE}|${DIGIT} ${LAST}${BEFORE_SHARE}|${AFTER_YEAR}${DIGIT} ${LAST}|${DIGIT}${BEFORE_SHARE})(?: phay (?<decimals>${TENS}|${DIGIT}(?: ${DIGIT})?))?|(?<hundred>tram(?= phan tram))|(?<=${either(WORDS.nearTen)} )(?<ten>chuc))(?![a-z])`,
  "g",
);

/**
 * Writes the numbers that are spelled out in digits: "tám mươi lăm phần trăm", "năm hai nghìn không trăm hai mươi hai",
 * "hơn chục". A digit alone stays a word, except before "phần trăm".
 */
export function writeDigits(text: string): string {
  const folded = fold(text.toLowerCase());
  let written = "";
  let from = 0;
  for (const { 0: whole, index, groups = {} } of folded.matchAll(SPELLED)) {
    const typed = text.slice(index, index + whole.length);
    if (!typed.split(" ").every(isNumberWord) || isAmbiguous(typed.toLowerCase())) continue;
    written += text.slice(from, index) + inDigits(groups);
    from = index + whole.length;
  }
  return written + text.slice(from);
}

/** "năm phần trăm", "muoi": alone these are as likely other words. */
const isAmbiguous = (typed: string): boolean => OTHERS.has(fold(typed)) && typed !== "mười";
const OTHERS = new Set(WORDS.otherWordsToo.map(fold));

/** "tạm mượi": with marks it must be the very word. */
const isNumberWord = (word: string): boolean =>
  isUnmarked(word) || SPELLINGS.has(normaliseTone(word.toLowerCase()));
const SPELLINGS = new Set([...Object.keys(LATER), ...WORDS.places].map(normaliseTone));

function inDigits({ year, whole, decimals, hundred, ten }: Partial<Record<string, string>>): string {
  if (hundred !== undefined) return "100";
  if (ten !== undefined) return "10";
  if (year !== undefined) {
    const [two = "", nought = "", ...rest] = year.split(" ");
    return `${VALUES.get(two)}${VALUES.get(nought)}${String(amountOf(rest.join(" "))).padStart(2, "0")}`;
  }
  const after = decimals?.split(" ").map((word) => VALUES.get(word));
  const digits = after?.every((n) => n !== undefined) ? after.join("") : amountOf(decimals ?? "");
  return `${amountOf(whole ?? "")}${decimals === undefined ? "" : `,${digits}`}`;
}

/** "hai nghin khong tram hai muoi hai", "tam lam": digits side by side are written so. */
function amountOf(folded: string): number {
  let [total, group, last] = [0, 0, 0];
  let isAfterTens = false;
  for (const word of folded.split(" ")) {
    const digit = VALUES.get(word);
    if (digit !== undefined) {
      group = isAfterTens ? group + digit : group * 10 + digit;
      last = digit;
    } else if (/^(?:muoi|chuc)$/u.test(word)) group = group === 0 ? 10 : group - last + last * 10;
    else if (word === "tram" || /^ng/u.test(word)) {
      total += group * (word === "tram" ? 100 : 1000);
      group = 0;
    }
    isAfterTens = /^(?:muoi|chuc)$/u.test(word);
  }
  return total + group;
}

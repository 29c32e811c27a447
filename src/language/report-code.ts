import { fold } from "./fold.ts";

/** Crockford's base32: no I, L, O or U. A character's position is its value. */
export const CODE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const RANDOM_CHARACTERS = 7;
const LENGTH = 8;

export type CodeReading =
  | { readonly kind: "code"; readonly code: string }
  /** It was meant as a code but can't be one: say so, and look nothing up. */
  | { readonly kind: "typo" }
  | { readonly kind: "none" };

/** Gives `n` random bytes. */
export type RandomBytes = (n: number) => Uint8Array;

const systemRandom: RandomBytes = (n) => crypto.getRandomValues(new Uint8Array(n));

/** A new code: 35 random bits and a check character. */
export function newReportCode(random: RandomBytes = systemRandom): string {
  const values = [...random(RANDOM_CHARACTERS)].map((byte) => byte % CODE_ALPHABET.length);
  return display([...values, checkValue(values)].map((value) => CODE_ALPHABET[value]).join(""));
}

/** Separators between the characters of a code: spaces, any dash, a dot, an underscore. */
const GAP = "[\\s\\p{Pd}._]";
const CHARACTER = "[\\p{L}\\p{N}\\p{M}]";
/** Not after a slash: "45/TB-UBND" is the number of a notice. */
const PREFIXED = new RegExp(`(?<!${CHARACTER}|/)TB(${GAP}*)((?:${CHARACTER}+${GAP}*){1,8})`, "giu");
const GAPS = new RegExp(`${GAP}+`, "gu");
/** The shortest and longest text after "TB-" that is a mistyped code rather than something else. */
const SLIP = { shortest: 4, longest: 12 } as const;

/**
 * Finds a report code in what someone typed: any case, spaces or missing hyphens, O for 0, I or L for 1.
 * @param bare true for the argument of a command such as /tracuu, where "TB" may be missing and everything is meant
 *   as a code
 */
export function readReportCode(text: string, { bare = false } = {}): CodeReading {
  const clean = text.normalize("NFKC");
  let typo = false;
  for (const match of clean.matchAll(PREFIXED)) {
    const reading = readPrefixed(match[1] ?? "", match[2] ?? "");
    if (reading.kind === "code") return reading;
    typo ||= reading.kind === "typo";
  }
  if (typo) return { kind: "typo" };
  return bare ? readBare(clean) : { kind: "none" };
}

/** What looks like a whole code, right or mistyped; letters alone only between two dashes: "TB nguy hiểm" is none. */
const LOOKS_LIKE_CODE = new RegExp(
  `(?<!${CHARACTER}|/)TB(?:\\p{Pd}[\\dA-Z]{4}\\p{Pd}[\\dA-Z]{4}|${GAP}*(?=[A-Z]*${GAP}?[A-Z]*\\d)[\\dA-Z]{4}${GAP}*[\\dA-Z]{4})(?!${CHARACTER})`,
  "giu",
);

/**
 * The text without the codes in it: eight random characters say nothing, whatever they look like.
 * @example withoutReportCodes("tb-7k2m-9qp4 xong chưa") // " xong chưa"
 */
export const withoutReportCodes = (text: string): string => text.replace(LOOKS_LIKE_CODE, " ");

/** True where the text is a code in its full form with the right check character. */
export function isReportCode(text: string): boolean {
  const reading = readReportCode(text, { bare: true });
  return reading.kind === "code" && reading.code === text;
}

function readPrefixed(gap: string, rest: string): CodeReading {
  const joined = /\p{Pd}/u.test(gap);
  const words = rest.split(GAPS).filter((word) => word !== "");
  let seen = "";
  for (const word of words) {
    if (seen.length >= LENGTH) break;
    seen += word;
  }
  const marked = joined || /\d/.test(seen) || seen === seen.toUpperCase();
  const characters = marked ? charactersOf(seen) : null;
  if (characters !== null) return { kind: "code", code: display(characters) };
  return (joined ? isJoinedSlip(rest) : isLooseSlip(words)) ? { kind: "typo" } : { kind: "none" };
}

/** "TB-7K2M9QP", "TB-7K2M-9QP?": text with a digit or a second dash. */
function isJoinedSlip(rest: string): boolean {
  const run = /^[^\s._]+/u.exec(rest)?.[0] ?? "";
  const { length } = run.replace(GAPS, "");
  return /[\d\p{Pd}]./u.test(run) && length >= SLIP.shortest && length <= SLIP.longest;
}

/** "TB" also abbreviates an average, a notice, a device: only groups with both letters and digits count. */
function isLooseSlip(words: readonly string[]): boolean {
  const [first = "", second = ""] = words;
  const isMixed = (word: string) =>
    /\d/.test(word) && /[a-z]/i.test(word) && fold(word) === word.toLowerCase();
  if (isMixed(first) && Math.abs(first.length - LENGTH) <= 1) return true;
  const halves = [first, second].every((word) => Math.abs(word.length - LENGTH / 2) <= 1);
  return halves && (isMixed(first) || isMixed(second));
}

function readBare(text: string): CodeReading {
  const typed = text.replace(GAPS, "");
  if (typed === "") return { kind: "none" };
  const characters = charactersOf(typed) ?? charactersOf(typed.replace(/^TB/i, ""));
  return characters === null ? { kind: "typo" } : { kind: "code", code: display(characters) };
}

/** Eight characters of the alphabet whose check is right; null otherwise. */
function charactersOf(typed: string): string | null {
  const characters = typed.toUpperCase().replaceAll("O", "0").replace(/[IL]/g, "1");
  if (characters.length !== LENGTH || fold(characters).toUpperCase() !== characters) return null;
  const values = [...characters].map((character) => CODE_ALPHABET.indexOf(character));
  if (values.includes(-1)) return null;
  return checkValue(values.slice(0, -1)) === values.at(-1) ? characters : null;
}

const display = (characters: string): string => `TB-${characters.slice(0, 4)}-${characters.slice(4)}`;

/**
 * The check value: the characters as a polynomial over the field of 32 elements, at its generator. Each position has a
 * different weight and no weight is zero, so every wrong character and every swap of two is found. A sum modulo 32
 * can't do both: its weights would all have to be odd and differ by odd numbers.
 */
function checkValue(values: readonly number[]): number {
  return timesGenerator(values.reduce((sum, value) => timesGenerator(sum) ^ value, 0));
}

/** x · value, modulo x⁵ + x² + 1. */
function timesGenerator(value: number): number {
  const shifted = value << 1;
  return shifted > 31 ? shifted ^ 0b100101 : shifted;
}

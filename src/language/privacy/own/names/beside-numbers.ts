import { CLASS_WORDS, LISTS, NAME_WORDS } from "../lexicon.ts";
import type { OwnDetail } from "../own-detail.ts";
import { tokensOf } from "../own-numbers.ts";
import { foundBetween, type OwnReading } from "../own-reading.ts";
import type { KnownNames, TokenSpan } from "./known-names.ts";
import { endingAt, type Found, isOfAnother, isOffice, LONGEST_NAME, run } from "./name-span.ts";

/** "Trần Thị Lan, 0912…", "gọi 0912… gặp Hằng", "0912… (Hùng, trưởng thôn)". */
export function besideNumbers(
  reading: OwnReading,
  known: KnownNames,
  numbers: readonly OwnDetail[],
): Found[] {
  return numbers
    .filter(({ whose, kind }) => whose !== "other" && kind !== "birth" && kind !== "plate")
    .flatMap(({ start, end }): Found[] => {
      const [from, to] = tokensOf(reading, start, end);
      const before = nameBefore(reading, from, known);
      const after = nameAfter(reading, to, known);
      return [before, after].flatMap((span): Found[] =>
        span === null || isTheirs(reading, span[0]) ? [] : [[span, "unclear"]],
      );
    });
}

/** "người cho vay là anh …": between whoever is spoken of and the name. */
const isLink = (word: string): boolean => LISTS.titles.has(word) || /^(?:là|la|tên|ten)$/u.test(word);

/** "người tên Hải số …" */
function isTheirs(reading: OwnReading, at: number): boolean {
  let to = at;
  while (isLink(reading.tokens[to - 1]?.word ?? "")) to -= 1;
  const found = foundBetween(reading, NAME_WORDS.theirs, Math.max(0, to - 4), at);
  return isOfAnother(reading, at) || found.some(({ end }) => end === at || end === to);
}

function nameBefore(reading: OwnReading, at: number, known: KnownNames): TokenSpan | null {
  let to = at;
  for (let skipped = 0; skipped < 4 && to > 0; skipped++) {
    const token = reading.tokens[to - 1];
    const isBetween =
      token !== undefined &&
      (/^[,:;.()\n\-–]$/u.test(token.typed) ||
        (!token.isCapital && foundBetween(reading, CLASS_WORDS.number, to - 1, to).length > 0));
    if (!isBetween) break;
    to -= 1;
  }
  return endingAt(reading, to, known, to < at);
}

/** "1903… Techcombank tên NONG THI BICH" */
function skipBank({ tokens }: OwnReading, from: number): number {
  let at = from;
  while (at - from < 4 && (LISTS.accountWords.has(tokens[at]?.word ?? "") || tokens[at]?.typed === ":"))
    at += 1;
  return at;
}

function nameAfter(reading: OwnReading, at: number, known: KnownNames): TokenSpan | null {
  const sign = reading.tokens[at];
  const begin = sign !== undefined && /^[,:(\-–]$/u.test(sign.typed) ? at + 1 : at;
  const from = skipBank(reading, begin);
  const whole = known.from(from);
  if (whole !== undefined) return whole;
  const length = from > at ? run(reading, from, (token) => token.isCapital) : 0;
  if (length === 0 || length > LONGEST_NAME) return null;
  return isOffice(reading, from) ? null : [from, from + length];
}

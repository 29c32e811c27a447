import { DIGIT_OF, HOTLINES, LISTS } from "./lexicon.ts";
import { endsSentence, type OwnReading, type Token } from "./own-reading.ts";

/** A number of at least eight digits, however it is written. */
export interface DigitRun {
  /** Tokens, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  readonly digits: string;
}

/** A shorter number is a house, an hour, an amount: it reaches nobody. */
const SHORTEST = 8;
const LONGEST_HOTLINE = 10;
/** What may stand between two groups: signs and "chấm", "rồi". */
const LONGEST_GAP = 3;
const SIGNS = /^[.,/·_()*+\-–—'’\n]$/u;
const ZERO_CHARACTERS = ["0", "０"] as const;

interface Group {
  readonly from: number;
  readonly to: number;
  readonly digits: string;
}

/**
 * Every long number of a text: in digits with any signs between them, with the letter o for a zero, in words, in both.
 * Dates, amounts of money, coordinates, document numbers, public hotlines and codes of reports are none.
 * @param others where digits are something else that was found before
 */
export function digitRuns(
  reading: OwnReading,
  others: readonly { readonly start: number; readonly end: number }[] = [],
): readonly DigitRun[] {
  const areas = [...notNumbers(reading), ...others.map(({ start, end }): Area => [start, end])];
  const isOther = within(
    reading,
    areas.sort(([a], [b]) => a - b),
  );
  const runs: DigitRun[] = [];
  let groups: Group[] = [];
  const finish = () => {
    runs.push(...split(groups).flatMap((some) => runOf(reading, some)));
    groups = [];
  };
  for (let at = 0; at < reading.tokens.length; ) {
    const group = isOther[at] === true ? null : groupAt(reading, at, groups.length > 0);
    const before = groups.at(-1);
    if (group === null) {
      if (before !== undefined && !goesOver(reading, before.to, at)) finish();
      at += 1;
    } else {
      if (before !== undefined && !goesOver(reading, before.to, group.from - 1)) finish();
      // A number that is whole doesn't go on in the next sentence: there another begins.
      else if (
        before !== undefined &&
        lengthOf(groups) >= SHORTEST &&
        crossesSentences(reading, before.to, group.from)
      )
        finish();
      groups.push(group);
      at = group.to;
    }
  }
  finish();
  return runs;
}

/** Digits, or letters and words that stand for them. */
function groupAt({ tokens, text }: OwnReading, at: number, isWithinRun: boolean): Group | null {
  const token = tokens[at];
  if (token === undefined) return null;
  const touches = (next: Token | undefined) => next?.is === "digits" && next.start === token.end;
  if (token.is === "digits") {
    let [to, digits] = [at + 1, digitsIn(token.typed)];
    // "09l2 3o4": a letter between digits that looks like one.
    for (;;) {
      const [letter, next] = [tokens[to], tokens[to + 1]];
      const isGlued = letter !== undefined && letter.start === tokens[to - 1]?.end;
      if (!isGlued || !/^[oO]+$|^[lI]$/u.test(letter.typed)) break;
      if (next?.is === "digits" && next.start === letter.end) {
        digits += asDigits(letter.typed) + digitsIn(next.typed);
        to += 2;
      } else if (/^[oO]+$/u.test(letter.typed)) {
        digits += asDigits(letter.typed);
        to += 1;
      } else break;
    }
    return { from: at, to, digits };
  }
  if (/^[oO]{1,3}$/u.test(token.typed)) {
    const next = tokens[at + 1];
    const leads =
      touches(next) || (next?.is === "digits" && /^[\s.-]?$/u.test(text.slice(token.end, next.start)));
    if (leads || isWithinRun) return { from: at, to: at + 1, digits: asDigits(token.typed) };
  }
  const digit = DIGIT_OF.get(token.word);
  return digit === undefined ? null : { from: at, to: at + 1, digits: digit };
}

const asDigits = (letters: string): string => letters.replace(/[oO]/gu, "0").replace(/[lI]/gu, "1");

/** Digits of any script: "０９" and "٠٩" are "09". */
const digitsIn = (typed: string): string =>
  [...typed.normalize("NFKC")].map((sign) => (/\d/u.test(sign) ? sign : String(digitValue(sign)))).join("");

/** Digits of a script stand in blocks of ten, the zero first. */
function digitValue(sign: string): number {
  const code = sign.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return code - zero;
}

/** True where only signs stand between the two groups (`last` inclusive), and few of them. */
function goesOver({ tokens }: OwnReading, from: number, last: number): boolean {
  if (last - from + 1 > LONGEST_GAP) return false;
  for (let at = from; at <= last; at++) {
    const token = tokens[at];
    if (token === undefined) return false;
    if (!SIGNS.test(token.typed) && !LISTS.digitGaps.has(token.word)) return false;
  }
  return true;
}

/** True where a sentence ends between the tokens. */
export function crossesSentences(reading: OwnReading, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (endsSentence(reading, at)) return true;
  return false;
}

const lengthOf = (groups: readonly Group[]): number => groups.reduce((n, { digits }) => n + digits.length, 0);

/** Two numbers side by side are two. */
function split(groups: readonly Group[]): readonly (readonly Group[])[] {
  if (lengthOf(groups) < SHORTEST) return [];
  const whole = groups.findIndex(({ digits }) => digits.length >= 9);
  if (whole >= 0 && groups.length > 1) {
    const isPrefix = whole > 0 && /^(?:0|84|084|0084)$/u.test(groups[whole - 1]?.digits ?? "");
    const first = isPrefix ? whole - 1 : whole;
    return [
      ...split(groups.slice(0, first)),
      groups.slice(first, whole + 1),
      ...split(groups.slice(whole + 1)),
    ];
  }
  const end = numberEnd(groups);
  return end < groups.length ? [groups.slice(0, end), ...split(groups.slice(end))] : [groups];
}

/** How many groups the first number has: a telephone number of ten digits ends where another begins or little follows. */
function numberEnd(groups: readonly Group[]): number {
  const all = lengthOf(groups);
  if (all <= 10 || (all === 12 && groups.every(({ digits }) => digits.length >= 3))) return groups.length;
  const first = groups[0]?.digits ?? "";
  // Only mobile numbers: "không hai không …" is a paper's of twelve digits, also told digit by digit.
  const isMobile = /^0[35789]/u.test(groups.map(({ digits }) => digits).join(""));
  const wanted = first.startsWith("84") ? 11 : isMobile ? 10 : 0;
  for (let n = 1; n < groups.length; n++) if (lengthOf(groups.slice(0, n)) === wanted) return n;
  return groups.length;
}

function runOf({ tokens }: OwnReading, groups: readonly Group[]): DigitRun[] {
  const [first, last] = [groups[0], groups.at(-1)];
  const digits = groups.map((group) => group.digits).join("");
  if (first === undefined || last === undefined || digits.length < SHORTEST) return [];
  if (digits.length <= LONGEST_HOTLINE && HOTLINES.some((hotline) => digits.startsWith(hotline))) return [];
  const plus = tokens[first.from - 1];
  const from = plus?.typed === "+" || plus?.typed === "(" ? first.from - 1 : first.from;
  return [{ from, to: last.to, digits }];
}

type Area = readonly [start: number, end: number];

const DATE = /(?<!\p{Nd})\p{Nd}{1,2}\s?[/.-]\s?\p{Nd}{1,2}\s?[/.-]\s?(?:19|20)\p{Nd}{2}(?!\p{Nd})/gu;
const COORDINATES = /(?<!\p{Nd})\p{Nd}{1,2}\.\p{Nd}{3,10}\s?[,;]?\s\s?\p{Nd}{2,3}\.\p{Nd}{3,10}/gu;
const CODE = /\bTB[-\s]?[0-9A-Z]{4}[-\s]?[0-9A-Z]{4}\b/giu;
const DOCUMENT = /\p{Nd}{1,4}\/\p{Nd}{4}\/[\p{L}-]+/gu;
const AMOUNT =
  /(?<![\p{Nd}.,])\p{Nd}{1,3}(?:[., ]\p{Nd}{3}){1,4}(?![\p{Nd}])|(?<!\p{Nd})[1-9]\p{Nd}{3,11}(?!\p{Nd})/gu;

/** Where digits are no number of a person. */
function notNumbers({ text }: OwnReading): readonly Area[] {
  const areas = [DATE, COORDINATES, CODE, DOCUMENT].flatMap((form) =>
    [...text.matchAll(form)].map(({ 0: found, index }): Area => [index, index + found.length]),
  );
  const amounts = [...text.matchAll(AMOUNT)]
    .filter(({ 0: found, index }) => isAmount(text, found, index))
    .map(({ 0: found, index }): Area => [index, index + found.length]);
  return [...areas, ...amounts];
}

/** An amount is told by its currency, or by its dots after a word for money. */
function isAmount(text: string, found: string, index: number): boolean {
  if (ZERO_CHARACTERS.some((zero) => found.startsWith(zero))) return false;
  const after = /^\s?([\p{L}\p{M}]+)/u.exec(text.slice(index + found.length, index + found.length + 12))?.[1];
  if (after !== undefined && LISTS.currency.has(after.toLowerCase())) return true;
  if (!/[.,]/u.test(found)) return false;
  const before =
    text
      .slice(Math.max(0, index - 24), index)
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? [];
  return before.slice(-2).some((word) => LISTS.money.has(word));
}

/** For each token whether it lies in one of the areas, which stand in order. */
function within({ tokens }: OwnReading, areas: readonly Area[]): readonly boolean[] {
  let next = 0;
  let reach = -1;
  return tokens.map(({ start, end }) => {
    for (let area = areas[next]; area !== undefined && area[0] <= start; area = areas[++next])
      reach = Math.max(reach, area[1]);
    return end <= reach;
  });
}

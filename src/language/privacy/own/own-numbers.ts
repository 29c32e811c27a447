import { fold } from "../../fold.ts";
import { digitRuns } from "./digit-runs.ts";
import { CLASS_WORDS, LISTS } from "./lexicon.ts";
import type { OwnDetail, OwnKind } from "./own-detail.ts";
import { foundBetween, type OwnReading, surroundings, type Token } from "./own-reading.ts";
import { isBank, isPaper, whoseNumber } from "./whose-number.ts";

const PASSPORT = /(?<![\p{L}\p{Nd}])[A-Z]\p{Nd}{7}(?!\p{Nd})/gu;
const PLATE =
  /(?<![\p{L}\p{Nd}/])\p{Nd}{2}[ .-]?[A-ZĐa-zđ]{1,2}\p{Nd}?[ .-]{0,3}(?:\p{Nd}{3}[ .,]?\p{Nd}{2}|\p{Nd}{4})(?!\p{Nd})/gu;
const BIRTHDAY =
  /(?<=(?:sinh\s{1,3}ng[àa]y|ng[àa]y\s{1,3}sinh|sn)\s{0,3}:?\s{0,3})\p{Nd}{1,2}[/.\-\s]\p{Nd}{1,2}[/.\-\s]\p{Nd}{2,4}/giu;

/**
 * Numbers of telephones, papers and accounts, plates of own vehicles and days of birth.
 * @param profiles digits in them are no numbers
 */
export function ownNumbers(reading: OwnReading, profiles: readonly OwnDetail[]): readonly OwnDetail[] {
  const plates = [...reading.text.matchAll(PLATE)];
  const isPlate = ({ start, end }: Pick<OwnDetail, "start" | "end">) =>
    plates.some(({ 0: found, index }) => start >= index && end <= index + found.length);
  const runs = digitRuns(reading, profiles)
    .filter(({ from, to }) => !isPlate(spanOf(reading, from, to)))
    .map(({ from, to, digits }): OwnDetail => {
      const kind = kindOf(reading, from, digits);
      const whose = whoseNumber(reading, from, to);
      // A paper's number is never needed as evidence: even a forged one is asked for.
      return {
        ...spanOf(reading, from, to),
        kind,
        whose: kind === "paper" && whose === "other" ? "unclear" : whose,
        key: numberKey(digits),
      };
    });
  return [
    ...runs,
    ...[...reading.text.matchAll(PASSPORT)].flatMap((match) => passport(reading, match)),
    ...plates.flatMap((match) => ownPlate(reading, match)),
    ...[...reading.text.matchAll(BIRTHDAY)].map(({ 0: words, index: start }): OwnDetail => {
      return { kind: "birth", whose: "unclear", start, end: start + words.length, words, key: keyOf(words) };
    }),
  ];
}

/** "+84 912…", "912…" and "0912…" are one number. */
const numberKey = (digits: string): string =>
  digits.replace(/^(?:00|0)?84(?=\d{9}$)/u, "0").replace(/^(?=[35789]\d{8}$)/u, "0");

function kindOf(reading: OwnReading, from: number, digits: string): OwnKind {
  if (isPaper(reading, from)) return "paper";
  if (isBank(reading, from)) return "number";
  if (/^(?:0\d{9}|02\d{9}|(?:00|0)?84\d{9}|[35789]\d{8})$/u.test(digits)) return "phone";
  return /^(?:0\d{11}|[0-3]\d{8})$/u.test(digits) ? "paper" : "number";
}

export function spanOf(
  { tokens, text }: OwnReading,
  from: number,
  to: number,
): Pick<OwnDetail, "start" | "end" | "words"> {
  const start = tokens[from]?.start ?? 0;
  const end = tokens[to - 1]?.end ?? start;
  return { start, end, words: text.slice(start, end) };
}

const keyOf = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{Nd}]/gu, "");

/** The key of a name or an address, however it is written. */
export const foldedKey = (words: string): string => keyOf(fold(words));

/** The tokens that a match of the text covers. */
export function tokensOf(
  { tokens }: OwnReading,
  start: number,
  end: number,
): readonly [from: number, to: number] {
  return [
    firstWhere(tokens, (token) => token.end > start),
    firstWhere(tokens, (token) => token.start >= end),
  ];
}

/** Where the tokens begin to be so: they stand in order, so half of them is left out at each look. */
function firstWhere(tokens: readonly Token[], isSo: (token: Token) => boolean): number {
  let [from, to] = [0, tokens.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isSo(tokens[middle] as Token)) to = middle;
    else from = middle + 1;
  }
  return from;
}

function passport(reading: OwnReading, { 0: words, index: start }: RegExpExecArray): OwnDetail[] {
  const [from] = tokensOf(reading, start, start + words.length);
  if (!isPaper(reading, from)) return [];
  return [{ kind: "paper", whose: "unclear", start, end: start + words.length, words, key: keyOf(words) }];
}

/** A plate is evidence; only that of a vehicle said to be the writer's points to them. */
function ownPlate(reading: OwnReading, { 0: words, index: start }: RegExpExecArray): OwnDetail[] {
  const [from, to] = tokensOf(reading, start, start + words.length);
  const [first] = surroundings(reading, from, to, "part", 8);
  const said = reading.tokens.slice(first, from);
  const isOwn =
    said.some(({ word }) => LISTS.selfCapital.has(word)) &&
    said.some(({ word }) => LISTS.ownVehicle.has(word)) &&
    foundBetween(reading, CLASS_WORDS.they, first, from).length === 0;
  const [begin, end] = surroundings(reading, from, to, "sentence");
  // The plate of a stolen vehicle is what handlers need first.
  const isLost = reading.tokens.slice(begin, end).some(({ word }) => LISTS.loss.has(word));
  if (!isOwn || isLost) return [];
  return [{ kind: "plate", whose: "reporter", start, end: start + words.length, words, key: keyOf(words) }];
}

import { isKnownPlace } from "../../known-places.ts";
import { CLASS_WORDS, LISTS, NAME_WORDS } from "../lexicon.ts";
import type { OwnDetail, Whose } from "../own-detail.ts";
import { spanOf } from "../own-numbers.ts";
import { foundBetween, type OwnReading, surroundings } from "../own-reading.ts";
import { announced, opened, signed } from "./announced.ts";
import { isNamedAsAnother } from "./another.ts";
import { besideNumbers } from "./beside-numbers.ts";
import { inChinese, introduced, profileNames, selfWithName } from "./introduced.ts";
import { knownNames, type TokenSpan } from "./known-names.ts";
import {
  type Found,
  isOffice,
  isOfPlaceOrHouse,
  isPlaceAt,
  isPlaceName,
  nameDetail,
  run,
} from "./name-span.ts";

/**
 * Names by which the writer, or the family, is told: after "tôi là", "em tên", "người báo:", before "đây", as a
 * signature, beside a number that isn't another's. Names of others stay.
 * @param numbers what was found before: a name beside an own number is its owner's
 */
export function ownNames(reading: OwnReading, numbers: readonly OwnDetail[]): readonly OwnDetail[] {
  const known = knownNames(reading);
  const called = [
    ...introduced(reading, known),
    ...selfWithName(reading, known),
    ...announced(reading, known),
    ...opened(reading),
    ...inChinese(reading),
    ...besideNumbers(reading, known, numbers),
  ];
  const found = [
    ...called,
    ...signed(reading, known),
    ...profileNames(reading),
    ...ofNobodyElse(reading, known.all),
    ...ofNobodyElse(reading, inCapitals(reading)),
  ];
  const spans: (readonly [span: TokenSpan, whose: Whose])[] = [];
  const own = found.filter(([span]) => !isNamedAsAnother(reading, span));
  for (const [[from, to], whose] of own.sort(([a], [b]) => a[0] - b[0] || b[1] - a[1])) {
    const before = spans.at(-1);
    if (before === undefined || from >= before[0][1]) spans.push([[from, to], whose]);
    else if (to > before[0][1]) spans[spans.length - 1] = [[before[0][0], to], before[1]];
  }
  return spans.map(([[from, to], whose]) => {
    const isSaid = called.some(([[first, last]]) => first < to && last > from);
    return { ...nameDetail(reading, [from, to], whose), ...(isSaid && { isIntroduced: true as const }) };
  });
}

/** A whole name that nothing ties to the accused may be the writer's: it is asked. */
function ofNobodyElse(reading: OwnReading, names: readonly TokenSpan[]): Found[] {
  return names.flatMap(([from, to]): Found[] => {
    const isWhole = to - from >= 2 && reading.tokens[from]?.is === "word";
    if (isKnownPlace(spanOf(reading, from, to).words) || isClause(reading, from, to)) return [];
    if (
      !isWhole ||
      isPlaceAt(reading, from) ||
      isOfPlaceOrHouse(reading, from) ||
      reading.tokens[from - 1]?.is === "digits"
    )
      return [];
    const [first, last] = surroundings(reading, from, to, "part", 8);
    const end = endOfList(reading, names, to);
    const isTheirs =
      foundBetween(reading, NAME_WORDS.theirs, first, from).length > 0 ||
      isElderHarmed(reading, [from, to], first) ||
      foundBetween(reading, NAME_WORDS.acts, end, last + LIST).some(({ start }) => start === end);
    return isTheirs ? [] : [[[from, to], "unclear"]];
  });
}

/** "bà Hứa Thị Én bị cướp": nobody writes so of themselves; "mẹ em, bà …" tells who writes. */
const isElderHarmed = (reading: OwnReading, [from, to]: TokenSpan, first: number): boolean =>
  LISTS.elders.has(reading.tokens[from - 1]?.word ?? "") &&
  /^b[ịi]$/u.test(reading.tokens[to]?.word ?? "") &&
  foundBetween(reading, CLASS_WORDS.self, first, from - 1).length === 0;

/** So far behind a name, in tokens, the list ends that it begins. */
const LIST = 12;

/** "Tý Sẹo, Hải Lùn và Quang Rách đua xe": what the last one does they all do. */
function endOfList({ tokens }: OwnReading, names: readonly TokenSpan[], to: number): number {
  let end = to;
  for (let next: TokenSpan | undefined; end - to < LIST; end = next[1]) {
    if (!/^(?:,|và|va|với|voi|cùng|cung)$/u.test(tokens[end]?.word ?? "")) break;
    next = names.find(([from]) => from === end + 1);
    if (next === undefined) break;
  }
  return end;
}

/** "than thi nhieu": unmarked, "thì" is written like "thị". Behind the latter comes a usual name. */
function isClause({ tokens }: OwnReading, from: number, to: number): boolean {
  const [middle, given] = [tokens[from + 1], tokens[to - 1]];
  return middle?.typed === "thi" && given?.isCapital === false && !LISTS.given.has(given.word);
}

/** Two to four words with capitals that begin neither a place nor an office nor a mark: names of which no list knows. */
function inCapitals(reading: OwnReading): TokenSpan[] {
  const { tokens } = reading;
  const spans: TokenSpan[] = [];
  for (let from = 0; from < tokens.length; ) {
    const length = run(reading, from, (token) => token.isCapital);
    const isName =
      length >= 2 &&
      length <= 4 &&
      !LISTS.notNames.has(tokens[from]?.word ?? "") &&
      !LISTS.placeKinds.has(tokens[from]?.word ?? "") &&
      !LISTS.homeKinds.has(tokens[from]?.word ?? "") &&
      !isOffice(reading, from) &&
      !isPlaceName(reading, from);
    if (isName) spans.push([from, from + length]);
    from += Math.max(1, length);
  }
  return spans;
}

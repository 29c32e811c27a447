import { absolute, compare, percent, subtract } from "../figures/arithmetic.ts";
import type { Fact } from "../figures/fact.ts";
import { indicatorOf, STANDARD } from "../figures/indicators.ts";
import { MERGER } from "../figures/places.ts";
import { HUNDRED, parseRational, type Rational, rational } from "../figures/rational.ts";
import { ASSESSED } from "../figures/units.ts";
import { ASK } from "./doubts-wording.ts";
import type { Question } from "./drafts.ts";
import type { OfficeReading } from "./office/office-figure.ts";

/** A count that doubles or halves, by so many at least, and a share that moves by so many points are asked about. */
const TIMES = rational(2);
const LEAST = rational(10);
const POINTS = rational(15);
/** Of a handful one more or less is many points: there only half of all is a jump. */
const HANDFUL = rational(20);
const HALF = rational(50);
/** A share that a table tells may be rounded to one decimal. */
const ROUNDED = rational(6, 100);
/** So many types make a table of types: one that is missing then is asked about. */
const A_TABLE = 3;

/**
 * What has to be asked about changes before they count, one by one: jumps, shares over a hundred, parts above the whole,
 * sums that don't add up, and types that the period before had.
 * @param changes without those that take a figure away
 */
export function doubtsOf(
  changes: readonly { readonly before: Fact | null; readonly after: Fact }[],
  facts: readonly Fact[],
  told: { readonly shares: ReadonlyMap<string, string>; readonly sums: OfficeReading["sums"] },
): readonly Question[] {
  const after = new Map(facts.map((fact) => [fact.id, fact]));
  for (const change of changes) after.set(change.after.id, change.after);
  const all = [...after.values()];
  const own = changes.flatMap(({ before, after: fact }): Question[] => {
    const earlier = before ?? previousOf(fact, facts);
    const texts = [
      earlier === undefined ? undefined : jump(earlier, fact),
      overHundred(fact),
      shareDiffers(fact, told.shares.get(fact.id)),
      aboveWhole(fact, all),
    ];
    return texts.flatMap((text) => (text === undefined ? [] : [{ text, id: fact.id }]));
  });
  const sums = told.sums.flatMap(({ where, title, said, added }): Question[] =>
    said === added ? [] : [{ text: ASK.sum(where, title, said, added) }],
  );
  const news = changes.map((change) => change.after);
  return [...own, ...sums, ...communesAbove(news, all), ...vanished(news, all)];
}

/** The figure of the same thing in the latest period before. */
function previousOf(fact: Fact, facts: readonly Fact[]): Fact | undefined {
  return facts
    .filter(
      (one) =>
        isAlike(one, fact) &&
        one.end !== undefined &&
        fact.start !== undefined &&
        one.end < fact.start &&
        Math.abs(lengthOf(one) - lengthOf(fact)) < 40,
    )
    .toSorted((a, b) => (b.end ?? "").localeCompare(a.end ?? ""))[0];
}

const isAlike = (a: Fact, b: Fact): boolean =>
  a.indicator === b.indicator &&
  a.unitType === b.unitType &&
  a.detail === b.detail &&
  a.area === b.area &&
  a.province === b.province &&
  a.unit === b.unit;

/** In days. */
const lengthOf = ({ start = "", end = "" }: Fact): number =>
  (Date.parse(end) - Date.parse(start)) / 86_400_000;

const countOf = ({ numerator, value }: Fact): Rational | undefined =>
  (numerator ?? value) === undefined ? undefined : parseRational(numerator ?? value ?? "");
const shareIn = ({ numerator, denominator }: Fact): Rational | undefined =>
  numerator === undefined || denominator === undefined
    ? undefined
    : percent(parseRational(numerator), parseRational(denominator));

function jump(before: Fact, after: Fact): string | undefined {
  const [old, now] = [shareIn(before), shareIn(after)];
  if (
    old !== undefined &&
    now !== undefined &&
    compare(absolute(subtract(now, old)), isHandful(after) ? HALF : POINTS) >= 0
  )
    return ASK.shareJump(after, before, old, now);
  // Counts of areas that were joined differ for that reason alone.
  if (before.territory !== after.territory && after.unitType !== undefined) return undefined;
  const pairs = [
    [countOf(before), countOf(after)],
    [before.denominator, after.denominator].map((one) =>
      one === undefined ? undefined : parseRational(one),
    ),
  ];
  const isJump = pairs.some(([was, is]) => was !== undefined && is !== undefined && isFar(was, is));
  return isJump ? ASK.jump(after, before) : undefined;
}

const isHandful = ({ denominator }: Fact): boolean =>
  denominator !== undefined && compare(parseRational(denominator), HANDFUL) < 0;

function isFar(was: Rational, is: Rational): boolean {
  if (compare(absolute(subtract(is, was)), LEAST) < 0) return false;
  const [small, large] = compare(was, is) < 0 ? [was, is] : [is, was];
  return compare(large, { num: small.num * TIMES.num, den: small.den }) >= 0;
}

function overHundred(fact: Fact): string | undefined {
  const count = countOf(fact);
  return fact.unit === "%" && count !== undefined && compare(count, HUNDRED) > 0
    ? ASK.overHundred(fact)
    : undefined;
}

/** A table may tell a share as 96 or as 0.96. */
function shareDiffers(fact: Fact, told: string | undefined): string | undefined {
  const share = shareIn(fact);
  if (share === undefined || told === undefined) return undefined;
  const said = parseRational(told);
  const isNear = (value: Rational) => compare(absolute(subtract(share, value)), ROUNDED) <= 0;
  const wholes = [said, { num: said.num * 100n, den: said.den }];
  return wholes.some((value) => isNear(value) || isRounded(value, share))
    ? undefined
    : ASK.shareDiffers(fact, share, said);
}

/** "96" for 95.58: a whole number is as near as a whole number can be. */
const isRounded = (value: Rational, share: Rational): boolean =>
  value.num % value.den === 0n && compare(absolute(subtract(share, value)), rational(1, 2)) <= 0;

/** More cases solved than there were. */
function aboveWhole(fact: Fact, all: readonly Fact[]): string | undefined {
  const { outOf } = indicatorOf(fact.indicator);
  const whole = all.find(
    (one) =>
      one.indicator === outOf &&
      one.area === fact.area &&
      one.province === fact.province &&
      one.start === fact.start &&
      one.end === fact.end,
  );
  const [part, of] = [countOf(fact), whole === undefined ? undefined : countOf(whole)];
  return whole !== undefined && part !== undefined && of !== undefined && compare(part, of) > 0
    ? ASK.aboveWhole(fact, whole)
    : undefined;
}

/** The communes together above the province's number. */
function communesAbove(news: readonly Fact[], all: readonly Fact[]): Question[] {
  const key = ({ indicator, unitType, detail, province, start, end }: Fact) =>
    [indicator, unitType, detail, province, start, end].join("|");
  const touched = new Set(news.filter(({ level }) => level === "commune" || level === "province").map(key));
  const groups = Map.groupBy(
    all.filter((fact) => touched.has(key(fact))),
    key,
  );
  return [...groups.values()].flatMap((group) => {
    const whole = group.find(({ level }) => level === "province");
    const communes = group.filter(({ level }) => level === "commune");
    if (whole === undefined || communes.length === 0) return [];
    return (["numerator", "denominator", "value"] as const).flatMap((field) => {
      const sum = communes.reduce((total, fact) => total + Number(fact[field] ?? 0), 0);
      return whole[field] !== undefined && sum > Number(whole[field])
        ? [{ text: ASK.communesAbove(whole, communes.length, sum, whole[field]) }]
        : [];
    });
  });
}

/** Types that the period before had, where a whole table of types came. */
function vanished(news: readonly Fact[], all: readonly Fact[]): Question[] {
  const tables = Map.groupBy(
    news.filter(({ indicator, level }) => indicator === STANDARD && level === "province"),
    ({ area, start, end }) => [area, start, end].join("|"),
  );
  return [...tables.values()].flatMap((rows) => {
    const [first] = rows;
    if (first?.start === undefined || rows.length < A_TABLE) return [];
    const sameKind = all.filter(({ indicator, area }) => indicator === STANDARD && area === first.area);
    const before = sameKind.filter(({ end }) => end !== undefined && end < (first.start ?? ""));
    const latest = before
      .map(({ end }) => end ?? "")
      .toSorted()
      .at(-1);
    const now = new Set(
      sameKind
        .filter(({ start, end }) => start === first.start && end === first.end)
        .map(({ unitType }) => unitType),
    );
    return before
      .filter(({ end, unitType }) => end === latest && unitType !== undefined && ASSESSED.includes(unitType))
      .filter(
        ({ unitType }) => !now.has(unitType) && !(unitType === "township" && (first.end ?? "") >= MERGER),
      )
      .map((fact) => ({ text: ASK.vanished(fact, first.period) }));
  });
}

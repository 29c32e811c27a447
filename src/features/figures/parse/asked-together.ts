import { compares, type FigureQuery, type Operation, type Period, ranks } from "../figure-query.ts";
import type { FigureThread } from "../figure-thread.ts";
import { indicatorOf, needsOf } from "../indicators.ts";
import { manyPointedAt, manyTypes } from "./choice.ts";
import { isShareVerb, type Reading } from "./figure-reading.ts";
import { unique } from "./periods.ts";
import { isPointedAt } from "./pointed-at.ts";
import { countOf } from "./spelled-numbers.ts";

/** What several questions asked about, taken together. */
export type Together = Pick<FigureQuery, "indicators" | "unitTypes" | "periods" | "places" | "paired">;

interface Asking {
  readonly reading: Reading;
  readonly operation: Operation;
  readonly units: readonly string[];
  readonly thread: FigureThread | undefined;
}

/**
 * The questions that a message means without naming them: "cộng cả hai", "trong 3 huyện đó", "chênh nhau mấy điểm". They
 * were asked one after another and differ in one thing: the indicator, the type, the period or the place. Undefined where it
 * means none, or where there are fewer than it says.
 */
export function askedTogether(asking: Asking): Together | undefined {
  const { reading, operation, units, thread } = asking;
  const says = (kind: RegExp) => reading.tags.some(({ tag }) => kind.test(tag));
  // "tất cả là bao nhiêu": of what was asked.
  const isAll = says(/^cue:total$/u) && !says(/^(?:is|unit):/u);
  const isSum = operation === "sum" || says(/^op:sum$/u) || isAll;
  const n = howMany(asking, isSum);
  // "xếp từ ít đến nhiều" after one place and another; of types all are meant.
  const sorts = ranks(operation) && units.length === 0;
  const isMeant = sorts || n !== undefined || compares(operation) || isSum;
  const isBare =
    reading.places.length === 0 &&
    (reading.periods.hits.length === 0 || (isSum && n === undefined)) &&
    units.every((unit) => PLAIN.includes(unit));
  if (thread === undefined || !isMeant || !isBare) return undefined;
  const singled = thread.singled?.length === n ? thread.singled : undefined;
  // "3 loại đó" after a year that has no figures: those that were told.
  const isUntold = thread.untold === true && n !== undefined && thread.shown.length > 0;
  const shown = isUntold ? thread.shown.slice(0, -1) : thread.shown;
  const last = {
    ...((isUntold ? thread.shown.at(-1) : undefined) ?? dated(thread.query, thread.told)),
    ...(singled !== undefined && { unitTypes: [...singled] }),
  };
  const isPair = compares(operation);
  // Those that are put in order may each have their own place and period.
  const most = n ?? (sorts ? shown.length + 1 : Number.POSITIVE_INFINITY);
  const run = runBack(last, shown, isPair ? 2 : most);
  const apart = sidesOf(run);
  // "chiếm mấy phần trăm" after a part of something: of that, whatever was asked in between.
  const wholes = last.indicators.map((id) => indicatorOf(id).partOf);
  const isPartOf = wholes.some((whole) => whole !== undefined && !last.indicators.includes(whole));
  const asksShare = operation === "times" && reading.words.some(isShareVerb);
  if (asksShare && n === undefined && isPartOf) return undefined;
  if (sorts && n === undefined && (apart.includes("unitTypes") || !isSingle(last, SIDES))) return undefined;
  // "hơn mấy vụ" after two kinds of cases names neither.
  const named = reading.tags.flatMap(({ tag }) => (tag.startsWith("is:") ? [tag.slice(3)] : []));
  const isShared = (concept: string) =>
    run.every((one) => one.indicators.every((id) => needsOf(reading.indicators.get(id)).has(concept)));
  const names = n === undefined && !named.every(isShared);
  if (apart.includes("indicators") && names)
    return isPair ? whatIsCounted(run.slice(-2), named, reading) : undefined;
  // Of different things without a number only the last two are meant.
  const meant = apart.includes("indicators") && n === undefined ? run.slice(-2) : run;
  if (isPair && (meant.length < 2 || !meant.every((one) => isSingle(one, apart)))) return undefined;
  const found = merged(meant, apart, operation === "times");
  const all =
    isAll && n === undefined ? { ...found, indicators: allKinds(found.indicators, reading) } : found;
  const sizes = [meant.length, ...SIDES.map((side) => all[side].length)];
  if (Math.max(...sizes) < 2) return undefined;
  if (n !== undefined && !sizes.includes(n)) return setOf(n, [...shown, last]);
  return reading.periods.hits.length > 0
    ? { ...all, periods: reading.periods.hits.map(({ period }) => period) }
    : all;
}

/** "bên nào nhiều đối tượng hơn" after drug cases and crimes: the suspects of both, which are told along with each. */
function whatIsCounted(
  run: readonly FigureQuery[],
  named: readonly string[],
  { indicators: book }: Reading,
): Together | undefined {
  const counts = (id: string) => named.every((concept) => needsOf(book.get(id)).has(concept));
  const each = run.map(({ indicators }) =>
    indicators.flatMap((id) => [id, ...(book.get(id).with ?? [])]).find(counts),
  );
  const indicators = [...new Set(each.flatMap((id) => id ?? []))];
  return indicators.length === run.length ? { ...merged(run), indicators } : undefined;
}

/** "3 loại đó" after another question in between: the last one that was about so many. */
function setOf(n: number, asked: readonly FigureQuery[]): Together | undefined {
  const found = asked.findLast((one) => SIDES.some((side) => one[side].length === n));
  if (found === undefined) return undefined;
  const { indicators, unitTypes, periods, places, paired } = found;
  return { indicators, unitTypes, periods, places, paired };
}

/** "tất cả" after some kinds of one thing ("cửa khẩu quốc tế", "cửa khẩu phụ"): all its kinds. */
function allKinds(ids: readonly string[], { indicators: book }: Reading): string[] {
  const [first = [], ...others] = ids.map((id) => book.conceptsOf(id));
  const shared = first.filter((need) => others.every((needs) => needs.includes(need)));
  const all = book.spokenOf(new Set(shared.flatMap((need) => need.split("|"))));
  return ids.length > 1 && ids.every((id) => all.includes(id)) ? all : [...ids];
}

/** Words for what was asked that name no type of their own. */
const PLAIN: readonly string[] = ["any", "collective", "district"];

/** "cả hai", "ba huyện đó", "hai loại cộng lại": so many questions are meant. */
function howMany({ reading, operation, units }: Asking, isSum: boolean): number | undefined {
  const [pointed] = manyPointedAt(reading);
  if (pointed !== undefined) return pointed.n;
  const types = manyTypes(reading)[0]?.n;
  const points = reading.tags.some((tag) => tag.tag.startsWith("unit:") && isPointedAt(reading, tag));
  const isOfAll = isSum || operation === "average";
  if (types !== undefined && (points || isOfAll) && units.every((unit) => unit === "any")) return types;
  const at = reading.words.findIndex(
    (word, i) => /^(?:cả|ca|an)$/u.test(word) && (countOf(reading.words[i + 1] ?? "") ?? 0) > 1,
  );
  return at >= 0 && (isSum || ranks(operation) || compares(operation))
    ? countOf(reading.words[at + 1] ?? "")
    : undefined;
}

const SIDES = ["indicators", "unitTypes", "periods", "places"] as const;
type Side = (typeof SIDES)[number];

/** The last questions, oldest first, as long as they differ in one thing; so many may each have their own place and period. */
export function runBack(
  last: FigureQuery,
  shown: readonly FigureQuery[],
  most = Number.POSITIVE_INFINITY,
): readonly FigureQuery[] {
  let run = [last];
  for (const one of shown.toReversed()) {
    if (run.length >= most) break;
    if (run.some((other) => sidesOf([one, other]).length === 0 || holdsIn(one, other))) continue;
    const longer = [one, ...run];
    const apart = sidesOf(longer);
    // "trong 3 tỉnh đó": each place in its own period.
    const isPaired = Number.isFinite(most) && apart.join() === "periods,places" && longer.every(isOneCell);
    if ((apart.length > 1 && !isPaired) || (apart[0] === "indicators" && run.some(countsByUnit))) break;
    run = longer;
  }
  return run;
}

/** Of "cả bảy loại" and one of them after it only the one is meant; their sum would count it twice. */
const holdsIn = (one: FigureQuery, other: FigureQuery): boolean =>
  sidesOf([one, other]).join() === "unitTypes" &&
  one.unitTypes.some((unit) => other.unitTypes.includes(unit));

/** In what these questions differ. The types of different things are no difference: of most there is but one. */
function sidesOf(all: readonly FigureQuery[]): readonly Side[] {
  const said = (one: FigureQuery, side: Side) =>
    side === "unitTypes" && !countsByUnit(one) && one.unitTypes.join() === "collective" ? [] : one[side];
  const differs = (side: Side) => new Set(all.map((one) => JSON.stringify(said(one, side)))).size > 1;
  return SIDES.filter((side) => differs(side) && !(side === "unitTypes" && differs("indicators")));
}

/** Of types that are added up, two indicators say the same of the same units. */
const countsByUnit = ({ indicators }: FigureQuery): boolean =>
  indicators.some((id) => indicatorOf(id).byUnit === true);

const isOneCell = ({ periods, places }: FigureQuery): boolean => periods.length === 1 && places.length === 1;

const isSingle = (one: FigureQuery, apart: readonly Side[]): boolean =>
  ["periods", "places", ...apart.filter((side) => side !== "indicators")].every(
    (side) => one[side as Side].length <= 1,
  );

/** All that these questions are about; of different things that are divided the last comes first. */
export function merged(
  run: readonly FigureQuery[],
  apart: readonly Side[] = sidesOf(run),
  lastFirst = false,
): Together {
  const [last] = run.slice(-1);
  const indicators = (lastFirst ? run.toReversed() : run).flatMap((one) => one.indicators);
  const paired = apart.join() === "periods,places";
  const all = { places: run.flatMap((one) => one.places), periods: run.flatMap((one) => one.periods) };
  const places = paired ? all.places : unique(all.places, ({ area }) => area);
  const periods = paired ? all.periods : unique(all.periods, ({ label }) => label);
  return {
    indicators: [...new Set(indicators)].slice(0, MOST.indicators),
    unitTypes: apart.includes("indicators")
      ? [...(last?.unitTypes ?? [])]
      : [...new Set(run.flatMap((one) => one.unitTypes))],
    periods: periods.slice(0, MOST.periods),
    places: places.slice(0, MOST.places),
    paired,
  };
}

/** As many as a query takes. */
const MOST = { indicators: 8, periods: 8, places: 12 };

/** A question without a period was about the one that its answer told. */
export const dated = (query: FigureQuery, told: Period | undefined): FigureQuery =>
  query.periods.length > 0 || told === undefined ? query : { ...query, periods: [told] };

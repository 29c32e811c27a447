import { DAY } from "../../platform/time.ts";
import { add, percent, subtract } from "./arithmetic.ts";
import { type Approximation, type Fact, sourceKey } from "./fact.ts";
import { compares, type FigureQuery, type Period, type Place } from "./figure-query.ts";
import { indicatorOf } from "./indicators.ts";
import { unique } from "./parse/periods.ts";
import { HOME, MERGER_EVE } from "./places.ts";
import { parseRational, type Rational } from "./rational.ts";
import { ASSESSED, unitName } from "./units.ts";

/** How a fact's period relates to the requested one; earlier in this list is better. */
export const FITS = ["exact", "inside", "covers", "overlaps"] as const;
export type Fit = (typeof FITS)[number];

/** One number of an answer: a fact, or the sum of several facts of the same kind. */
export interface Measure {
  readonly indicator: string;
  readonly unitType: string;
  readonly place: Place;
  readonly period: string;
  readonly facts: readonly Fact[];
  /** The count reached, or the plain value; absent where the source gives no number. */
  readonly count: Rational | undefined;
  readonly whole: Rational | undefined;
  readonly unit: string;
  readonly approx: Approximation | undefined;
  readonly fit: Fit;
  /** The period that was asked for, in words, where the fact's isn't the same. */
  readonly wanted?: string;
  /** True where `count` is of those that did not reach the standard. */
  readonly notMet?: boolean;
}

/** One place in one period, as the question pairs them; no period means the latest. */
export interface Cell {
  readonly place: Place;
  readonly period: Period | undefined;
  readonly measures: readonly Measure[];
}

/** The share in percent: of a fraction, or the value itself where the unit is percent. */
export function shareOf(measure: Measure): Rational | undefined {
  if (measure.count === undefined) return undefined;
  if (measure.whole !== undefined) return percent(measure.count, measure.whole);
  return measure.unit === "%" ? measure.count : undefined;
}

/** All stored facts for a query, cell by cell in the order of the question. */
export function measureCells(query: FigureQuery, facts: readonly Fact[]): Cell[] {
  const places = query.each === undefined ? query.places : communesWith(query.indicators, facts);
  const pairs: [Place, Period | undefined][] = query.paired
    ? places.map((place, i) => [place, query.periods[i]])
    : places.flatMap((place) =>
        (query.periods.length === 0 ? [undefined] : query.periods).map(
          (period): [Place, Period | undefined] => [place, period],
        ),
      );
  return pairs.map(([place, period]) => ({
    place,
    period,
    measures: measureCell(query, facts, place, period),
  }));
}

/** True for a figure of what a query asks for, in its time. */
export const isOf = (
  { indicators, periods }: FigureQuery,
  { indicator, start = "", end = "" }: Fact,
): boolean =>
  indicators.includes(indicator) &&
  (periods.length === 0 || periods.some((period) => start <= period.end && end >= period.start));

/** The home province's communes with figures of any of these. */
export function communesWith(indicators: readonly string[], facts: readonly Fact[]): Place[] {
  const own = facts.filter(
    ({ indicator, level, province }) =>
      level === "commune" && province === HOME.province && indicators.includes(indicator),
  );
  return [...Map.groupBy(own, ({ area }) => area).keys()].map((area) => ({ province: HOME.province, area }));
}

function measureCell(
  query: FigureQuery,
  facts: readonly Fact[],
  place: Place,
  period: Period | undefined,
): Measure[] {
  return query.indicators.flatMap((indicator) => {
    const { of = indicator, detail = "" } = indicatorOf(indicator);
    const here = facts.filter(
      (fact) =>
        fact.indicator === of &&
        (fact.detail ?? "").startsWith(detail) &&
        fact.area === place.area &&
        fact.province === place.province,
    );
    const wanted = pickUnits(here, indicator, query);
    const found =
      query.operation === "series" && period === undefined
        ? wanted.map((fact) => measureFact(fact, "exact"))
        : pickPeriod(
            period === undefined && query.places.length > 1 ? withoutParts(wanted) : wanted,
            period,
            compares(query.operation),
          );
    const asksRest = query.notMet || query.operation === "shortfall" || query.wants === "rate";
    const known = asksRest ? found.map((measure) => withWhole(measure, indicator, facts)) : found;
    const part = (measure: Measure) =>
      query.notMet ? missingPart(measure) : query.ofAssessed ? assessedPart(measure) : measure;
    const own = known.map((measure) => ({ ...part(measure), indicator }));
    return indicatorOf(indicator).byUnit === true ? own.toSorted(byReportOrder) : own.toSorted(byTime);
  });
}

/** The number of all, where the same source gives it as another indicator. */
function withWhole(measure: Measure, indicator: string, facts: readonly Fact[]): Measure {
  const { outOf } = indicatorOf(indicator);
  const [own] = measure.facts;
  const all = facts.find(
    (fact) =>
      fact.indicator === outOf &&
      own !== undefined &&
      sourceKey(fact) === sourceKey(own) &&
      fact.period === own.period &&
      fact.area === own.area &&
      fact.approx === undefined,
  );
  return measure.whole !== undefined || all?.value === undefined
    ? measure
    : { ...measure, whole: parseRational(all.value), facts: [...measure.facts, all] };
}

function byTime(a: Measure, b: Measure): number {
  return (a.facts[0]?.start ?? "").localeCompare(b.facts[0]?.start ?? "");
}

function byReportOrder(a: Measure, b: Measure): number {
  const rank = (measure: Measure) => ASSESSED.indexOf(measure.unitType);
  return byTime(a, b) || rank(a) - rank(b);
}

/** Facts of the requested unit types; a fact stored for exactly that combination comes before its parts. */
function pickUnits(facts: readonly Fact[], indicator: string, query: FigureQuery): readonly Fact[] {
  const asked = query.unitTypes;
  if (indicatorOf(indicator).byUnit !== true) {
    const people = asked.filter((unit) => unit === "individual" || unit === "collective");
    const kept = facts.filter(
      (fact) =>
        people.length === 0 ||
        fact.unitType === undefined ||
        people.some((unit) => fact.unitType?.includes(unit)),
    );
    const given = kept.filter((fact) => fact.approx !== "?");
    return given.length > 0 ? given : kept;
  }
  if (asked.length === 0) {
    const whole = facts.filter((fact) => fact.unitType === "communeLevel");
    return whole.length > 0 ? whole : facts;
  }
  const combined = facts.filter((fact) => sameParts(fact.unitType, asked));
  if (asked.length > 1 && combined.length > 0) return combined;
  return facts.filter((fact) => fact.unitType !== undefined && asked.includes(fact.unitType));
}

function sameParts(unitType: string | undefined, asked: readonly string[]): boolean {
  const parts = unitType === "communeLevel" ? ["commune", "ward", "township"] : (unitType?.split("+") ?? []);
  return parts.length === asked.length && parts.every((part) => asked.includes(part));
}

/** Beside other places a month says little: where a place has a whole year, its months are left aside. */
function withoutParts(facts: readonly Fact[]): readonly Fact[] {
  const isPart = ({ start, end, coverage }: Fact) =>
    coverage !== "moment" &&
    start !== undefined &&
    end !== undefined &&
    Date.parse(end) - Date.parse(start) < LEAST_OF_A_YEAR;
  const years = facts.filter((fact) => !isPart(fact));
  return years.length > 0 ? years : facts;
}
const LEAST_OF_A_YEAR = 300 * DAY;

/**
 * The facts that match the period best; without a period those of the latest year.
 * @param isSide true where it is one side of a comparison: of all that stood before the merger only the last
 */
function pickPeriod(facts: readonly Fact[], period: Period | undefined, isSide: boolean): Measure[] {
  if (period === undefined) {
    const latest = facts
      .map((fact) => fact.end?.slice(0, 4) ?? "")
      .toSorted()
      .at(-1);
    return facts
      .filter((fact) => (fact.end?.slice(0, 4) ?? "") === latest)
      .map((fact) => measureFact(fact, "exact"));
  }
  if (isSide && period.end === MERGER_EVE && facts.some(({ coverage }) => coverage === "moment"))
    return lastBefore(facts, period);
  for (const fit of FITS) {
    const found = facts.filter((fact) => fitOf(fact, period) === fit);
    if (found.length > 0)
      return found.map((fact) => ({
        ...measureFact(fact, fit),
        ...(fit !== "exact" && { wanted: period.label }),
      }));
  }
  return period.end === MERGER_EVE ? lastBefore(facts, period) : [];
}

/** What stood last before the merger, where nothing was counted just then. */
function lastBefore(facts: readonly Fact[], { end, label }: Period): Measure[] {
  const earlier = facts.filter(
    (fact) => fact.coverage === "moment" && (fact.end ?? "") <= end && fact.end !== undefined,
  );
  const last = earlier
    .map((fact) => fact.end ?? "")
    .toSorted()
    .at(-1);
  return earlier
    .filter((fact) => fact.end === last)
    .map((fact) => ({ ...measureFact(fact, "covers"), wanted: label }));
}

/** The latest figure of any of these indicators at a place. */
export function latestFact(
  facts: readonly Fact[],
  indicators: readonly string[],
  { province, area }: Place,
): Fact | undefined {
  return facts
    .filter(
      (fact) =>
        indicators.includes(fact.indicator) &&
        fact.province === province &&
        fact.area === area &&
        fact.end !== undefined &&
        fact.approx !== "?",
    )
    .toSorted((a, b) => (b.end ?? "").localeCompare(a.end ?? ""))[0];
}

function fitOf(fact: Fact, period: Period): Fit | undefined {
  if (fact.start === undefined || fact.end === undefined) return undefined;
  if (fact.start === period.start && fact.end === period.end) return "exact";
  if (fact.start >= period.start && fact.end <= period.end)
    return fact.coverage === "moment" ? "exact" : "inside";
  if (fact.coverage === "moment" && fact.start !== fact.end) return undefined;
  if (fact.start <= period.start && fact.end >= period.end) return "covers";
  return fact.start <= period.end && fact.end >= period.start ? "overlaps" : undefined;
}

export function measureFact(fact: Fact, fit: Fit): Measure {
  const count = fact.numerator ?? fact.value;
  return {
    indicator: fact.indicator,
    unitType: fact.unitType ?? "",
    place: { province: fact.province, area: fact.area },
    period: fact.period,
    facts: [fact],
    count: count === undefined ? undefined : parseRational(count),
    whole: fact.denominator === undefined ? undefined : parseRational(fact.denominator),
    unit: fact.unit,
    approx: fact.approx,
    fit,
  };
}

/** A count that can be computed with. */
export const isExact = ({ count, approx, unit }: Measure): boolean =>
  count !== undefined && approx === undefined && unit !== "%";

/** How many were assessed, as a measure of its own. */
const assessedPart = ({ whole, ...measure }: Measure): Measure => ({
  ...measure,
  whole: undefined,
  count: whole,
  unit: `${unitName(measure.unitType)} được xét`,
});

/** The number that did not reach the standard, as a measure; without a total there is none. */
function missingPart(measure: Measure): Measure {
  const { count, whole } = measure;
  const known = count !== undefined && whole !== undefined && measure.approx === undefined;
  return { ...measure, notMet: true, count: known ? subtract(whole, count) : undefined };
}

/** The measures without those that are of the same facts as one before. */
export const eachOnce = (measures: readonly Measure[]): Measure[] =>
  unique(measures, ({ indicator, facts }) => [indicator, ...facts.map(({ id }) => id)].join());

/** The measures added up, where all are exact counts of one indicator, place and period; else undefined. */
export function addUp(measures: readonly Measure[]): Measure | undefined {
  const [first] = measures;
  if (first === undefined) return undefined;
  const alike = measures.every(
    (m) =>
      isExact(m) &&
      m.indicator === first.indicator &&
      m.period === first.period &&
      m.place.area === first.place.area,
  );
  if (!alike || new Set(measures.map((m) => m.unitType)).size !== measures.length) return undefined;
  const total = (pick: (m: Measure) => Rational | undefined) =>
    measures
      .map(pick)
      .reduce((sum, next) => (sum === undefined || next === undefined ? undefined : add(sum, next)));
  return {
    ...first,
    unitType: measures.map((m) => m.unitType).join("+"),
    facts: measures.flatMap((m) => m.facts),
    count: total((m) => m.count),
    whole: total((m) => m.whole),
    unit: measures.length === 1 ? first.unit : "đơn vị",
  };
}

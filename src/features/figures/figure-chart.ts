import type { ChartSpec } from "../../messaging/chart.ts";
import { DAY } from "../../platform/time.ts";
import { nameOf, placeName, sources, unitOf, writeMeasure } from "./describe.ts";
import type { Fact } from "./fact.ts";
import { type FigureQuery, ranks } from "./figure-query.ts";
import { lowerFirst, upperFirst, WORDING } from "./figures-wording.ts";
import { indicatorOf, STANDARD } from "./indicators.ts";
import { type Measure, measureCells, shareOf } from "./measure.ts";
import { HOME } from "./places.ts";
import { createProvenanceWriter, type ProvenanceWriter } from "./provenance.ts";
import type { Rational } from "./rational.ts";
import { ASSESSED } from "./units.ts";

/** More rows of types or years can't be read on a phone; of communes all are shown, in thinner bars. */
const MOST_ROWS = 14;
const MOST_PLACES = 80;
/** Years side by side. */
const MOST_SERIES = 4;

/** A chart, and the query whose answer says the same in words. */
export interface FigureChart {
  readonly spec: ChartSpec;
  readonly query: FigureQuery;
}

/**
 * A query's figures as a chart. Where the query has one figure, the chart shows all unit types, or else all years.
 * Undefined where fewer than two figures are of the same kind.
 */
export function chartOf(query: FigureQuery, facts: readonly Fact[]): FigureChart | undefined {
  // Of a year that has no figure, no other year is drawn.
  if (query.periods.length > 0 && measuresOf(query, facts).length === 0) return undefined;
  for (const wider of [query, allUnits(query), allYears(query)]) {
    const found = measuresOf(wider, facts);
    const alike = comparable(found);
    const [first, ...rest] = alike;
    if (first !== undefined && rest.length > 0)
      return { spec: draw([first, ...rest], found, wider), query: wider };
  }
  return undefined;
}

/** Of what hasn't met, the chart shows that. */
const measuresOf = (query: FigureQuery, facts: readonly Fact[]): readonly Measure[] =>
  measureCells(query.operation === "shortfall" ? { ...query, notMet: true } : query, facts).flatMap(
    (cell) => cell.measures,
  );

/** True where the query selects two or more comparable figures. */
export function hasChart(query: FigureQuery, facts: readonly Fact[]): boolean {
  return comparable(measuresOf(query, facts)).length >= 2;
}

const allUnits = (query: FigureQuery): FigureQuery => ({
  ...query,
  operation: "figure",
  unitTypes: [...ASSESSED],
});
const allYears = (query: FigureQuery): FigureQuery => ({ ...query, operation: "series", periods: [] });

/** Periods whose lengths differ by at most this are alike: two years are, a year and a month are not. */
const SAME_LENGTH = 10 * DAY;

function lengthOf(measure: Measure): number {
  const { start, end } = measure.facts[0] ?? {};
  return start === undefined || end === undefined ? 0 : Date.parse(end) - Date.parse(start);
}

/** The measures that can be in one chart: exact, of one indicator, one kind of value, periods of one length. */
function comparable(measures: readonly Measure[]): Measure[] {
  const first = measures.find((m) => m.approx === undefined && m.count !== undefined);
  if (first === undefined) return [];
  const isShare = shareOf(first) !== undefined;
  return measures.filter(
    (m) =>
      (m.indicator === first.indicator || isBeside(m, first)) &&
      Math.abs(lengthOf(m) - lengthOf(first)) <= SAME_LENGTH &&
      m.approx === undefined &&
      m.count !== undefined &&
      (isShare ? shareOf(m) !== undefined : m.unit === first.unit && m.whole === undefined),
  );
}

/** Different things that are counted alike, of one place and period: "bằng khen và giấy khen". */
const isBeside = (m: Measure, first: Measure): boolean =>
  m.unit === first.unit &&
  m.unit !== "%" &&
  m.whole === undefined &&
  first.whole === undefined &&
  m.unitType === first.unitType &&
  m.period === first.period &&
  m.place.area === first.place.area;

function draw(
  alike: readonly [Measure, ...Measure[]],
  found: readonly Measure[],
  query: FigureQuery,
): ChartSpec {
  const varies = (pick: (m: Measure) => string) => new Set(alike.map(pick)).size > 1;
  const by: Axes = {
    place: varies((m) => m.place.area),
    period: varies((m) => m.period),
    unit: varies((m) => m.unitType) || varies(nameOf),
  };
  const isSeries = by.period && !by.unit && !by.place;
  const sorted = isSeries || (!by.place && !ranks(query.operation)) ? alike : ranked(alike, query, by);
  const periods = [...new Set(alike.map(({ period }) => period))];
  const isGrouped = by.period && !isSeries && periods.length <= MOST_SERIES;
  const shown = sorted.slice(0, (by.place ? MOST_PLACES : MOST_ROWS) * (isGrouped ? periods.length : 1));
  const asCount = countsOf(alike[0]);
  const writer = createProvenanceWriter("");
  const label = (m: Measure) =>
    [
      ...(by.unit ? [m.unitType === "" ? nameOf(m) : upperFirst(unitOf(m))] : []),
      ...(by.place ? [upperFirst(placeName(m.place))] : []),
      ...(by.period && !isGrouped ? [m.period] : []),
    ].join(", ");
  return {
    kind: isSeries ? "line" : "bar",
    title: titleOf(alike, periods, by, query),
    valueName: asCount ? WORDING.chartCount(alike[0].unit, alike[0].notMet === true) : WORDING.chartShare,
    points: shown.map((m) => ({
      label: label(m),
      value: toNumber(asCount ? m.count : (shareOf(m) ?? m.count)),
      display: displayOf(m, asCount, writer),
      ...(isGrouped && { series: periods.indexOf(m.period) }),
    })),
    ...(isGrouped && { series: periods }),
    source: [...leftOut(found, shown), ...sourceLines(shown, writer)].join("\n"),
  };
}

/** What tells the bars of a chart apart. */
interface Axes {
  readonly place: boolean;
  readonly period: boolean;
  readonly unit: boolean;
}

/** Of what hasn't met, the numbers are drawn: that is what is asked for. */
const countsOf = (measure: Measure): boolean => shareOf(measure) === undefined || measure.notMet === true;

/** From the highest down, or from the lowest up where that was asked for; years stay side by side. */
function ranked(alike: readonly [Measure, ...Measure[]], query: FigureQuery, by: Axes): readonly Measure[] {
  const lowestFirst = query.operation === "lowest" || query.choice?.order === "lowest";
  const height = (m: Measure) => toNumber(countsOf(m) ? m.count : shareOf(m));
  const of = (m: Measure) =>
    by.period ? (alike.find((o) => o.place.area === m.place.area && o.unitType === m.unitType) ?? m) : m;
  return alike.toSorted((a, b) => (height(of(b)) - height(of(a))) * (lowestFirst ? -1 : 1));
}

/** Names what is drawn: type, place and years, as far as they aren't on the axes. */
function titleOf(
  alike: readonly [Measure, ...Measure[]],
  periods: readonly string[],
  by: Axes,
  query: FigureQuery,
): string {
  const [first] = alike;
  const titles = [...new Set(alike.map(({ indicator }) => indicatorOf(indicator).title))];
  const title = titles.length > 2 ? upperFirst(first.unit) : titles.join(", ");
  const isStandard = first.indicator === STANDARD;
  const reached = isStandard && first.notMet === true ? WORDING.notReached(lowerFirst(title)) : title;
  const what =
    by.unit || first.unitType === "" || !isStandard
      ? `${upperFirst(reached)}${by.unit || first.unitType === "" || titles.length > 1 ? "" : `, ${unitOf(first)}`}`
      : `${upperFirst(unitOf(first))} ${lowerFirst(reached)}`;
  const where = by.place
    ? query.each === undefined
      ? []
      : [WORDING.allCommunes(placeName(HOME))]
    : [placeName(first.place)];
  const when = periods.length <= MOST_SERIES ? periods.join(", ") : `${periods[0]} – ${periods.at(-1)}`;
  return [what, ...where, when].join(", ");
}

/** What was found and can't stand in the same chart is said. */
function leftOut(found: readonly Measure[], shown: readonly Measure[]): string[] {
  const drawn = new Set(shown);
  const periods = new Set(shown.map(({ period }) => period));
  const others = found.filter((m) => !drawn.has(m) && m.count !== undefined);
  const named = [...new Set(others.map(({ period }) => period))].filter((period) => !periods.has(period));
  if (named.length > 0) return [WORDING.notDrawn(named.join(", "))];
  return others.length > 0 ? [WORDING.notAllDrawn(others.length)] : [];
}

const MOST_SOURCES = 4;

function sourceLines(shown: readonly Measure[], writer: ProvenanceWriter): string[] {
  const all = sources(shown, writer).flatMap((block) => (block.kind === "source" ? [block.text] : []));
  return all.length > MOST_SOURCES
    ? [
        ...all.slice(0, MOST_SOURCES).map((one) => `${WORDING.sourceLine} ${one}`),
        WORDING.moreSources(all.length - MOST_SOURCES),
      ]
    : all.map((one) => `${WORDING.sourceLine} ${one}`);
}

function displayOf(measure: Measure, asCount: boolean, writer: ProvenanceWriter): string {
  const share = shareOf(measure);
  if (asCount && measure.notMet === true && measure.count !== undefined) return writer.number(measure.count);
  return share === undefined ? writeMeasure(measure, writer) : writer.percent(share);
}

/** Only for the length of a bar; the text uses the exact figure. */
function toNumber(value: Rational | undefined): number {
  return value === undefined ? 0 : Number(value.num) / Number(value.den);
}

import type { ChartSpec } from "../../messaging/chart.ts";
import { DAY } from "../../platform/time.ts";
import { nameOf, placeName, sources, unitOf, writeMeasure } from "./describe.ts";
import type { Fact } from "./fact.ts";
import type { FigureQuery } from "./figure-query.ts";
import { upperFirst, WORDING } from "./figures-wording.ts";
import { indicatorOf } from "./indicators.ts";
import { type Measure, measureCells, shareOf } from "./measure.ts";
import { createProvenanceWriter, type ProvenanceWriter } from "./provenance.ts";
import type { Rational } from "./rational.ts";
import { ASSESSED } from "./units.ts";

/** More rows can't be read on a phone. */
const MOST_ROWS = 12;

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
  for (const wider of [query, allUnits(query), allYears(query)]) {
    const alike = comparable(measureCells(wider, facts).flatMap((cell) => cell.measures));
    const [first, ...rest] = alike;
    if (first !== undefined && rest.length > 0) {
      return { spec: draw([first, ...rest.slice(0, MOST_ROWS - 1)]), query: wider };
    }
  }
  return undefined;
}

/** True where the query selects two or more comparable figures. */
export function hasChart(query: FigureQuery, facts: readonly Fact[]): boolean {
  return comparable(measureCells(query, facts).flatMap((cell) => cell.measures)).length >= 2;
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
      m.indicator === first.indicator &&
      Math.abs(lengthOf(m) - lengthOf(first)) <= SAME_LENGTH &&
      m.approx === undefined &&
      m.count !== undefined &&
      (isShare ? shareOf(m) !== undefined : m.unit === first.unit && m.whole === undefined),
  );
}

function draw(measures: readonly [Measure, ...Measure[]]): ChartSpec {
  const [first] = measures;
  const writer = createProvenanceWriter("");
  const varies = (pick: (m: Measure) => string) => new Set(measures.map(pick)).size > 1;
  const byPlace = varies((m) => m.place.area);
  const byPeriod = varies((m) => m.period);
  const byUnit = varies((m) => m.unitType) || varies(nameOf);
  const label = (m: Measure) =>
    [
      ...(byUnit ? [m.unitType === "" ? nameOf(m) : upperFirst(unitOf(m))] : []),
      ...(byPlace ? [upperFirst(placeName(m.place))] : []),
      ...(byPeriod ? [m.period] : []),
    ].join(", ");
  const places = byPlace ? "" : `, ${placeName(first.place)}`;
  const title = `${indicatorOf(first.indicator).title}${places}${byPeriod ? "" : `, ${first.period}`}`;
  const value = (m: Measure) => toNumber(shareOf(m) ?? m.count);
  return {
    kind: byPeriod && !byUnit && !byPlace ? "line" : "bar",
    title,
    valueName: shareOf(first) === undefined ? upperFirst(first.unit) : WORDING.chartShare,
    points: measures.map((m) => ({ label: label(m), value: value(m), display: displayOf(m, writer) })),
    source: sources(measures, writer)
      .map((block) => (block.kind === "source" ? `${WORDING.sourceLine} ${block.text}` : ""))
      .slice(0, 2)
      .join("\n"),
  };
}

function displayOf(measure: Measure, writer: ProvenanceWriter): string {
  const share = shareOf(measure);
  return share === undefined ? writeMeasure(measure, writer) : writer.percent(share);
}

/** Only for the length of a bar; the text uses the exact figure. */
function toNumber(value: Rational | undefined): number {
  return value === undefined ? 0 : Number(value.num) / Number(value.den);
}

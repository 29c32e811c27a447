import { displayDate } from "../../language/dates.ts";
import type { Block } from "../../messaging/reply.ts";
import { list, strong, text } from "../../messaging/reply.ts";
import { absolute, compare, divide, isZero, percent, percentChange, subtract } from "./arithmetic.ts";
import { nameOf, placeName, unitOf, writeMeasure, writeNamed } from "./describe.ts";
import type { FigureQuery } from "./figure-query.ts";
import { lowerFirst, upperFirst, WORDING } from "./figures-wording.ts";
import { indicatorOf, STANDARD, UNITS } from "./indicators.ts";
import { type Measure, shareOf } from "./measure.ts";
import { MERGER, UNCHANGED } from "./places.ts";
import type { ProvenanceWriter } from "./provenance.ts";
import type { Rational } from "./rational.ts";
import { RULE } from "./safety-standard.ts";

/** What distinguishes one measure from the others that are shown with it: its unit type, place, period or indicator. */
export function distinction(measure: Measure, among: readonly Measure[]): string {
  const varies = (pick: (m: Measure) => string) => new Set(among.map(pick)).size > 1;
  const parts = [
    ...(varies((m) => m.indicator) ? [lowerFirst(nameOf(measure))] : []),
    ...(varies((m) => m.unitType) && !varies((m) => m.indicator) ? [unitOf(measure)] : []),
    ...(varies((m) => m.place.area) ? [placeName(measure.place)] : []),
    ...(varies((m) => m.facts[0]?.detail ?? "") && !varies((m) => m.indicator)
      ? [measure.facts[0]?.detail ?? ""]
      : []),
  ];
  const what = `${parts.join(", ")}${measure.notMet === true ? ` ${WORDING.notMetShort}` : ""}`.trim();
  if (!varies((m) => m.period)) return parts.length === 0 ? lowerFirst(nameOf(measure)) : what;
  return parts.length === 0 ? measure.period : `${what} (${measure.period})`;
}

interface Verdict {
  /** Why the two must not be subtracted; absent where they may be. */
  readonly never?: string;
  readonly warnings: readonly string[];
}

/** Whether two measures can be compared, and what must be said if so. */
function judge(a: Measure, b: Measure, shares: boolean): Verdict {
  const [basisA, basisB] = [a.facts[0]?.basis, b.facts[0]?.basis];
  const samePlace = a.place.area === b.place.area;
  const samePeriod = a.period === b.period;
  if (a.approx !== undefined || b.approx !== undefined) return { never: WORDING.reasonApprox, warnings: [] };
  if (span(a) !== span(b) && !shares) return { never: WORDING.reasonSpan, warnings: [] };
  const redrawn = isRedrawn(a, b);
  if (redrawn && !shares && a.indicator !== UNITS)
    return { never: WORDING.reasonTerritory(displayDate(MERGER)), warnings: [] };
  const territory = redrawn
    ? [(a.indicator === UNITS ? WORDING.merged : WORDING.territory)(displayDate(MERGER))]
    : [];
  const rule = (basis: string | undefined) =>
    basis ?? (a.indicator === STANDARD ? RULE.rule : "cách tính thông thường");
  const basisWarning =
    basisA === basisB
      ? []
      : shares
        ? [WORDING.warnBasis(rule(basisA), rule(basisB))]
        : [WORDING.warnCount(rule(basisA), rule(basisB))];
  const years = !samePlace && !samePeriod ? [WORDING.warnYears] : [];
  const spans = span(a) === span(b) ? [] : [WORDING.warnSpan];
  if (shares) return { warnings: [...territory, ...basisWarning, ...years, ...spans] };
  const byUnit = indicatorOf(a.indicator).byUnit === true;
  if (!byUnit && a.unitType !== b.unitType) return { never: WORDING.reasonDetail, warnings: [] };
  const sameUnit = a.unit === b.unit || byUnit;
  if (!samePlace && (!sameUnit || basisA !== basisB)) return { never: WORDING.reasonUnit, warnings: [] };
  return { warnings: [...territory, ...basisWarning, ...years] };
}

/** True where the units that are counted, or the place itself, were cut anew between the two. */
function isRedrawn(a: Measure, b: Measure): boolean {
  const [one, other] = [a.facts[0], b.facts[0]];
  if (one === undefined || other === undefined || one.territory === other.territory) return false;
  if (a.place.area !== b.place.area) return false;
  const ofUnits = indicatorOf(a.indicator).byUnit === true && LOCAL.some((unit) => a.unitType.includes(unit));
  return ofUnits || !UNCHANGED.includes(a.place.province) || a.place.area !== a.place.province;
}

/** Types whose units are areas. */
const LOCAL = ["residentialArea", "commune", "ward", "township", "district"];

/** Length of the period in years, so that a two-year sum isn't compared with one year. */
function span(measure: Measure): number {
  const fact = measure.facts[0];
  if (fact?.start === undefined || fact.end === undefined || fact.coverage === "moment") return 1;
  return Math.round(((Date.parse(fact.end) - Date.parse(fact.start)) / 31_536_000_000) * 4);
}

const cannot = (head: string, { never = WORDING.reasonUnit }: Verdict) => strong(`${head} ${never}`);
const sides = (pair: readonly Measure[], writer: ProvenanceWriter) =>
  list(...pair.map((m) => `${upperFirst(distinction(m, pair))}: ${writeMeasure(m, writer)}`));

/** The difference of two measures, in the order of the question. Says why where there is none. */
export function differenceBlocks(
  a: Measure,
  b: Measure,
  query: FigureQuery,
  writer: ProvenanceWriter,
): Block[] {
  const pair = [a, b];
  const both = sides(pair, writer);
  if (a.indicator !== b.indicator && (a.period !== b.period || a.place.area !== b.place.area))
    return incomparable(pair, writer);
  const [shareA, shareB] = [shareOf(a), shareOf(b)];
  const useShares =
    shareA !== undefined &&
    shareB !== undefined &&
    (query.wants === "rate" ||
      a.unit === "%" ||
      unlikeCounts(a, b, query) ||
      (a.indicator === STANDARD && isRedrawn(a, b)));
  const verdict = judge(a, b, useShares);
  // A share asked for is never answered with how many more there are.
  const shareless = pair.filter((m) => shareOf(m) === undefined);
  if (query.wants === "rate" && a.indicator === STANDARD && shareless.length > 0)
    return [strong(WORDING.noShares(shareless.map((m) => distinction(m, pair)).join(", "))), both];
  if (verdict.never !== undefined || a.count === undefined || b.count === undefined)
    return [cannot(WORDING.cannotSubtract, verdict), both];
  const warnings = verdict.warnings.map((words) => text(writer.quote(words)));
  const [x, y] =
    useShares && shareA !== undefined && shareB !== undefined ? [shareA, shareB] : [a.count, b.count];
  const unit = useShares ? WORDING.points : commonUnit(a, b);
  const [low, high] = compare(x, y) < 0 ? [x, y] : [y, x];
  const extra =
    !useShares && isTimeSeries(a, b) && !isZero(earlierOf(a, b).count ?? x)
      ? [text(changeLine(a, b, writer))]
      : !useShares && query.wants === "rate" && !isZero(low)
        ? [text(WORDING.moreShare(writer.percent(percentChange(low, high))))]
        : [];
  const said = orderVerdict(query, a, b, compare(x, y));
  return [strong(`${said}${headline(a, b, x, y, unit, writer)}`), both, ...extra, ...warnings];
}

/** Whether the side that was put forward as more is so, as the beginning of the answer. */
function orderVerdict(query: FigureQuery, a: Measure, b: Measure, order: number): string {
  const { firstIsMore } = query;
  const isFirst = isNamedFirst(query, a, b);
  if (firstIsMore === undefined || isFirst === isNamedFirst(query, b, a)) return "";
  const isMore = isFirst ? order > 0 : order < 0;
  return order !== 0 && isMore === firstIsMore ? `${WORDING.correct}\n` : `${WORDING.incorrect("").trim()}\n`;
}

/** Told apart by their types, else by their places, else by their periods. */
function isNamedFirst({ unitTypes, places, periods }: FigureQuery, one: Measure, other: Measure): boolean {
  if (one.unitType !== other.unitType) return [unitTypes.join("+"), unitTypes[0]].includes(one.unitType);
  if (one.place.area !== other.place.area) return places[0]?.area === one.place.area;
  const { start: from = "", end: to = "" } = periods[0] ?? {};
  return one.period !== other.period && one.facts.some(({ start = "" }) => start >= from && start <= to);
}

/** The common beginning of both units: "cuộc vận động", "cuộc phát động". */
function commonUnit({ unit: a, unitType }: Measure, { unit: b, unitType: other }: Measure): string {
  if (a === b) return a;
  // "cơ quan" and "cơ sở giáo dục" are both units.
  if (unitType !== other) return "đơn vị";
  const [first = ""] = a.split(" ");
  return b.startsWith(`${first} `) || b === first ? first : "";
}

function unlikeCounts(a: Measure, b: Measure, query: FigureQuery): boolean {
  return (
    a.whole !== undefined &&
    b.whole !== undefined &&
    (a.unitType !== b.unitType || a.place.area !== b.place.area) &&
    query.wants !== "count"
  );
}

function isTimeSeries(a: Measure, b: Measure): boolean {
  return (
    a.place.area === b.place.area &&
    a.unitType === b.unitType &&
    a.period !== b.period &&
    a.indicator === b.indicator
  );
}

function earlierOf(a: Measure, b: Measure): Measure {
  return (a.facts[0]?.start ?? "") <= (b.facts[0]?.start ?? "") ? a : b;
}

function headline(
  a: Measure,
  b: Measure,
  x: Rational,
  y: Rational,
  unit: string,
  writer: ProvenanceWriter,
): string {
  const pair = [a, b];
  const [nameA, nameB] = [distinction(a, pair), distinction(b, pair)];
  const by = writer.points(absolute(subtract(x, y)));
  if (compare(x, y) === 0) return WORDING.equal(nameA, nameB, writeMeasure(a, writer));
  if (isTimeSeries(a, b)) {
    const first = earlierOf(a, b) === a;
    const [earlier, later] = first ? [nameA, nameB] : [nameB, nameA];
    const risen = compare(first ? x : y, first ? y : x) < 0;
    return (risen ? WORDING.risen : WORDING.fallen)(later, by, unit, earlier);
  }
  const [high, low] = compare(x, y) > 0 ? [nameA, nameB] : [nameB, nameA];
  return unit === WORDING.points
    ? WORDING.higherPoints(high, low, by)
    : WORDING.higherCount(high, low, by, unit);
}

function changeLine(a: Measure, b: Measure, writer: ProvenanceWriter): string {
  const from = earlierOf(a, b);
  const to = from === a ? b : a;
  const change =
    from.count === undefined || to.count === undefined ? undefined : percentChange(from.count, to.count);
  return change === undefined ? "" : WORDING.changeShare(writer.percent(absolute(change)), change.num > 0n);
}

/** Two different indicators don't rise or fall. */
export const incomparable = (measures: readonly Measure[], writer: ProvenanceWriter): Block[] => [
  strong(WORDING.notComparable),
  list(...measures.map((m) => writeNamed(m, writer))),
];

/** The first measure divided by the second; by shares where shares were asked for. */
export function timesBlocks(a: Measure, b: Measure, query: FigureQuery, writer: ProvenanceWriter): Block[] {
  const pair = [a, b];
  const both = sides(pair, writer);
  const [shareA, shareB] = [shareOf(a), shareOf(b)];
  const shares = query.wants === "rate" && shareA !== undefined && shareB !== undefined;
  const [x, y] = shares ? [shareA, shareB] : [a.count, b.count];
  const verdict = judge(a, b, shares);
  if (
    x === undefined ||
    y === undefined ||
    verdict.never !== undefined ||
    isZero(y) ||
    (a.unit === "%" && !shares)
  )
    return [cannot(WORDING.cannotDivide, verdict), both];
  const name = (m: Measure) => (shares ? WORDING.shareOf(distinction(m, pair)) : distinction(m, pair));
  const part = writer.percent(percent(x, y));
  // "gấp 0,44 lần" is no way to say it.
  const isLess = compare(x, y) < 0 && !isZero(x);
  const head = isLess
    ? WORDING.timesLess(name(a), name(b), part, writer.points(divide(y, x)))
    : WORDING.times(name(a), name(b), writer.points(divide(x, y)), part);
  return [strong(head), both, ...verdict.warnings.map((words) => text(writer.quote(words)))];
}

import type { Block } from "../../messaging/reply.ts";
import { list, strong, text } from "../../messaging/reply.ts";
import { add, isZero, percent, subtract } from "./arithmetic.ts";
import { distinction } from "./compare.ts";
import { missingAlso, missingOf, nameOf, unitOf, writeMeasure, writeNamed } from "./describe.ts";
import { type Approximation, sourceKey } from "./fact.ts";
import type { FigureQuery } from "./figure-query.ts";
import { upperFirst, WORDING } from "./figures-wording.ts";
import { indicatorOf, STANDARD } from "./indicators.ts";
import { addUp, isExact, type Measure, shareOf } from "./measure.ts";
import { formatApproximate } from "./numbers.ts";
import type { ProvenanceWriter } from "./provenance.ts";
import { HUNDRED, rational } from "./rational.ts";
import { unitName } from "./units.ts";

/** More rows than this are shown as a table under the latest one. */
const MAX_LINES = 4;

export function figureBlocks(
  query: FigureQuery,
  main: readonly Measure[],
  writer: ProvenanceWriter,
): Block[] {
  const given = main.filter((m) => m.count !== undefined);
  const [first] = main;
  if (first === undefined) return [];
  if (given.length === 0) {
    writer.use(main.flatMap((m) => m.facts));
    return main.map((m) => strong(WORDING.notGiven(indicatorOf(m.indicator).title, m.facts[0]?.note ?? "")));
  }
  if (main.length === 1) return [strong(single(query, first, writer))];
  if (isConflict(main)) return conflictBlocks(main, writer);
  const sum =
    query.operation !== "series" &&
    main.every((m) => m.unitType !== "" && indicatorOf(m.indicator).byUnit === true)
      ? addUp(main)
      : undefined;
  const table = tableOf(main, writer, query.missingToo);
  if (sum !== undefined && (query.together || query.operation === "sum" || main.length > 3)) {
    const names = main.map((m) => unitName(m.unitType)).join(", ");
    const share = shareOf(sum);
    const line =
      sum.count !== undefined && sum.whole !== undefined && share !== undefined
        ? WORDING.together(names, writer.ratio(sum.count, sum.whole), writer.percent(share))
        : WORDING.togetherCount(writeMeasure(sum, writer));
    return [strong(line), table];
  }
  const counted =
    sum !== undefined
      ? []
      : query.operation === "sum"
        ? [...sumOfPlaces(main, writer), ...sumOfCounts(main, writer)]
        : query.together
          ? sumOfPlaces(main, writer)
          : [];
  const unlike =
    query.operation === "sum" && counted.length === 0 && new Set(main.map((m) => m.unit)).size > 1;
  const long = main.length > MAX_LINES;
  // Of many periods the last is told first, of many things the first.
  const [most] = new Set(main.map((m) => m.indicator)).size > 1 ? main : main.slice(-1);
  const missing = (m: Measure) => (query.missingToo === true ? missingAlso(m, writer) : "");
  const head = strong(
    (long && most !== undefined ? [most] : main).map((m) => lineOf(m, main, writer) + missing(m)).join("\n"),
  );
  const isOfAwards = main.every(({ indicator }) => indicatorOf(indicator).by !== undefined);
  return [
    ...counted,
    ...(unlike && sum === undefined ? [strong(WORDING.unlikeUnits)] : []),
    // Under the sum of many the table tells each.
    ...(long && counted.length > 0 ? [] : [head]),
    ...(areTimesApart(query, main) ? [text(WORDING.warnManyYears)] : []),
    ...(long ? [table] : []),
    ...(sum === undefined ? [] : [text(WORDING.togetherLine(writeMeasure(sum, writer)))]),
    ...(counted.length > 0 && isOfAwards ? [text(WORDING.awardsSum)] : []),
  ];
}

/** True where each place is told of a period of its own, which nobody asked for. */
const areTimesApart = ({ periods }: FigureQuery, main: readonly Measure[]): boolean =>
  periods.length === 0 &&
  new Set(main.map(({ place }) => place.area)).size > 1 &&
  new Set(main.map(({ period }) => period)).size > 1;

function lineOf(measure: Measure, among: readonly Measure[], writer: ProvenanceWriter): string {
  return measure.unitType !== "" &&
    indicatorOf(measure.indicator).byUnit === true &&
    new Set(among.map((m) => m.period + m.place.area)).size === 1
    ? `${nameOf(measure)}: ${writeMeasure(measure, writer)}`
    : `${upperFirst(distinction(measure, among))}: ${writeMeasure(measure, writer)}`;
}

function sumOfCounts(main: readonly Measure[], writer: ProvenanceWriter): Block[] {
  // "Trên 30" and 16 together are more than 46.
  const exact = main.filter(
    (m) => m.count !== undefined && isAtLeast(m) && m.unit === main[0]?.unit && m.unit !== "%",
  );
  const kinds = new Set(main.map((m) => m.indicator)).size;
  const overlapping = overlap(main);
  if (
    exact.length !== main.length ||
    exact.length < 2 ||
    overlapping ||
    new Set(main.map((m) => m.place.area)).size > 1
  )
    return kinds > 1 && overlapping ? [strong(WORDING.mayOverlap)] : [];
  const total = exact.map((m) => m.count ?? rational(0)).reduce((a, b) => add(a, b));
  const approx = AT_LEAST.find((sign) => exact.some((m) => m.approx === sign));
  const written = writer.quote(formatApproximate(total, approx));
  return [strong(WORDING.togetherCount(`${written} ${main[0]?.unit ?? ""}`))];
}

/** The one that says more goes for a sum. */
const AT_LEAST: readonly Approximation[] = [">", ">="];
const isAtLeast = ({ approx }: Measure): boolean => approx === undefined || AT_LEAST.includes(approx);

/** "Na Sầm và Vân Nham cộng lại": exact counts of one thing in one period, of places of one level. */
function sumOfPlaces(main: readonly Measure[], writer: ProvenanceWriter): Block[] {
  const different = (pick: (m: Measure) => string | undefined) => new Set(main.map(pick)).size;
  const alike = [
    (m: Measure) => m.indicator,
    (m: Measure) => m.unitType,
    (m: Measure) => m.period,
    (m: Measure) => m.facts[0]?.level,
  ];
  const counts = main.filter(isExact).flatMap(({ count }) => count ?? []);
  if (
    different((m) => m.place.area) !== main.length ||
    alike.some((pick) => different(pick) > 1) ||
    counts.length !== main.length
  )
    return [];
  const total = counts.reduce(add);
  const wholes = main.flatMap(({ whole }) => whole ?? []);
  if (wholes.length !== main.length)
    return [strong(WORDING.togetherCount(`${writer.number(total)} ${main[0]?.unit ?? ""}`))];
  const whole = wholes.reduce(add);
  return [
    strong(WORDING.togetherCount(`${writer.ratio(total, whole)} (${writer.percent(percent(total, whole))})`)),
  ];
}

/** True where what one counts may be in another, so that nobody can add them up. */
export function overlap(main: readonly Measure[]): boolean {
  const kinds = new Set(main.map((m) => m.indicator)).size;
  return (
    (kinds > 1 && main.some((m) => indicatorOf(m.indicator).group !== undefined)) ||
    (kinds === 1 && new Set(main.map((m) => m.period)).size > 1 && !followEachOther(main))
  );
}

/** Counts may be added where no period contains a part of another. */
function followEachOther(main: readonly Measure[]): boolean {
  const spans = main
    .flatMap((m) => m.facts)
    .map(({ start = "", end = "", coverage }) => ({ start, end, coverage }))
    .toSorted((a, b) => a.start.localeCompare(b.start));
  return spans.every(({ start, coverage }, i) => coverage !== "moment" && start > (spans[i - 1]?.end ?? ""));
}

function single(query: FigureQuery, measure: Measure, writer: ProvenanceWriter): string {
  const { count, whole } = measure;
  const share = shareOf(measure);
  writer.use(measure.facts);
  if (measure.indicator === STANDARD && count !== undefined && whole !== undefined && share !== undefined) {
    const missing = subtract(whole, count);
    return isZero(missing)
      ? WORDING.allMet(unitOf(measure), writer.ratio(count, whole), writer.percent(share))
      : WORDING.met(unitOf(measure), writer.ratio(count, whole), writer.percent(share));
  }
  if (query.wants === "rate" && share === undefined && measure.indicator === STANDARD)
    return WORDING.metNoShare(unitOf(measure), writeMeasure(measure, writer));
  if (measure.indicator === STANDARD && measure.unit !== "%")
    return WORDING.metOnly(unitOf(measure), writeMeasure(measure, writer));
  return WORDING.value(nameOf(measure), writeMeasure(measure, writer));
}

/** @param missingToo true where those that failed have a column, too */
function tableOf(main: readonly Measure[], writer: ProvenanceWriter, missingToo = false): Block {
  const { headers } = WORDING;
  const rates = main.every((m) => m.whole !== undefined);
  const name = (m: Measure) =>
    upperFirst(
      m.unitType !== "" &&
        new Set(main.map((x) => x.unitType)).size > 1 &&
        new Set(main.map((x) => x.indicator + x.period + x.place.area)).size === 1
        ? unitName(m.unitType)
        : distinction(m, main),
    );
  const first =
    new Set(main.map((m) => m.unitType)).size > 1 && new Set(main.map((m) => m.indicator)).size === 1
      ? headers.unit
      : headers.indicator;
  if (!rates)
    return {
      kind: "table",
      header: [first, headers.value],
      rows: main.map((m) => [name(m), writeMeasure(m, writer)]),
    };
  return {
    kind: "table",
    header: [first, headers.reached, ...(missingToo ? [headers.missing] : []), headers.share],
    rows: main.map((m) => {
      writer.use(m.facts);
      const share = shareOf(m);
      const missing = missingOf(m);
      return [
        name(m),
        m.count !== undefined && m.whole !== undefined ? writer.ratio(m.count, m.whole) : "",
        ...(missingToo ? [missing === undefined ? "" : writer.number(missing)] : []),
        share === undefined ? "" : writer.percent(share),
      ];
    }),
  };
}

/** True where several sources give the same thing for about the same time. */
function isConflict(main: readonly Measure[]): boolean {
  const key = (m: Measure) =>
    [m.indicator, m.unitType, m.place.area, m.facts[0]?.detail, m.facts[0]?.end?.slice(0, 4)].join("|");
  return (
    new Set(main.map(key)).size === 1 &&
    new Set(main.flatMap(({ facts: [fact] }) => (fact === undefined ? [] : [sourceKey(fact)]))).size > 1
  );
}

function conflictBlocks(main: readonly Measure[], writer: ProvenanceWriter): Block[] {
  const values = main.map((m) => `${writeMeasure(m, writer)} (${m.facts[0]?.asOf ?? m.period})`);
  return [strong(WORDING.severalSources(values.join("; "))), text(WORDING.disagree)];
}

export function namesBlocks(main: readonly Measure[], writer: ProvenanceWriter): Block[] {
  const [only, ...others] = main;
  const unit = only !== undefined && others.length === 0 ? unitOf(only) : "đơn vị";
  const none =
    others.length === 0 &&
    only?.count !== undefined &&
    only.whole !== undefined &&
    only.count.num === only.whole.num;
  if (none && only?.count !== undefined && only.whole !== undefined)
    return [strong(WORDING.noShortfall(unit, writer.ratio(only.count, only.whole), writer.percent(HUNDRED)))];
  const lines = main.map((m) => `${writeNamed(m, writer)}${missingAlso(m, writer)}`);
  return [strong(WORDING.names(unit)), text(WORDING.namesCount), list(...lines)];
}

export function totalBlocks(query: FigureQuery, main: readonly Measure[], writer: ProvenanceWriter): Block[] {
  if (!main.every((m) => m.indicator === STANDARD && m.whole !== undefined))
    return figureBlocks(query, main, writer);
  const measure = main.length === 1 ? main[0] : addUp(main);
  if (measure?.whole === undefined) return figureBlocks(query, main, writer);
  writer.use(measure.facts);
  return [
    strong(WORDING.total(unitOf(measure), writer.number(measure.whole))),
    ...(main.length > 1 ? [tableOf(main, writer)] : []),
  ];
}

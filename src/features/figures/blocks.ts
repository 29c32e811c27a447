import type { Block } from "../../messaging/reply.ts";
import { list, strong, text } from "../../messaging/reply.ts";
import { add, ceiling, compare, divide, isZero, multiply, percent, subtract } from "./arithmetic.ts";
import { distinction } from "./compare.ts";
import { missingOf, nameOf, unitOf, writeMeasure, writeNamed } from "./describe.ts";
import type { FigureQuery } from "./figure-query.ts";
import { upperFirst, WORDING } from "./figures-wording.ts";
import { indicatorOf, STANDARD } from "./indicators.ts";
import { addUp, type Measure, shareOf } from "./measure.ts";
import type { ProvenanceWriter } from "./provenance.ts";
import { HUNDRED, parseRational, type Rational, rational, ZERO } from "./rational.ts";
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
  const table = tableOf(main, writer);
  if (sum !== undefined && (query.together || query.operation === "sum" || main.length > 3)) {
    const names = main.map((m) => unitName(m.unitType)).join(", ");
    const share = shareOf(sum);
    const line =
      sum.count !== undefined && sum.whole !== undefined && share !== undefined
        ? WORDING.together(names, writer.ratio(sum.count, sum.whole), writer.percent(share))
        : WORDING.togetherCount(writeMeasure(sum, writer));
    return [strong(line), table];
  }
  const counted = query.operation === "sum" && sum === undefined ? sumOfCounts(main, writer) : [];
  const long = main.length > MAX_LINES;
  const head = strong((long ? main.slice(-1) : main).map((m) => lineOf(m, main, writer)).join("\n"));
  const awards = awardsLine(main, writer);
  return [
    ...counted,
    head,
    ...(long ? [table] : []),
    ...(sum === undefined ? [] : [text(WORDING.togetherLine(writeMeasure(sum, writer)))]),
    ...awards,
  ];
}

function lineOf(measure: Measure, among: readonly Measure[], writer: ProvenanceWriter): string {
  return measure.unitType !== "" &&
    indicatorOf(measure.indicator).byUnit === true &&
    new Set(among.map((m) => m.period + m.place.area)).size === 1
    ? `${nameOf(measure)}: ${writeMeasure(measure, writer)}`
    : `${upperFirst(distinction(measure, among))}: ${writeMeasure(measure, writer)}`;
}

function sumOfCounts(main: readonly Measure[], writer: ProvenanceWriter): Block[] {
  const exact = main.filter(
    (m) => m.count !== undefined && m.approx === undefined && m.unit === main[0]?.unit && m.unit !== "%",
  );
  const kinds = new Set(main.map((m) => m.indicator)).size;
  const overlapping =
    (kinds > 1 && main.some((m) => indicatorOf(m.indicator).group !== undefined)) ||
    (kinds === 1 && new Set(main.map((m) => m.period)).size > 1 && !followEachOther(main));
  if (
    exact.length !== main.length ||
    exact.length < 2 ||
    overlapping ||
    new Set(main.map((m) => m.place.area)).size > 1
  )
    return [];
  const total = exact.map((m) => m.count ?? rational(0)).reduce((a, b) => add(a, b));
  return [strong(WORDING.togetherCount(`${writer.number(total)} ${main[0]?.unit ?? ""}`))];
}

/** Counts may be added where no period contains a part of another. */
function followEachOther(main: readonly Measure[]): boolean {
  const spans = main
    .flatMap((m) => m.facts)
    .map(({ start = "", end = "", coverage }) => ({ start, end, coverage }))
    .toSorted((a, b) => a.start.localeCompare(b.start));
  return spans.every(({ start, coverage }, i) => coverage !== "moment" && start > (spans[i - 1]?.end ?? ""));
}

function awardsLine(main: readonly Measure[], writer: ProvenanceWriter): Block[] {
  const awards = main.filter((m) => m.indicator.startsWith("award_"));
  const [a, b] = awards;
  if (
    awards.length !== 2 ||
    a?.count === undefined ||
    b?.count === undefined ||
    a.indicator === b.indicator ||
    a.unitType !== b.unitType ||
    a.period !== b.period ||
    a.place.area !== b.place.area
  )
    return [];
  return [
    text(
      WORDING.awardsSum(
        `${writer.number(a.count)} + ${writer.number(b.count)}`,
        writer.number(add(a.count, b.count)),
      ),
    ),
  ];
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

function tableOf(main: readonly Measure[], writer: ProvenanceWriter): Block {
  const { headers } = WORDING;
  const rates = main.every((m) => m.whole !== undefined);
  const name = (m: Measure) =>
    upperFirst(
      m.unitType !== "" &&
        new Set(main.map((x) => x.unitType)).size > 1 &&
        new Set(main.map((x) => x.period + x.place.area)).size === 1
        ? unitName(m.unitType)
        : distinction(m, main),
    );
  const first = new Set(main.map((m) => m.unitType)).size > 1 ? headers.unit : headers.indicator;
  if (!rates)
    return {
      kind: "table",
      header: [first, headers.value],
      rows: main.map((m) => [name(m), writeMeasure(m, writer)]),
    };
  return {
    kind: "table",
    header: [first, headers.reached, headers.share],
    rows: main.map((m) => {
      writer.use(m.facts);
      const share = shareOf(m);
      return [
        name(m),
        m.count !== undefined && m.whole !== undefined ? writer.ratio(m.count, m.whole) : "",
        share === undefined ? "" : writer.percent(share),
      ];
    }),
  };
}

/** True where several sources give the same thing for about the same time. */
function isConflict(main: readonly Measure[]): boolean {
  const key = (m: Measure) =>
    [m.indicator, m.unitType, m.place.area, m.facts[0]?.detail, m.facts[0]?.end?.slice(0, 4)].join("|");
  return new Set(main.map(key)).size === 1 && new Set(main.map((m) => m.facts[0]?.url)).size > 1;
}

function conflictBlocks(main: readonly Measure[], writer: ProvenanceWriter): Block[] {
  const values = main.map((m) => `${writeMeasure(m, writer)} (${m.facts[0]?.asOf ?? m.period})`);
  return [strong(WORDING.severalSources(values.join("; "))), text(WORDING.disagree)];
}

export function namesBlocks(main: readonly Measure[], writer: ProvenanceWriter): Block[] {
  const unit = main.length === 1 && main[0] !== undefined ? unitOf(main[0]) : "đơn vị";
  const lines = main.map((m) => {
    const missing = missingOf(m);
    return `${writeNamed(m, writer)}${missing === undefined ? "" : WORDING.missingAlso(writer.number(missing))}`;
  });
  return [strong(WORDING.names(unit)), text(WORDING.namesCount), list(...lines)];
}

/** The average of one per other: two exact counts of the same place and period, the larger divided by the smaller. */
export function averageBlocks(
  query: FigureQuery,
  main: readonly Measure[],
  writer: ProvenanceWriter,
): Block[] {
  const [a, b] = main.toSorted((x, y) => compare(y.count ?? ZERO, x.count ?? ZERO));
  const apart =
    main.length !== 2 ||
    a?.count === undefined ||
    b?.count === undefined ||
    isZero(b.count) ||
    main.some((m) => m.approx !== undefined || m.unit === "%" || m.whole !== undefined) ||
    a.period !== b.period ||
    a.place.area !== b.place.area;
  if (apart)
    return [strong(WORDING.noAverage), ...figureBlocks({ ...query, operation: "figure" }, main, writer)];
  const each = writer.points(divide(a.count, b.count));
  return [
    strong(WORDING.average(b.unit, each, a.unit)),
    list(...[a, b].map((m) => `${nameOf(m)}: ${writeMeasure(m, writer)}`)),
  ];
}

export function shortfallBlocks(
  query: FigureQuery,
  main: readonly Measure[],
  writer: ProvenanceWriter,
): Block[] {
  const sum = addUp(main);
  const measure = main.length === 1 ? main[0] : sum;
  if (measure === undefined) return figureBlocks({ ...query, operation: "figure" }, main, writer);
  const missing = missingOf(measure);
  const { count, whole } = measure;
  if (missing === undefined || count === undefined || whole === undefined) {
    return [strong(WORDING.noWholeHead), list(...main.map((m) => writeNamed(m, writer)))];
  }
  if (query.operation === "needed" && query.goal !== undefined)
    return goalBlocks(measure, count, whole, parseRational(query.goal), writer);
  const unit = unitOf(measure);
  const needed = query.operation === "needed";
  const reached = writer.ratio(count, whole);
  const head = isZero(missing)
    ? (needed ? WORDING.notNeeded : WORDING.noShortfall)(unit, reached, writer.percent(HUNDRED))
    : needed
      ? WORDING.needed(unit, writer.number(missing), writer.percent(HUNDRED))
      : WORDING.shortfall(
          unit,
          writer.number(missing),
          writer.ratio(missing, whole),
          writer.percent(percent(missing, whole)),
        );
  const rows = main.length > 1 ? [shortfallTable(main, writer)] : [];
  return [
    strong(head),
    ...rows,
    ...(isZero(missing) ? [] : [text(WORDING.reached(writeMeasure(measure, writer)))]),
  ];
}

/** How many more are needed to reach a share below 100 %, as a whole number. */
function goalBlocks(
  measure: Measure,
  count: Rational,
  whole: Rational,
  goal: Rational,
  writer: ProvenanceWriter,
): Block[] {
  const least = rational(ceiling(divide(multiply(whole, goal), HUNDRED)));
  const more = subtract(least, count);
  const now = writeMeasure(measure, writer);
  const wanted = writer.percent(goal);
  const unit = unitOf(measure);
  return more.num > 0n
    ? [
        strong(WORDING.needed(unit, writer.number(more), wanted)),
        text(WORDING.goalHow(writer.ratio(least, whole), unit, wanted, now)),
      ]
    : [strong(WORDING.goalReached(unit, now, wanted))];
}

function shortfallTable(main: readonly Measure[], writer: ProvenanceWriter): Block {
  const rows = main.map((m) => {
    const missing = missingOf(m);
    return [
      upperFirst(unitName(m.unitType)),
      missing === undefined ? "" : writer.number(missing),
      m.count !== undefined && m.whole !== undefined ? writer.ratio(m.count, m.whole) : "",
    ];
  });
  return {
    kind: "table",
    header: [WORDING.headers.unit, WORDING.headers.missing, WORDING.headers.reached],
    rows,
  };
}

/** The share with that many more: a calculation, never presented as a figure. Empty where impossible. */
export function supposeBlocks(suppose: string, main: readonly Measure[], writer: ProvenanceWriter): Block[] {
  const measure = main.length === 1 ? main[0] : addUp(main);
  if (measure?.count === undefined || measure.whole === undefined) return [];
  const reached = add(measure.count, parseRational(suppose));
  const now = WORDING.reached(writeMeasure(measure, writer));
  if (compare(reached, measure.whole) > 0)
    return [strong(WORDING.supposeTooMany(unitOf(measure), writer.number(measure.whole))), text(now)];
  return [
    strong(
      WORDING.suppose(
        unitOf(measure),
        writer.number(parseRational(suppose)),
        writer.ratio(reached, measure.whole),
        writer.percent(percent(reached, measure.whole)),
      ),
    ),
    text(now),
    text(WORDING.supposeHow),
  ];
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

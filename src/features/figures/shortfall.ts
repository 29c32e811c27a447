import { type Block, list, strong, text } from "../../messaging/reply.ts";
import { add, ceiling, compare, divide, isZero, multiply, percent, subtract } from "./arithmetic.ts";
import { figureBlocks } from "./blocks.ts";
import { missingOf, unitOf, writeMeasure, writeNamed } from "./describe.ts";
import type { FigureQuery } from "./figure-query.ts";
import { upperFirst, WORDING } from "./figures-wording.ts";
import { STANDARD } from "./indicators.ts";
import { addUp, isExact, type Measure } from "./measure.ts";
import type { ProvenanceWriter } from "./provenance.ts";
import { HUNDRED, parseRational, type Rational, rational } from "./rational.ts";
import { unitName } from "./units.ts";

export function shortfallBlocks(
  query: FigureQuery,
  main: readonly Measure[],
  writer: ProvenanceWriter,
): Block[] {
  if (query.operation === "needed" && query.goalCount !== undefined)
    return countGoalBlocks(parseRational(query.goalCount), query, main, writer);
  const sum = addUp(main);
  const measure = main.length === 1 ? main[0] : sum;
  if (measure === undefined) return figureBlocks({ ...query, operation: "figure" }, main, writer);
  const missing = missingOf(measure);
  const { count, whole } = measure;
  if (missing === undefined || count === undefined || whole === undefined) {
    return [strong(WORDING.noWholeHead), list(...main.map((m) => writeNamed(m, writer)))];
  }
  if (query.operation === "needed" && query.goal !== undefined)
    return [
      ...goalBlocks(measure, count, whole, parseRational(query.goal), writer),
      ...(main.length > 1
        ? [list(...main.flatMap((m) => goalOfOne(m, parseRational(query.goal ?? ""), writer)))]
        : []),
    ];
  const unit = unitOf(measure);
  if (measure.indicator !== STANDARD && query.operation !== "needed")
    return [
      strong(
        WORDING.rest(
          `${writer.number(missing)} ${unit}`,
          writer.ratio(missing, whole),
          writer.percent(percent(missing, whole)),
        ),
      ),
      text(`${writeNamed(measure, writer)}.`),
    ];
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

/** How many are missing to a number that the person names: from the count, or the sum of what counts one thing. */
function countGoalBlocks(
  goal: Rational,
  query: FigureQuery,
  main: readonly Measure[],
  writer: ProvenanceWriter,
): Block[] {
  const [first] = main;
  const isAlike = main.every(
    (m) => isExact(m) && m.indicator === first?.indicator && m.period === first.period,
  );
  const plain = figureBlocks({ ...query, operation: "figure" }, main, writer);
  if (first === undefined || !isAlike) return [strong(WORDING.noCountGoal), ...plain];
  const now = main.flatMap(({ count }) => count ?? []).reduce(add);
  const unit = new Set(main.map((m) => unitOf(m))).size === 1 ? unitOf(first) : WORDING.anyUnit;
  writer.use(main.flatMap(({ facts }) => facts));
  const [has, wants] = [writer.number(now), writer.number(goal)];
  const missing = subtract(goal, now);
  return [
    strong(
      missing.num > 0n
        ? WORDING.countGoal(writer.number(missing), unit, wants, has)
        : WORDING.countGoalReached(unit, wants, has),
    ),
    ...(main.length > 1 ? plain : []),
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

/** How many more one of several types needs. */
function goalOfOne(measure: Measure, goal: Rational, writer: ProvenanceWriter): string[] {
  const { count, whole } = measure;
  if (count === undefined || whole === undefined) return [];
  const more = subtract(rational(ceiling(divide(multiply(whole, goal), HUNDRED))), count);
  const needs = more.num > 0n ? more : rational(0);
  return [
    WORDING.moreOfOne(upperFirst(unitOf(measure)), writer.number(needs), writeMeasure(measure, writer)),
  ];
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

/** The share with that many more: a calculation, never presented as a figure. Empty where nothing is assumed, or it can't be. */
export function supposeBlocks(
  { suppose, supposeAll = [] }: FigureQuery,
  main: readonly Measure[],
  writer: ProvenanceWriter,
): Block[] {
  const measure = main.length === 1 ? main[0] : addUp(main);
  if (measure?.count === undefined || measure.whole === undefined) return [];
  const left = main.flatMap((m) => (supposeAll.includes(m.unitType) ? [missingOf(m) ?? rational(0)] : []));
  const more = suppose === undefined ? left.reduce(add, rational(0)) : parseRational(suppose);
  if (isZero(more)) return [];
  const reached = add(measure.count, more);
  const now = WORDING.reached(writeMeasure(measure, writer));
  if (compare(reached, measure.whole) > 0)
    return [strong(WORDING.supposeTooMany(unitOf(measure), writer.number(measure.whole))), text(now)];
  return [
    strong(
      WORDING.suppose(
        supposeAll.length === 0 ? unitOf(measure) : supposeAll.map(unitName).join(", "),
        writer.number(more),
        writer.ratio(reached, measure.whole),
        writer.percent(percent(reached, measure.whole)),
      ),
    ),
    text(now),
    text(WORDING.supposeHow),
  ];
}

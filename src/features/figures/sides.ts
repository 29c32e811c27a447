import { type Block, list, strong, text } from "../../messaging/reply.ts";
import { absolute, add, isZero, percent, subtract } from "./arithmetic.ts";
import { figureBlocks, overlap } from "./blocks.ts";
import { differenceBlocks, distinction, incomparable, timesBlocks } from "./compare.ts";
import { nameOf, writeMeasure, writeNamed } from "./describe.ts";
import type { Fact } from "./fact.ts";
import type { FigureQuery } from "./figure-query.ts";
import { lowerFirst, upperFirst, WORDING } from "./figures-wording.ts";
import { indicatorOf } from "./indicators.ts";
import { addUp, type Cell, eachOnce, type Measure, measureCells } from "./measure.ts";
import type { ProvenanceWriter } from "./provenance.ts";
import { rankingBlocks } from "./ranking.ts";
import { ZERO } from "./rational.ts";
import { commonIndicator } from "./told-along.ts";

/** "doanh nghiệp gấp mấy lần cơ quan": the first named is divided by the second. */
function inQuestionOrder(query: FigureQuery, sides: readonly Measure[]): readonly Measure[] {
  const place = (measure: Measure) =>
    query.indicators.length > 1
      ? query.indicators.indexOf(measure.indicator)
      : query.unitTypes.indexOf(measure.unitType);
  return query.operation === "times" && sides.every((side) => place(side) >= 0)
    ? sides.toSorted((x, y) => place(x) - place(y))
    : sides;
}

/** The named types, added up where there are several, and the group that they are compared with. */
function againstWhole(
  query: FigureQuery,
  main: readonly Measure[],
  facts: readonly Fact[],
): readonly Measure[] {
  const group = measureCells({ ...query, unitTypes: query.versus ?? [] }, facts).flatMap((c) => c.measures);
  return [addUp(main), addUp(group)].flatMap((side) => (side === undefined ? [] : [side]));
}

/** The two sides that a question compares, or the ranking of more. */
export function comparison(
  query: FigureQuery,
  cells: readonly Cell[],
  main: readonly Measure[],
  facts: readonly Fact[],
  writer: ProvenanceWriter,
): Block[] {
  const sides =
    query.versus === undefined
      ? inQuestionOrder(query, compared(cells, main))
      : againstWhole(query, main, facts);
  const [a, b] = sides;
  const share = query.ofSum === true ? shareOfSum(main, writer) : againstGoals(main, writer);
  if (share.length > 0) return share;
  if (
    query.indicators.length > 1 &&
    (query.periods.length > 1 || cells.filter(({ measures }) => measures.length > 0).length > 1) &&
    new Set(main.map((m) => m.indicator)).size > 1 &&
    commonIndicator(cells) === undefined
  )
    return incomparable(main, writer);
  if (sides.length === 2 && a !== undefined && b !== undefined)
    return query.operation === "times"
      ? timesBlocks(a, b, query, writer)
      : differenceBlocks(a, b, query, writer);
  const shared = query.operation === "times" ? partsBlocks(query, main, writer) : [];
  if (shared.length > 0) return shared;
  const onlyOneHas = cells.length > 1 && cells.filter((cell) => cell.measures.length > 0).length < 2;
  const isAlike = new Set(sides.map(({ unit, whole }) => (whole === undefined ? unit : ""))).size === 1;
  if (sides.length > 2 && !onlyOneHas && isAlike) return rankingBlocks(sides, "highest", query, writer);
  const alone = main.length === 1 && cells.length === 1 && query.claims.length === 0;
  return [
    ...figureBlocks({ ...query, operation: "figure" }, main, writer),
    ...(alone ? [text(WORDING.nothingToCompare)] : []),
  ];
}

/** What was reached beside the target that was set for another period: how far it is above or below. */
function againstGoals(main: readonly Measure[], writer: ProvenanceWriter): Block[] {
  const lines = main.flatMap((goal) => {
    const { kind, aims } = indicatorOf(goal.indicator);
    return main.flatMap((now) => {
      if (kind !== "goal" || now.indicator !== aims || indicatorOf(now.indicator).kind !== "rate") return [];
      if (now.count === undefined || now.approx !== undefined || goal.count === undefined) return [];
      const apart = subtract(now.count, goal.count);
      const [reached, set] = [writeMeasure(now, writer), writeMeasure(goal, writer)];
      return [
        isZero(apart)
          ? WORDING.asGoal(now.period, reached, set)
          : WORDING.aboveGoal(now.period, reached, set, writer.points(absolute(apart)), apart.num > 0n),
      ];
    });
  });
  return lines.length === 0
    ? []
    : [
        strong(lines.join("\n")),
        list(...main.map((measure) => writeNamed(measure, writer))),
        text(WORDING.goalIsNoResult),
      ];
}

/** "bằng khen chiếm mấy phần trăm" of both kinds of awards: the first of all together, where they are counted alike. */
function shareOfSum(main: readonly Measure[], writer: ProvenanceWriter): Block[] {
  const [part] = main;
  const counts = main.flatMap(({ count, approx, unit }) =>
    count === undefined || approx !== undefined || unit !== part?.unit ? [] : [count],
  );
  const sum = counts.reduce(add, ZERO);
  if (
    part?.count === undefined ||
    counts.length < main.length ||
    main.length < 2 ||
    isZero(sum) ||
    overlap(main)
  )
    return [];
  const ratio = writer.ratio(part.count, sum);
  const isOfPlaces = new Set(main.map(({ indicator }) => indicator)).size === 1;
  const name = isOfPlaces ? upperFirst(distinction(part, main)) : nameOf(part);
  const line = (m: Measure) =>
    isOfPlaces ? `${upperFirst(distinction(m, main))}: ${writeMeasure(m, writer)}` : writeNamed(m, writer);
  return [
    strong(WORDING.shareOfAll(name, ratio, writer.percent(percent(part.count, sum)))),
    list(...main.map(line)),
  ];
}

/** "hình sự và tệ nạn chiếm mấy phần trăm tổng số vụ": several parts added up, of the whole that they belong to. */
function partsBlocks(query: FigureQuery, main: readonly Measure[], writer: ProvenanceWriter): Block[] {
  const whole = main.find(({ indicator }) => indicator === query.indicators.at(-1));
  const parts = main.filter(({ indicator }) => indicatorOf(indicator).partOf === whole?.indicator);
  const counts = parts.flatMap(({ count, approx }) =>
    count === undefined || approx !== undefined ? [] : [count],
  );
  const isWhole = parts.length > 1 && parts.length + 1 === main.length && counts.length === parts.length;
  if (!isWhole || whole?.count === undefined || isZero(whole.count)) return [];
  const all = whole.count;
  const sum = counts.reduce(add);
  const names = parts.map((part) => lowerFirst(nameOf(part))).join(", ");
  return [
    strong(WORDING.partsOf(names, writer.ratio(sum, whole.count), writer.percent(percent(sum, whole.count)))),
    list(
      ...main.map((measure) =>
        measure === whole || measure.count === undefined
          ? writeNamed(measure, writer)
          : `${writeNamed(measure, writer)} (${writer.percent(percent(measure.count, all))})`,
      ),
    ),
  ];
}

/** The things to compare: sums per cell where cells differ, else single measures. */
function compared(cells: readonly Cell[], main: readonly Measure[]): readonly Measure[] {
  const filled = cells.filter((cell) => cell.measures.length > 0);
  if (filled.length < 2) return main;
  const shared = commonIndicator(filled);
  const sides = filled.map((cell) => {
    const own = cell.measures.filter((m) => shared === undefined || m.indicator === shared);
    return own.length > 1 ? addUp(own) : own[0];
  });
  return sides.every((side) => side !== undefined) ? eachOnce(sides) : main;
}

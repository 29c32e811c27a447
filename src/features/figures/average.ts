import { type Block, list, strong, text } from "../../messaging/reply.ts";
import { DAY } from "../../platform/time.ts";
import { add, compare, divide, isZero, percent } from "./arithmetic.ts";
import { figureBlocks } from "./blocks.ts";
import { nameOf, writeMeasure } from "./describe.ts";
import type { FigureQuery } from "./figure-query.ts";
import { upperFirst, WORDING } from "./figures-wording.ts";
import { isExact, type Measure, shareOf } from "./measure.ts";
import type { ProvenanceWriter } from "./provenance.ts";
import { rational, ZERO } from "./rational.ts";
import { unitName } from "./units.ts";

/** An average: of each month of the period, of the shares of several types, or of one thing per other. */
export function averageBlocks(
  query: FigureQuery,
  main: readonly Measure[],
  writer: ProvenanceWriter,
): Block[] {
  const own = main.filter(({ indicator }) => query.indicators.includes(indicator));
  const found =
    query.per !== undefined && own.length < 2
      ? perTime(own, query.per, writer)
      : ((query.wants === "count" ? undefined : meanShare(own, writer)) ??
        perPlace(own, writer) ??
        perPeriod(own, writer) ??
        onePerOther(main, writer));
  return (
    found ?? [
      strong(WORDING.noAverage),
      ...figureBlocks({ ...query, operation: "figure" }, own.length > 0 ? own : main, writer),
    ]
  );
}

/** The count of a whole period divided by its months; nothing for a part of a period, or a stock at one moment. */
function perTime(
  main: readonly Measure[],
  per: NonNullable<FigureQuery["per"]>,
  writer: ProvenanceWriter,
): Block[] | undefined {
  const [only] = main;
  const [fact] = only?.facts ?? [];
  if (main.length !== 1 || only?.count === undefined || !isExact(only) || fact?.coverage !== "whole")
    return undefined;
  const parts = partsOf(fact.start ?? "", fact.end ?? "", per);
  if (parts < 2) return undefined;
  const each = writer.points(divide(only.count, rational(parts)));
  const name = WORDING.partOfTime[per];
  return [
    strong(WORDING.average(name, each, only.unit)),
    list(
      WORDING.averageHow(
        `${nameOf(only)}: ${writeMeasure(only, writer)}`,
        writer.number(rational(parts)),
        name,
      ),
    ),
  ];
}

/** "bình quân mỗi huyện": exact counts of several places in one period, divided by the places that have one. */
function perPlace(main: readonly Measure[], writer: ProvenanceWriter): Block[] | undefined {
  const [first] = main;
  const areas = [...new Set(main.map(({ place }) => place.area))];
  const isAlike = main.every((m) => isExact(m) && m.whole === undefined && m.period === first?.period);
  const byPlace = new Set(main.map(({ place, unitType }) => `${place.area}|${unitType}`)).size;
  if (areas.length < 2 || !isAlike || byPlace !== main.length || first === undefined) return undefined;
  const unit = new Set(main.map((m) => m.unit)).size === 1 ? first.unit : WORDING.anyUnit;
  const sum = main.flatMap(({ count }) => count ?? []).reduce(add);
  const parts = rational(areas.length);
  const name = main.every(({ facts }) => facts[0]?.level === "district")
    ? unitName("district")
    : WORDING.somewhere;
  writer.use(main.flatMap(({ facts }) => facts));
  return [
    strong(WORDING.average(name, writer.points(divide(sum, parts)), unit)),
    list(WORDING.averageHow(`${writer.number(sum)} ${unit}`, writer.number(parts), name)),
  ];
}

/** "bình quân 2022 với 2023": exact counts of one thing in years, divided by their number. */
function perPeriod(main: readonly Measure[], writer: ProvenanceWriter): Block[] | undefined {
  const [first] = main;
  const isYear = ({ facts: [fact] }: Measure) =>
    fact?.coverage !== "moment" && partsOf(fact?.start ?? "", fact?.end ?? "", "year") === 1;
  const isAlike = main.every(
    (m) =>
      isExact(m) &&
      isYear(m) &&
      m.whole === undefined &&
      m.indicator === first?.indicator &&
      m.place.area === first.place.area,
  );
  const periods = new Set(main.map(({ period }) => period)).size;
  if (first === undefined || main.length < 2 || !isAlike || periods !== main.length) return undefined;
  const sum = main.flatMap(({ count }) => count ?? []).reduce(add);
  const parts = rational(main.length);
  const unit = new Set(main.map((m) => m.unit)).size === 1 ? first.unit : WORDING.anyUnit;
  return [
    strong(WORDING.average(WORDING.partOfTime.year, writer.points(divide(sum, parts)), unit)),
    ...(unit === WORDING.anyUnit ? [text(WORDING.warnCount(first.unit, main.at(-1)?.unit ?? ""))] : []),
    list(
      ...main.map((m) => `${upperFirst(m.period)}: ${writeMeasure(m, writer)}`),
      WORDING.averageHow(`${writer.number(sum)} ${unit}`, writer.number(parts), WORDING.partOfTime.year),
    ),
  ];
}

/** How many whole years, months or days lie between two days, both included. */
function partsOf(start: string, end: string, per: NonNullable<FigureQuery["per"]>): number {
  const [from, to] = [start, end].map((day) => new Date(`${day}T00:00:00Z`));
  if (from === undefined || to === undefined) return 0;
  const days = Math.round((to.getTime() - from.getTime()) / DAY) + 1;
  const months =
    (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth() + 1;
  const counts = {
    year: months / 12,
    quarter: months / 3,
    month: months,
    week: Math.floor(days / 7),
    day: days,
  };
  return Number.isInteger(counts[per]) ? counts[per] : 0;
}

/** The mean of the shares of several types, and the share of their sum, which is another number. */
function meanShare(main: readonly Measure[], writer: ProvenanceWriter): Block[] | undefined {
  const shares = main.flatMap((measure) => shareOf(measure) ?? []);
  const counted = main.flatMap(({ count, whole }) =>
    count === undefined || whole === undefined ? [] : [{ count, whole }],
  );
  const apart =
    new Set(main.map(({ indicator, period, place }) => `${indicator}|${period}|${place.area}`)).size > 1;
  if (main.length < 2 || apart || counted.length !== main.length || shares.length !== main.length)
    return undefined;
  const mean = divide(shares.reduce(add), rational(shares.length));
  const [count, whole] = [
    counted.map((one) => one.count).reduce(add),
    counted.map((one) => one.whole).reduce(add),
  ];
  return [
    strong(WORDING.meanShare(writer.number(rational(main.length)), writer.percent(mean))),
    text(WORDING.pooledShare(writer.ratio(count, whole), writer.percent(percent(count, whole)))),
    list(...main.map((m) => `${upperFirst(unitName(m.unitType))}: ${writeMeasure(m, writer)}`)),
  ];
}

/** Two exact counts of the same place and period, the larger divided by the smaller. */
function onePerOther(main: readonly Measure[], writer: ProvenanceWriter): Block[] | undefined {
  const [a, b] = main.toSorted((x, y) => compare(y.count ?? ZERO, x.count ?? ZERO));
  const apart =
    main.length !== 2 ||
    a?.count === undefined ||
    b?.count === undefined ||
    isZero(b.count) ||
    !main.every((m) => isExact(m) && m.whole === undefined) ||
    a.period !== b.period ||
    a.place.area !== b.place.area;
  if (apart) return undefined;
  return [
    strong(WORDING.average(b.unit, writer.points(divide(a.count, b.count)), a.unit)),
    list(...[a, b].map((m) => `${nameOf(m)}: ${writeMeasure(m, writer)}`)),
  ];
}

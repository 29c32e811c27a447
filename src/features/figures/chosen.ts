import { type Block, list, strong, text } from "../../messaging/reply.ts";
import { compare } from "./arithmetic.ts";
import { distinction } from "./compare.ts";
import { writeMeasure } from "./describe.ts";
import type { Fact } from "./fact.ts";
import type { Bound, Choice, FigureQuery } from "./figure-query.ts";
import { lowerFirst, upperFirst, WORDING } from "./figures-wording.ts";
import { addUp, type Measure, measureCells, shareOf } from "./measure.ts";
import type { ProvenanceWriter } from "./provenance.ts";
import { parseRational, type Rational } from "./rational.ts";

interface Row {
  readonly measure: Measure;
  readonly key: Rational;
  /** How many have a higher value, plus one: equal ones share a rank. */
  readonly rank: number;
}

/**
 * Those of the rows that were asked for: within bounds, the first or last few, the n-th, or the rank of one. Empty where
 * there are fewer than two rows to choose from.
 */
export function chosenBlocks(
  query: FigureQuery,
  choice: Choice,
  main: readonly Measure[],
  facts: readonly Fact[],
  writer: ProvenanceWriter,
): Block[] {
  const every = choice.rank === true ? everyType(query, facts) : main;
  const rows = ranked(every, choice, query.wants);
  if (rows.length < 2) return [];
  const mean = meanOf(query, choice, facts);
  const picked = pick(rows, choice, mean);
  const isOfPlaces = new Set(every.map(({ place }) => place.area)).size > 1;
  const kind = isOfPlaces ? WORDING.somewhere : WORDING.type;
  const name = ({ measure }: Row) => lowerFirst(distinction(measure, every));
  const line = (row: Row) => `${upperFirst(name(row))}: ${writeMeasure(row.measure, writer)}`;
  if (choice.rank === true) return rankBlocks(rows, query, choice, line, writer);
  const basis = every.every((m) => m.whole !== undefined)
    ? [text(WORDING.sortedBy(sortsByShare(every, choice, query.wants)))]
    : [];
  if (choice.out === true) {
    const sum = addUp(picked.map(({ measure }) => measure));
    return [
      strong(WORDING.soManyLeft(writer.quote(String(picked.length)), kind, picked.map(name).join(", "))),
      list(...picked.map(line)),
      ...(sum === undefined ? [] : [text(WORDING.togetherLine(writeMeasure(sum, writer)))]),
    ];
  }
  if (choice.nth !== undefined && choice.nth > 0) {
    const head = (choice.order === "lowest" ? WORDING.nthLowest : WORDING.nthHighest)(
      writer.quote(String(choice.nth)),
    );
    return picked.length === 0
      ? [strong(WORDING.onlySoMany(writer.quote(String(rows.length)), kind))]
      : [
          strong(
            `${head}: ${picked.map((row) => `${name(row)}, ${writeMeasure(row.measure, writer)}`).join("; ")}`,
          ),
          ...basis,
        ];
  }
  if (choice.top !== undefined && choice.top > 0) {
    const words = choice.order === "lowest" ? WORDING.lowestFew : WORDING.highestFew;
    const named = picked.map(name).join(", ");
    const sum = query.together && picked.length > 1 ? addUp(picked.map(({ measure }) => measure)) : undefined;
    return [
      strong(`${words(writer.quote(String(picked.length)), kind)} ${named}`),
      list(...picked.map(line)),
      ...(sum === undefined ? [] : [text(WORDING.togetherLine(writeMeasure(sum, writer)))]),
      ...basis,
      ...(picked.length > choice.top ? [text(WORDING.tied)] : []),
    ];
  }
  const bounds =
    mean === undefined
      ? boundsInWords(choice, writer)
      : WORDING.thanAll(choice.than === "above", writer.percent(mean));
  if (bounds === "") return [];
  const verdict =
    choice.said === undefined
      ? ""
      : `${choice.said === picked.length ? WORDING.correct : WORDING.incorrectCount}\n`;
  const left = writer.quote(String(rows.length - picked.length));
  return picked.length === 0
    ? [strong(`${verdict}${WORDING.noneWithin(kind, bounds)}`), list(...upward(rows, choice).map(line))]
    : [
        strong(
          `${verdict}${WORDING.soManyWithin(writer.quote(String(picked.length)), kind, bounds)} ${picked.map(name).join(", ")}`,
        ),
        list(...picked.map(line)),
        ...(picked.length === rows.length ? [] : [text(WORDING.othersNot(left, kind))]),
      ];
}

/** The share of all types together, where they are held against it. */
function meanOf(query: FigureQuery, { than }: Choice, facts: readonly Fact[]): Rational | undefined {
  const all = than === undefined ? undefined : addUp(everyType(query, facts));
  return all === undefined ? undefined : shareOf(all);
}

const upward = (rows: readonly Row[], { order }: Choice) => (order === "lowest" ? rows.toReversed() : rows);

/** The rows that are meant, in the order asked for; equal ones are told together. */
function pick(rows: readonly Row[], choice: Choice, mean: Rational | undefined): readonly Row[] {
  const { nth = 0, top = 0, out, ...others } = choice;
  if (out === true) {
    const left = pick(rows, { ...others, nth, top }, mean);
    return upward(rows, choice).filter((row) => !left.includes(row));
  }
  const sorted = upward(rows, choice);
  const likeThe = (n: number) => sorted.filter(({ rank }) => rank === sorted[n - 1]?.rank);
  if (nth > 0) return likeThe(nth);
  if (top > 0) return [...new Set([...sorted.slice(0, top), ...likeThe(top)])];
  return sorted.filter(({ key }) =>
    mean === undefined ? isWithin(key, choice) : compare(key, mean) * (choice.than === "above" ? 1 : -1) > 0,
  );
}

/** The types that an answer names out of several: "loại đó", "hai loại ấy" mean them, "còn lại" the others. */
export function singledOut(
  main: readonly Measure[],
  query: FigureQuery,
  facts: readonly Fact[],
): readonly string[] {
  const { operation, wants } = query;
  const isEnd = operation === "highest" || operation === "lowest";
  const choice = query.choice ?? (isEnd ? { order: operation, top: 1 } : undefined);
  if (choice === undefined || choice.rank === true) return [];
  const rows = ranked(main, choice, wants);
  const picked = pick(rows, choice, meanOf(query, choice, facts)).map(({ measure }) => measure.unitType);
  return picked.length < rows.length && !picked.includes("") ? [...new Set(picked)] : [];
}

/** All types of the same place and period. */
const everyType = (query: FigureQuery, facts: readonly Fact[]): readonly Measure[] =>
  measureCells({ ...query, unitTypes: [] }, facts).flatMap(({ measures }) => measures);

function sortsByShare(measures: readonly Measure[], { of }: Choice, wants: FigureQuery["wants"]): boolean {
  return (
    of === "share" ||
    (of === undefined && wants !== "count" && measures.every((m) => shareOf(m) !== undefined))
  );
}

function ranked(measures: readonly Measure[], choice: Choice, wants: FigureQuery["wants"]): readonly Row[] {
  const byShare = sortsByShare(measures, choice, wants);
  const keyed = measures.flatMap((measure) => {
    const key = byShare ? shareOf(measure) : measure.count;
    return key === undefined ? [] : [{ measure, key }];
  });
  return keyed
    .map((row) => ({ ...row, rank: 1 + keyed.filter((other) => compare(other.key, row.key) > 0).length }))
    .toSorted((a, b) => a.rank - b.rank);
}

function rankBlocks(
  rows: readonly Row[],
  { unitTypes }: FigureQuery,
  { order, said }: Choice,
  line: (row: Row) => string,
  writer: ProvenanceWriter,
): Block[] {
  const own = rows.filter(({ measure }) => unitTypes.includes(measure.unitType));
  const number = (n: number) => writer.quote(String(n));
  const place = ({ rank, key }: Row) =>
    order === "lowest" ? 1 + rows.filter((other) => compare(other.key, key) < 0).length : rank;
  const isRight = own.some((row) => place(row) === said);
  const verdict = said === undefined ? "" : `${isRight ? WORDING.correct : WORDING.incorrectCount}\n`;
  return own.length === 0
    ? []
    : [
        strong(
          verdict +
            own
              .map((row) => `${line(row)}, ${WORDING.rankOf(number(row.rank), number(rows.length))}`)
              .join("\n"),
        ),
        list(...rows.map((row) => `${number(row.rank)}. ${line(row)}`)),
      ];
}

function isWithin(key: Rational, choice: Choice): boolean {
  const side = (bound: Bound | undefined, sign: number) => {
    if (bound === undefined) return undefined;
    const order = compare(key, parseRational(bound.value)) * sign;
    return bound.orEqual ? order >= 0 : order > 0;
  };
  const [over, under] = [side(choice.above, 1), side(choice.below, -1)];
  return isOutside(choice) ? over === true || under === true : over !== false && under !== false;
}

/** "dưới 80% hoặc trên 98%": nothing is both, so either is meant. */
const isOutside = ({ above, below }: Choice): boolean =>
  above !== undefined && below !== undefined && Number(above.value) > Number(below.value);

/** "dưới 97%", "từ 90% đến 98%", "trên 97% và dưới 100%", "đúng 100%"; "" without bounds. */
function boundsInWords(choice: Choice, writer: ProvenanceWriter): string {
  const { above, below, of } = choice;
  const number = ({ value }: Bound) =>
    of === "share" ? writer.percent(parseRational(value)) : writer.number(parseRational(value));
  const over = above === undefined ? "" : (above.orEqual ? WORDING.atLeast : WORDING.above)(number(above));
  const under = below === undefined ? "" : (below.orEqual ? WORDING.atMost : WORDING.below)(number(below));
  if (above === undefined || below === undefined) return `${over}${under}`;
  if (above.value === below.value) return WORDING.exactly(number(above));
  return above.orEqual && below.orEqual && !isOutside(choice)
    ? WORDING.between(number(above), number(below))
    : `${over} ${isOutside(choice) ? WORDING.or : WORDING.and} ${under}`;
}

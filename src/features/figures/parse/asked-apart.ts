import { ranks } from "../figure-query.ts";
import type { Reading } from "./figure-reading.ts";
import type { FigureRequest } from "./figure-request.ts";

/** What two of several are chosen by; where only the end differs, one order tells both. */
const criterion = (request: FigureRequest | null): string | undefined =>
  request?.kind === "query" && (ranks(request.query.operation) || request.query.choice !== undefined)
    ? JSON.stringify([
        request.query.indicators,
        request.query.unitTypes,
        request.query.notMet,
        request.query.ofAssessed,
        request.query.wants === "count",
      ])
    : undefined;

/**
 * "loại nào tỷ lệ cao nhất, loại nào nhiều đơn vị chưa đạt nhất": the highest or lowest of different things, in one message.
 * Each clause with such a word is read by itself, with the period of the whole; null where there are not several.
 * @param request reads one of them
 */
export function readApart(
  reading: Reading,
  request: (part: Reading) => FigureRequest | null,
): FigureRequest | null {
  const isEnd = (from: number, to: number) =>
    reading.tags.some(({ tag, at }) => /^op:(?:lowest|highest)$/u.test(tag) && at >= from && at < to);
  const starts = reading.breaks.filter(
    (at, i, all) => isEnd(0, at) && isEnd(at, reading.words.length) && isEnd(all[i - 1] ?? 0, at),
  );
  if (starts.length === 0) return null;
  const parts = [0, ...starts].map((from, i) =>
    request(part(reading, from, starts[i] ?? reading.words.length)),
  );
  const queries = parts.flatMap((one) =>
    one?.kind === "query" && one.leftOut === undefined ? [one.query] : [],
  );
  const criteria = parts.map(criterion);
  return criteria.includes(undefined) ||
    new Set(criteria).size < parts.length ||
    queries.length < parts.length
    ? null
    : { kind: "several", queries };
}

/** The words from one place to another as a message of their own; the period may be said anywhere. */
function part(reading: Reading, from: number, to: number): Reading {
  const moved = <T extends { readonly at: number }>(all: readonly T[]): T[] =>
    all.flatMap((one) => (one.at >= from && one.at < to ? [{ ...one, at: one.at - from }] : []));
  const ended = <T extends { readonly at: number; readonly end: number }>(all: readonly T[]): T[] =>
    moved(all).map((one) => ({ ...one, end: one.end - from }));
  const words = reading.words.slice(from, to);
  return {
    ...reading,
    words,
    tags: ended(reading.tags),
    places: ended(reading.places),
    numbers: moved(reading.numbers),
    breaks: reading.breaks.flatMap((at) => (at > from && at < to ? [at - from] : [])),
    periodAt: reading.periodAt.map((at) => Math.min(Math.max(at - from, 0), words.length)),
    unknown: reading.unknown.filter((word) => words.includes(word)),
  };
}

import { indicatorOf, STANDARD } from "../indicators.ts";
import { LANG_SON, NATION } from "../places.ts";
import type { FigureQuery, Operation, Period, Place } from "../query.ts";
import { asksForEverything, type Parts } from "./parts.ts";
import type { Reading } from "./reading.ts";
import type { FigureRequest } from "./request.ts";

/**
 * Makes the query: what the words say, and for the rest what the question before said.
 * @param before the query that this message follows up
 * @param lastPeriods the period to fall back on where no other is named
 */
export function conclude(
  parts: Parts,
  indicators: readonly string[],
  before: FigureQuery | undefined,
  forced: boolean,
  lastPeriods: readonly Period[] | undefined,
): FigureRequest {
  const { reading, tags, operation } = parts;
  const change = indicators.some((id) => indicatorOf(id).kind === "change");
  const home =
    indicators.length > 0 && indicators.every((id) => indicatorOf(id).nationOnly) ? NATION : LANG_SON;
  const when = readWhen(parts, before, change, lastPeriods ?? [], home);
  const units = parts.units.filter((unit) => unit !== "any");
  const everyType = parts.units.includes("any") || ["lowest", "highest", "ranking"].includes(operation);
  const unitTypes =
    units.length > 0
      ? withOther(units, before, operation)
      : everyType && units.length === 0
        ? []
        : (before?.unitTypes ?? []);
  const op =
    before !== undefined
      ? inheritOperation(parts, before, when, unitTypes)
      : change && operation === "difference"
        ? "figure"
        : operation;
  const grouped = reading.tags.some((tag) => tag.tag === "unit:communeLevel" || tag.tag === "unit:all");
  const query: FigureQuery = {
    operation: op,
    indicators: [...indicators].slice(0, 8),
    unitTypes: [...unitTypes],
    periods: [...when.periods],
    places: [...when.places],
    paired: when.paired,
    together:
      tags.has("op:sum") ||
      (grouped && !tags.has("op:each")) ||
      (parts.units.length === 1 && parts.units[0] === "any" && op !== "ranking"),
    notMet:
      COMPARING.includes(op) &&
      (tags.has("is:notMet") ||
        (["difference", "times"].includes(op) && !tags.has("is:met") && wasMissing(before))),
    wants: readWants(tags, op, reading),
    claims: tags.has("cue:verify") ? reading.numbers.map(({ value }) => value).slice(0, 6) : [],
  };
  const vague = indicators.includes(STANDARD) && unitTypes.length === 0 && !everyType && op !== "source";
  const bare = vague && (query.periods.length === 0 || asksForEverything(parts));
  return bare && (op === "figure" || op === "total" || (!forced && !reading.periods.latest))
    ? { kind: "clarify", query }
    : { kind: "query", query };
}

function wasMissing(before: FigureQuery | undefined): boolean {
  return before !== undefined && (before.notMet || before.operation === "shortfall");
}

const COMPARING: readonly Operation[] = ["difference", "times", "lowest", "highest", "ranking"];

function readWants(tags: ReadonlySet<string>, operation: Operation, reading: Reading): FigureQuery["wants"] {
  if (tags.has("cue:ratio") || tags.has("cue:points")) return "rate";
  if (/(?:nhiều|nhieu|ít|it) (?:nhất|nhat)/u.test(reading.words.join(" "))) return "count";
  return tags.has("cue:quantity") && !["lowest", "highest", "ranking"].includes(operation) ? "count" : "any";
}

/** "so với xã": the unit named before stays one side of a comparison. */
function withOther(
  units: readonly string[],
  before: FigureQuery | undefined,
  operation: Operation,
): readonly string[] {
  const compares = operation === "difference" || operation === "times";
  return compares && units.length === 1 && before?.unitTypes.length === 1
    ? [...new Set([...before.unitTypes, ...units])]
    : units;
}

function inheritOperation(
  parts: Parts,
  before: FigureQuery,
  when: When,
  unitTypes: readonly string[],
): Operation {
  const { operation, tags } = parts;
  const plain = operation === "figure" || (operation === "total" && !parts.concepts.has("assessed"));
  if (!plain) return operation;
  if (tags.has("is:met") || tags.has("cue:ratio")) return "figure";
  const keeps =
    before.operation === "shortfall" || before.operation === "needed" || before.operation === "total";
  const several = when.periods.length > 1 || when.places.length > 1 || unitTypes.length > 1;
  return keeps ? before.operation : before.operation === "difference" && several ? "difference" : "figure";
}

interface When {
  readonly periods: readonly Period[];
  readonly places: readonly Place[];
  readonly paired: boolean;
}

function readWhen(
  { reading, operation }: Parts,
  before: FigureQuery | undefined,
  change: boolean,
  lastPeriods: readonly Period[],
  home: Place,
): When {
  const compares = operation === "difference" || operation === "times";
  const own = reading.periods.hits.map(({ period }) => period);
  const split = compares ? own.flatMap(ends) : own;
  const one = change ? split.toSorted((a, b) => b.start.localeCompare(a.start)).slice(0, 1) : split;
  const namedPlaces = uniquePlaces(reading.places.map(({ place }) => place));
  const alone = compares && before !== undefined;
  const periods =
    one.length === 0
      ? reading.periods.latest || operation === "series"
        ? []
        : lastPeriods
      : alone && one.length === 1 && namedPlaces.length === 0 && before.periods.length === 1
        ? uniquePeriods([...before.periods, ...one])
        : one;
  const places =
    namedPlaces.length === 0
      ? (before?.places ?? [home])
      : namedPlaces.length === 1 && compares && !change && (before !== undefined || split.length < 2)
        ? uniquePlaces([...(before?.places ?? [home]), ...namedPlaces])
        : namedPlaces;
  return {
    periods: periods.slice(0, 8),
    places: places.slice(0, 4),
    paired:
      places.length > 1 &&
      places.length === periods.length &&
      namedPlaces.length === places.length &&
      alternates(reading),
  };
}

/** Two endpoints of "từ 2022 đến 2023" where a comparison is wanted. */
function ends(period: Period): Period[] {
  if (!period.label.startsWith("giai đoạn")) return [period];
  return [period.start, period.end].map((day) => ({
    start: `${day.slice(0, 4)}-01-01`,
    end: `${day.slice(0, 4)}-12-31`,
    label: `năm ${day.slice(0, 4)}`,
  }));
}

function alternates(reading: Reading): boolean {
  const order = [
    ...reading.places.map(({ at }) => ({ at, kind: "place" })),
    ...reading.periodAt.map((at) => ({ at, kind: "period" })),
  ].toSorted((a, b) => a.at - b.at);
  return order.every((item, i) => i === 0 || item.kind !== order[i - 1]?.kind);
}

function uniquePlaces(places: readonly Place[]): Place[] {
  return places.filter((place, i) => places.findIndex((other) => other.area === place.area) === i);
}

function uniquePeriods(periods: readonly Period[]): Period[] {
  return periods.filter((period, i) => periods.findIndex((other) => other.label === period.label) === i);
}

import { displayDate } from "../../../language/dates.ts";
import type { FigureQuery, Operation, Period, Place } from "../figure-query.ts";
import { STANDARD, UNITS } from "../indicators.ts";
import { DISTRICTS, HOME, MERGER, NATION } from "../places.ts";
import { ASSESSED, COMMUNE_LEVEL } from "../units.ts";
import { type Reading, sharesIn } from "./figure-reading.ts";
import type { FigureRequest } from "./figure-request.ts";
import { comparesShares, meansTheSame, pairOf, pointsAt, withoutSome } from "./follow-ups.ts";
import { asksForEverything, type Parts } from "./parts.ts";
import { unique, yearAt, yearPeriod } from "./periods.ts";

interface Question {
  readonly parts: Parts;
  readonly indicators: readonly string[];
  /** True where the message follows up the question before it. */
  readonly followsOn: boolean;
  /** True where it takes no more than the period from that one. */
  readonly standsAlone: boolean;
  readonly forced: boolean;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Makes the query: what the words say, and for the rest what the question before said. */
export function conclude({
  parts,
  indicators,
  followsOn,
  standsAlone,
  forced,
  now,
}: Question): FigureRequest {
  const { reading, tags, operation } = parts;
  const thread = followsOn ? parts.thread : undefined;
  const before = standsAlone ? undefined : thread?.query;
  const about = indicators.map((id) => reading.indicators.get(id));
  const change = about.some(({ kind }) => kind === "change");
  const home = about.length > 0 && about.every(({ nationOnly }) => nationOnly) ? NATION : HOME;
  const pair = pairOf(parts, before, thread?.prior);
  const left = withoutSome(parts, before);
  const when = pair ?? readWhen(parts, before, change, thread?.query.periods ?? [], home);
  const units = parts.units.filter((unit) => unit !== "any");
  const same = meansTheSame(parts, before);
  const everyType =
    !same && (parts.units.includes("any") || ["lowest", "highest", "ranking"].includes(operation));
  const unitTypes =
    left ??
    pair?.unitTypes ??
    (units.length > 0
      ? withOther(units, before, operation, tags.has("op:add"))
      : everyType
        ? []
        : same && pointsAt(parts) && parts.thread?.singled !== undefined
          ? [parts.thread.singled]
          : withEarlier(parts, before, thread?.earlier ?? []));
  const sides = readSides(reading, operation);
  const eachDistrict = parts.eachDistrict && indicators[0] === UNITS;
  const op =
    eachDistrict && operation !== "lowest" && operation !== "highest"
      ? "ranking"
      : before !== undefined
        ? inheritOperation(parts, before, when, unitTypes)
        : change && operation === "difference"
          ? "figure"
          : operation;
  const grouped = reading.tags.some((tag) => tag.tag === "unit:communeLevel" || tag.tag === "unit:all");
  const query: FigureQuery = {
    operation: op,
    indicators: [...indicators].slice(0, 8),
    unitTypes: [...(sides?.one ?? unitTypes)],
    ...(sides !== undefined && { versus: [...sides.whole] }),
    periods: [...withNow(when.periods, indicators, op, now)],
    places: eachDistrict ? [...DISTRICTS] : [...when.places],
    paired: when.paired,
    together:
      left !== undefined ||
      tags.has("op:sum") ||
      tags.has("op:add") ||
      (grouped && !tags.has("op:each")) ||
      (!same && parts.units.length === 1 && parts.units[0] === "any" && op !== "ranking"),
    notMet:
      COMPARING.includes(op) &&
      (tags.has("is:notMet") ||
        (["difference", "times"].includes(op) && !tags.has("is:met") && wasMissing(before))),
    ...goalOf(op, reading, before),
    ...supposed(reading, op),
    wants: comparesShares(parts, op, before) ? "rate" : readWants(tags, op, reading),
    claims: tags.has("cue:verify") ? reading.numbers.map(({ value }) => value).slice(0, 6) : [],
  };
  const vague = indicators.includes(STANDARD) && unitTypes.length === 0 && !everyType && op !== "source";
  const bare = vague && (query.periods.length === 0 || asksForEverything(parts));
  return bare && (op === "figure" || op === "total" || (!forced && !reading.periods.latest))
    ? { kind: "clarify", query }
    : { kind: "query", query };
}

/** "khu dân cư so với cả bảy loại": some types on one side, a whole group on the other. */
function readSides(
  { tags }: Reading,
  operation: Operation,
): { one: readonly string[]; whole: readonly string[] } | undefined {
  if (operation !== "difference" && operation !== "times") return undefined;
  const named = new Set(tags.filter(({ tag }) => tag.startsWith("unit:")).map(({ tag }) => tag.slice(5)));
  const overall = tags.some(({ tag }) => tag === "cue:overall");
  const whole =
    named.has("all") || (overall && !named.has("communeLevel"))
      ? ASSESSED
      : named.has("communeLevel")
        ? COMMUNE_LEVEL
        : undefined;
  const one = [...named].filter((unit) => (ASSESSED as readonly string[]).includes(unit));
  return whole === undefined || one.length === 0 ? undefined : { one, whole };
}

/** "để đạt 98%": the share aimed at; a follow-up keeps the one before. */
function goalOf(operation: Operation, reading: Reading, before: FigureQuery | undefined): { goal?: string } {
  if (operation !== "needed") return {};
  const goal = sharesIn(reading).find((value) => Number(value) > 0 && Number(value) <= 100);
  if (goal !== undefined) return Number(goal) === 100 ? {} : { goal };
  return before?.operation === "needed" && before.goal !== undefined ? { goal: before.goal } : {};
}

/** "nếu thêm 5 xã nữa đạt", "thêm 1 phường thì tỷ lệ là mấy": how many more are supposed. */
function supposed({ tags, numbers, words }: Reading, operation: Operation): { suppose?: string } {
  if (operation === "needed") return {};
  const said = tags.find(({ tag }) => tag === "cue:suppose")?.end;
  const added = words.findIndex(
    (word, i) => /^(?:thêm|them)$/u.test(word) && /^\d+$/u.test(words[i + 1] ?? ""),
  );
  const asksShare =
    words.some((word) => /^(?:thì|thi)$/u.test(word)) && tags.some(({ tag }) => tag === "cue:ratio");
  const from = said ?? (added >= 0 && asksShare ? added + 1 : undefined);
  const more = from === undefined ? undefined : numbers.find(({ at }) => at >= from && at <= from + 1);
  return more === undefined || !/^\d{1,5}$/u.test(more.value) ? {} : { suppose: more.value };
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

/** "cộng lại" with nothing named means what was asked one after another. */
function withEarlier(
  { operation }: Parts,
  before: FigureQuery | undefined,
  earlier: readonly string[],
): readonly string[] {
  const last = before?.unitTypes ?? [];
  return operation === "sum" ? [...new Set([...earlier, ...last])] : last;
}

/** How many units there are is compared with today where one period is named. */
function withNow(
  periods: readonly Period[],
  indicators: readonly string[],
  operation: Operation,
  now: number,
): readonly Period[] {
  const one = operation === "difference" && indicators[0] === UNITS && periods.length === 1;
  const today = { start: MERGER, end: yearPeriod(yearAt(now)).end, label: `từ ${displayDate(MERGER)}` };
  return one && (periods[0]?.end ?? "") < MERGER ? [...periods, today] : periods;
}

/** "so với xã": the unit named before stays one side of a comparison; "cộng cả thị trấn" adds to it. */
function withOther(
  units: readonly string[],
  before: FigureQuery | undefined,
  operation: Operation,
  adds: boolean,
): readonly string[] {
  const compares = operation === "difference" || operation === "times";
  if (adds && before !== undefined && before.unitTypes.length > 0)
    return [...new Set([...before.unitTypes, ...units])];
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
  if (before.operation === "needed" && sharesIn(parts.reading).length > 0) return "needed";
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
  { reading, operation, tags }: Parts,
  before: FigureQuery | undefined,
  change: boolean,
  lastPeriods: readonly Period[],
  home: Place,
): When {
  const compares = operation === "difference" || operation === "times";
  const overall = tags.has("cue:overall");
  const own = reading.periods.hits.map(({ period }) => period);
  const split = compares && own.length === 1 ? own.flatMap(ends) : own;
  const one = change ? split.toSorted((a, b) => b.start.localeCompare(a.start)).slice(0, 1) : split;
  const namedPlaces = unique(
    reading.places.map(({ place }) => place),
    ({ area }) => area,
  );
  const apart = compares && before === undefined ? homeAndOther(reading, split, home) : undefined;
  if (apart !== undefined) return apart;
  const alone = compares && before !== undefined;
  const periods =
    one.length === 0
      ? reading.periods.latest || operation === "series"
        ? []
        : lastPeriods
      : alone && one.length === 1 && namedPlaces.length === 0 && before.periods.length === 1
        ? unique([...before.periods, ...one], ({ label }) => label)
        : one;
  const places =
    namedPlaces.length === 0
      ? (before?.places ?? [home])
      : namedPlaces.length === 1 &&
          compares &&
          !change &&
          !overall &&
          setsAgainst(reading) &&
          (before !== undefined || split.length < 2)
        ? unique([...(before?.places ?? [home]), ...namedPlaces], ({ area }) => area)
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

/** "năm 2022 so với Quảng Trị 2023": the first year is the home province's own. */
function homeAndOther(reading: Reading, periods: readonly Period[], home: Place): When | undefined {
  const [other] = reading.places;
  const [first = -1, second = -1] = reading.periodAt;
  if (other === undefined || reading.places.length !== 1 || periods.length !== 2) return undefined;
  const versus = reading.tags.some(
    ({ tag, at }) => (tag === "op:difference" || tag === "cue:versus") && at >= first && at < other.at,
  );
  return versus && first <= other.at && other.at <= second
    ? { periods, places: [home, other.place], paired: true }
    : undefined;
}

/** "so với", "hơn", "chênh": two things are set against each other; "giảm mấy phần trăm" alone speaks of time. */
function setsAgainst({ tags, words }: Reading): boolean {
  return tags.some(
    ({ tag, at }) =>
      tag === "op:times" ||
      tag === "cue:versus" ||
      (tag === "op:difference" && !/^(?:tăng|giảm|tang|giam)$/u.test(words[at] ?? "")),
  );
}

/** Two endpoints of "từ 2022 đến 2023" where a comparison is wanted. */
function ends(period: Period): Period[] {
  if (!period.label.startsWith("giai đoạn")) return [period];
  return [period.start, period.end].map((day) => yearPeriod(Number(day.slice(0, 4))));
}

function alternates(reading: Reading): boolean {
  const order = [
    ...reading.places.map(({ at }) => ({ at, kind: "place" })),
    ...reading.periodAt.map((at) => ({ at, kind: "period" })),
  ].toSorted((a, b) => a.at - b.at);
  return order.every((item, i) => i === 0 || item.kind !== order[i - 1]?.kind);
}

import { displayDate } from "../../../language/dates.ts";
import { compares, type FigureQuery, type Operation, type Period, ranks } from "../figure-query.ts";
import { STANDARD, UNITS } from "../indicators.ts";
import { DISTRICTS, HOME, MERGER, NATION } from "../places.ts";
import { ASSESSED, COMMUNE_LEVEL } from "../units.ts";
import { type Reading, sharesIn } from "./figure-reading.ts";
import type { FigureRequest } from "./figure-request.ts";
import { comparesShares, meansTheSame, pairOf, pointsAt, withoutSome } from "./follow-ups.ts";
import { asksForEverything, type Parts } from "./parts.ts";
import { yearAt, yearPeriod } from "./periods.ts";
import { readWhen, type When } from "./when.ts";

interface Question {
  readonly parts: Parts;
  readonly indicators: readonly string[];
  /** True where the message is a follow-up question. */
  readonly followsOn: boolean;
  /** True where it takes only the period from the question before. */
  readonly standsAlone: boolean;
  readonly forced: boolean;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Makes the query from the words; what they don't say comes from the question before. */
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
  const everyType = !same && (parts.units.includes("any") || ranks(operation));
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
      (compares(op) || ranks(op)) &&
      (tags.has("is:notMet") || (compares(op) && !tags.has("is:met") && wasMissing(before))),
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
  if (!compares(operation)) return undefined;
  const named = new Set(tags.filter(({ tag }) => tag.startsWith("unit:")).map(({ tag }) => tag.slice(5)));
  const overall = tags.some(({ tag }) => tag === "cue:overall");
  const whole =
    named.has("all") || (overall && !named.has("communeLevel"))
      ? ASSESSED
      : named.has("communeLevel")
        ? COMMUNE_LEVEL
        : undefined;
  const one = [...named].filter((unit) => ASSESSED.includes(unit));
  return whole === undefined || one.length === 0 ? undefined : { one, whole };
}

/** "để đạt 98%": the target share; a follow-up keeps the previous one. */
function goalOf(operation: Operation, reading: Reading, before: FigureQuery | undefined): { goal?: string } {
  if (operation !== "needed") return {};
  const goal = sharesIn(reading).find((value) => Number(value) > 0 && Number(value) <= 100);
  if (goal !== undefined) return Number(goal) === 100 ? {} : { goal };
  return before?.operation === "needed" && before.goal !== undefined ? { goal: before.goal } : {};
}

/** "nếu thêm 5 xã nữa đạt", "thêm 1 phường thì tỷ lệ là mấy": how many more are assumed. */
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

function readWants(tags: ReadonlySet<string>, operation: Operation, reading: Reading): FigureQuery["wants"] {
  if (tags.has("cue:ratio") || tags.has("cue:points")) return "rate";
  if (/(?:nhiều|nhieu|ít|it) (?:nhất|nhat)/u.test(reading.words.join(" "))) return "count";
  return tags.has("cue:quantity") && !ranks(operation) ? "count" : "any";
}

/** "cộng lại" without a name means all that was asked one after another. */
function withEarlier(
  { operation }: Parts,
  before: FigureQuery | undefined,
  earlier: readonly string[],
): readonly string[] {
  const last = before?.unitTypes ?? [];
  return operation === "sum" ? [...new Set([...earlier, ...last])] : last;
}

/** The number of units is compared with today's where one period is named. */
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
  if (adds && before !== undefined && before.unitTypes.length > 0)
    return [...new Set([...before.unitTypes, ...units])];
  return compares(operation) && units.length === 1 && before?.unitTypes.length === 1
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

import { displayDate } from "../../../language/dates.ts";
import {
  compares,
  type FigureQuery,
  type Operation,
  type Period,
  type Place,
  ranks,
} from "../figure-query.ts";
import { indicatorOf, STANDARD, UNITS } from "../indicators.ts";
import { DISTRICTS, HOME, MERGER, MERGER_EVE, NATION } from "../places.ts";
import { ASSESSED, COMMUNE_LEVEL } from "../units.ts";
import { putsForward, readClaims, roleBefore } from "./claims.ts";
import { sharesIn } from "./figure-reading.ts";
import type { FigureRequest } from "./figure-request.ts";
import { comparesShares, meansTheSame, pointsAt, pointsBack, withoutSome } from "./follow-ups.ts";
import { addsMore, countsOne, shareOfPlaces, withBefore } from "./goes-with.ts";
import { isLeftOut, isLittle } from "./named-spans.ts";
import { asksForEverything, type Parts } from "./parts.ts";
import { yearAt, yearPeriod } from "./periods.ts";
import { isPointedAt } from "./pointed-at.ts";
import { alsoMeant } from "./related-indicators.ts";
import { readRounding } from "./rounding.ts";
import { addsUp } from "./side-by-side.ts";
import { claimedOrder, readSides } from "./sides-said.ts";
import { supposed, supposesAll } from "./supposition.ts";
import {
  asksWhoFailed,
  fellMost,
  goalCountOf,
  goalOf,
  isBoundWord,
  perOf,
  readWants,
  standsAtEnd,
  wasMissing,
} from "./wanted-part.ts";
import { readWhen, type When } from "./when.ts";

interface Question {
  readonly parts: Parts;
  readonly indicators: readonly string[];
  /** True where the message is a follow-up question. */
  readonly followsOn: boolean;
  /** True where it takes only the period from the question before. */
  readonly standsAlone: boolean;
  /** True where every commune is compared with the others. */
  readonly eachCommune: boolean;
  readonly forced: boolean;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Makes the query from the words; what they don't say comes from the question before. */
export function conclude({
  parts,
  indicators: named,
  followsOn,
  standsAlone,
  eachCommune,
  forced,
  now,
}: Question): FigureRequest {
  const { reading, tags, operation, choice } = parts;
  const thread = followsOn ? parts.thread : undefined;
  const before = standsAlone ? undefined : thread?.query;
  const together = before === undefined ? undefined : parts.together;
  const indicators = together === undefined ? named : alsoMeant(together.indicators, parts);
  const about = indicators.map((id) => reading.indicators.get(id));
  const change = about.some(({ kind }) => kind === "change");
  const home =
    about.length > 0 && about.every(({ nationOnly }) => nationOnly) ? NATION : placeBefore(parts, thread);
  const left = withoutSome(parts, before);
  // "thêm mấy nữa mới bằng cơ quan"
  const like = reading.tags.find(
    ({ tag, at }) =>
      tag.startsWith("unit:") && /^(?:bằng|bang|kịp|kip|ngang)$/u.test(reading.words[at - 1] ?? ""),
  );
  if (operation === "needed" && like !== undefined && parts.units.length > 1)
    return { kind: "unclear", words: [reading.words.slice(like.at - 1, like.end).join(" ")] };
  const inVain =
    left === undefined && reading.tags.some((tag) => tag.tag === "unit:any" && isLeftOut(reading, tag));
  if (inVain) return { kind: "unclear", words: [reading.words.join(" ")] };
  const read = together ?? readWhen(parts, before, change, thread?.query.periods ?? [], home);
  const ofPlaces = shareOfPlaces(parts, before);
  const when =
    ofPlaces === undefined
      ? withBefore(read, before, indicators, parts)
      : { ...read, places: ofPlaces, periods: before?.periods ?? [], paired: false };
  const adds = addsMore(reading, before);
  const single = reading.tags.flatMap(({ tag }) => (ASSESSED.includes(tag.slice(5)) ? [tag.slice(5)] : []));
  // "phường đứng thứ mấy trong bảy loại"
  const isRanked = choice?.rank === true && single.length > 0;
  const units = isRanked ? single : parts.units.filter((unit) => unit !== "any");
  const same = meansTheSame(parts, before);
  // "xếp từ thấp đến cao" after several types: these.
  const ofThese = parts.units.length === 0 && (before?.unitTypes.length ?? 0) > 1;
  const everyType = !same && !ofThese && (parts.units.includes("any") || ranks(operation));
  // "bỏ mấy loại dưới 80% ra" after some were told: of these.
  const supposes = supposed(reading, operation, thread?.query);
  const full = supposesAll(reading, thread?.query);
  const unitTypes =
    full?.whole ??
    (supposes.suppose !== undefined && tags.has("cue:overall") ? [...ASSESSED] : undefined) ??
    left ??
    (units.length === 0 && meansThose(parts) ? thread?.singled : undefined) ??
    together?.unitTypes ??
    (units.length > 0
      ? withOther(units, before, parts, tags.has("op:add") || adds)
      : everyType
        ? before !== undefined &&
          (pointsBack(parts, before) || (choice !== undefined && ranks(before.operation)))
          ? before.unitTypes
          : []
        : same &&
            (pointsAt(parts) || parts.thread?.singled?.length === 1) &&
            parts.thread?.singled !== undefined
          ? parts.thread.singled
          : (before?.unitTypes ?? []));
  const sides = readSides(reading, operation, before);
  const order = claimedOrder(reading, operation, sides?.isReversed === true);
  const eachDistrict = parts.eachDistrict && indicators[0] === UNITS;
  // "mấy khu dân cư chưa đạt, mấy tập thể được khen": those that failed are told beside the rest.
  const besides = operation === "shortfall" && indicators.length > 1 && indicators.includes(STANDARD);
  // "2023 còn thiếu mấy mới bằng 2022": how far one is from the other.
  const isUpTo =
    (operation === "needed" || operation === "shortfall") &&
    when.periods.length === 2 &&
    sharesIn(reading).length === 0 &&
    !about.some(({ byUnit }) => byUnit) &&
    reading.words.some((word) => /^(?:bằng|bang|kịp|kip|ngang|đủ|du)$/u.test(word));
  // "thêm mấy mô hình mới": how many came, where there is no whole that any could be missing from.
  const isMore =
    operation === "needed" &&
    !isUpTo &&
    about.every(({ byUnit, outOf, kind }) => !byUnit && outOf === undefined && kind === undefined) &&
    sharesIn(reading).length === 0 &&
    reading.tags.some(
      ({ tag, at }) => tag === "op:needed" && /^(?:thêm|them)$/u.test(reading.words[at] ?? ""),
    );
  // "chèn thêm số chưa đạt vào cạnh": another column of what was told.
  const isColumn =
    tags.has("is:notMet") &&
    /^(?:chèn|chen|thêm|them|kèm|kem|ghi|bổ|bo) /u.test(`${reading.words.join(" ")} `);
  const column =
    isColumn && parts.units.length === 0 && (before?.unitTypes.length ?? 0) > 1 ? before : undefined;
  const asked =
    column !== undefined
      ? column.operation
      : besides || isMore
        ? "figure"
        : operationOf({ parts, indicators, before, together, when, unitTypes, adds });
  const op = isUpTo || (isMore && when.periods.length === 2) ? "difference" : asked;
  const goal = goalOf(op, reading, before);
  const countsUnits = about.some(({ byUnit, group }) => byUnit === true || group !== undefined);
  const isOne = [indicators, unitTypes, when.periods, when.places].every(({ length }) => length < 2);
  const falls = op === "highest" && when.periods.length === 2 && fellMost(reading);
  const grouped = reading.tags.some((tag) => tag.tag === "unit:communeLevel" || tag.tag === "unit:all");
  const query: FigureQuery = {
    // "mấy vụ, tổng bao nhiêu tiền": the sum of one thing is its number.
    operation: falls ? "lowest" : op === "sum" && isOne && !countsUnits ? "figure" : op,
    indicators: [...indicators].slice(0, 8),
    unitTypes: eachCommune ? ["residentialArea"] : wholeLevel([...(sides?.one ?? unitTypes)], indicators),
    ...(eachCommune && { each: "commune" as const }),
    ...(sides !== undefined && { versus: [...sides.whole] }),
    // The districts ended: of each its last number is meant, whatever period was spoken of.
    periods:
      eachDistrict && reading.periods.hits.length === 0
        ? []
        : [...withNow(when, indicators, op, now, reading)],
    places: eachDistrict
      ? [...DISTRICTS]
      : op === "names" && indicators.includes(STANDARD)
        ? [HOME]
        : [...when.places],
    paired: when.paired,
    together:
      left !== undefined ||
      full !== undefined ||
      tags.has("op:sum") ||
      tags.has("op:add") ||
      (when.places.length > 1 && addsUp(reading)) ||
      adds ||
      (grouped && !tags.has("op:each")) ||
      // "tỷ lệ mấy phần trăm" after several added up: of them together.
      (before?.together === true && parts.units.length === 0 && !tags.has("op:each") && !ranks(op)) ||
      (!same && parts.units.length === 1 && parts.units[0] === "any" && op !== "ranking"),
    notMet:
      !isUpTo &&
      column === undefined &&
      (compares(op) || ranks(op)) &&
      ((tags.has("is:notMet") && !isBoundWord(reading) && !standsAtEnd(reading)) ||
        ((choice?.of === "count" || compares(op) || tags.has("op:highest") || tags.has("op:lowest")) &&
          asksWhoFailed(reading)) ||
        (compares(op) && !tags.has("is:met") && wasMissing(before))),
    ...((ranks(op) || choice !== undefined) &&
      parts.concepts.has("assessed") &&
      !tags.has("is:met") &&
      !tags.has("is:notMet") && { ofAssessed: true }),
    ...(choice !== undefined && { choice }),
    ...(left !== undefined && { rest: true }),
    ...((parts.ofSum || ofPlaces !== undefined) && { ofSum: true }),
    ...((besides || column !== undefined || (tags.has("is:met") && tags.has("is:notMet"))) && {
      missingToo: true,
    }),
    ...readRounding(reading),
    ...goal,
    ...goalCountOf(op, reading),
    ...order,
    ...(op === "needed" ? {} : supposes),
    ...(full !== undefined && { supposeAll: full.of }),
    ...perOf(reading, op),
    wants:
      comparesShares(parts, op, before) || (sides !== undefined && tags.has("cue:overall"))
        ? "rate"
        : readWants(tags, op, reading, before),
    claims: putsForward(reading, choice)
      ? readClaims(reading, indicators, roleBefore(thread?.query)).filter(({ value }) => value !== goal.goal)
      : [],
  };
  const vague = indicators.includes(STANDARD) && unitTypes.length === 0 && !everyType && op !== "source";
  const bare = vague && (query.periods.length === 0 || asksForEverything(parts));
  return bare && (op === "figure" || op === "total" || (!forced && !reading.periods.latest))
    ? { kind: "clarify", query }
    : { kind: "query", query };
}

/** "mấy loại đó cộng lại", "mỗi loại còn thiếu mấy", "trong đó loại nào thấp nhất", "bỏ mấy loại dưới 80% ra" after an answer that named some of all. */
const meansThose = ({ reading, thread, choice }: Parts): boolean =>
  (thread?.singled?.length ?? 0) > 1 &&
  reading.periods.hits.length === 0 &&
  (choice?.out === true ||
    reading.tags.some((tag) => tag.tag === "unit:any" && isPointedAt(reading, tag)) ||
    /(?:^| )(?:mỗi|moi|từng|tung|trong (?:đó|do))(?: |$)/u.test(reading.words.join(" ")));

/** "chết mấy người" after another province's accidents: with the period before goes its place. */
function placeBefore({ reading }: Parts, thread: Parts["thread"]): Place {
  const [only, ...others] = thread?.query.places ?? [];
  return only === undefined || others.length > 0 || reading.periods.hits.length > 0 ? HOME : only;
}

/** "bao nhiêu xã, phường": where units are counted, those of the commune level, which had townships as well. */
const wholeLevel = (unitTypes: string[], [first]: readonly string[]): string[] =>
  first === UNITS && unitTypes.join() === "commune,ward" ? [...COMMUNE_LEVEL] : unitTypes;

/** The number of units is compared with today's, or with the last before the merger, where only one side is named. */
function withNow(
  { periods, places }: Pick<When, "periods" | "places">,
  indicators: readonly string[],
  operation: Operation,
  now: number,
  { periods: { latest: saysNow, hits } }: Parts["reading"],
): readonly Period[] {
  const today = { start: MERGER, end: yearPeriod(yearAt(now)).end, label: `từ ${displayDate(MERGER)}` };
  const eve = {
    start: yearPeriod(Number(MERGER_EVE.slice(0, 4)) - 1).start,
    end: MERGER_EVE,
    label: `trước ${displayDate(MERGER)}`,
  };
  const [first = ""] = indicators;
  if (saysNow && periods.length === 0 && first !== STANDARD && indicatorOf(first).byUnit) return [today];
  // Of several places it is they that are compared.
  if (indicators[0] !== UNITS || places.length > 1) return periods;
  if (periods.length === 0) return saysNow ? [today] : periods;
  const isBefore = periods.every(({ end }) => end < MERGER);
  // "giảm mấy so với 2022" after "trước đó": that was a look back from today.
  const others = periods.filter(({ end }) => end !== MERGER_EVE);
  if (operation === "difference" && isBefore && hits.length === 1 && others.length === 1)
    return [...others, today];
  if (isBefore && periods.length === 1 && (operation === "difference" || saysNow)) return [...periods, today];
  return operation === "difference" && periods.every(({ start }) => start >= MERGER) ? [eve, today] : periods;
}

/**
 * "so với xã": the unit named before stays one side of a comparison, unless "so với năm 2022" names the other; "cộng cả thị
 * trấn" adds to it.
 */
function withOther(
  units: readonly string[],
  before: FigureQuery | undefined,
  { operation, reading }: Parts,
  adds: boolean,
): readonly string[] {
  if (adds && before !== undefined && before.unitTypes.length > 0)
    return [...new Set([...before.unitTypes, ...units])];
  const isOverTime = reading.periods.hits.length > 0;
  return compares(operation) && !isOverTime && units.length === 1 && before?.unitTypes.length === 1
    ? [...new Set([...before.unitTypes, ...units])]
    : units;
}

interface Told extends Pick<Question, "parts" | "indicators"> {
  readonly before: FigureQuery | undefined;
  readonly together: Parts["together"];
  readonly when: When;
  readonly unitTypes: readonly string[];
  readonly adds: boolean;
}

/** What is to be done with the numbers. */
function operationOf(told: Told): Operation {
  const { parts, indicators, before, together, adds } = told;
  const { reading, operation } = parts;
  const kinds = indicators.map((id) => reading.indicators.get(id).kind);
  // Targets and shares have no names.
  if (operation === "names" && kinds.length > 0 && !kinds.includes(undefined)) return "figure";
  const isOfAll = ["lowest", "highest", "average", "sum"].includes(operation);
  if (parts.eachDistrict && indicators[0] === UNITS && !isOfAll) return "ranking";
  const isPlain = operation === "figure" || operation === "total";
  const isNamed = together !== undefined || indicators.join() !== before?.indicators.join();
  if (indicators.length > 1 && isNamed && isPlain && (adds || addsUp(reading))) return "sum";
  if (before === undefined)
    return operation === "difference" && kinds.includes("change") ? "figure" : operation;
  return adds && before.operation === "sum" ? "sum" : inheritOperation(told, before);
}

function inheritOperation({ parts, when, unitTypes, indicators }: Told, before: FigureQuery): Operation {
  const { operation, tags } = parts;
  const isSum = ["op:sum", "cue:ratio", "cue:overall", "cue:quantity"].some((tag) => tags.has(tag));
  if (tags.has("op:except") && ranks(before.operation) && !isSum) return before.operation;
  if (operation === "sum" && before.operation === "needed") return "needed";
  // "cộng lại" after those that failed adds these up.
  if (operation === "sum" && wasMissing(before) && !tags.has("is:met") && !tags.has("cue:ratio"))
    return "shortfall";
  const plain = operation === "figure" || (operation === "total" && !parts.concepts.has("assessed"));
  if (!plain) return operation;
  if (before.operation === "needed" && sharesIn(parts.reading).length > 0) return "needed";
  // "3 loại đó" after what one of them is short of: they are told.
  if (before.operation === "needed" && parts.together !== undefined) return "figure";
  if (tags.has("is:met") || tags.has("cue:ratio")) return "figure";
  // "61 xã đúng không" after a comparison: a number of one period.
  if (tags.has("cue:verify") || countsOne(parts, before)) return "figure";
  // "thành phố thì mấy cuộc" after an average: how many, and no average of them.
  const next = parts.reading.tags.find(({ tag }) => tag === "cue:quantity")?.end ?? Number.POSITIVE_INFINITY;
  if (before.operation === "average" && parts.reading.words.slice(next).some((word) => !isLittle(word)))
    return "figure";
  const keeps = ["shortfall", "needed", "total", "average"].includes(before.operation);
  if (before.operation === "times" && indicators.length > 1) return "times";
  // "chỉ tiêu khác là bao nhiêu" after a comparison: a number, not how far another thing is from anything.
  if (tags.has("cue:quantity") && indicators.every((id) => !before.indicators.includes(id))) return "figure";
  const several = when.periods.length > 1 || when.places.length > 1 || unitTypes.length > 1;
  return keeps ? before.operation : before.operation === "difference" && several ? "difference" : "figure";
}

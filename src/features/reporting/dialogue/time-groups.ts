import { DAY, HOUR } from "../../../platform/time.ts";
import { daysAgo, hoursOf, type Range } from "./calendar.ts";
import { inPart, isNight } from "./clock.ts";
import type { TimeItem } from "./time-items.ts";
import { TIME } from "./time-words.ts";
import type { TypedWord } from "./typed-words.ts";

/** Times that stand together: "khoảng 9h", "tối", "hôm qua". */
export type Group = readonly TimeItem[];

/** What a group says. `range` is missing where the words name a time whose date isn't known. */
export interface Said {
  readonly range?: Range;
  /** How much it tells; the group that tells most is when it happened. */
  readonly weight: number;
}

/** The weights: an hour of a day tells more than a day, a day more than a week. */
const WEIGHTS = {
  fromTo: 9,
  dayAndHour: 8,
  dayAndPart: 7,
  day: 6,
  span: 5,
  lunar: 5,
  vague: 5,
  recent: 5,
  habit: 4,
  hour: 3,
  now: 2,
  part: 1,
} as const;

/** At most so many words, all of them fillers, between two times of one group. */
const GAP = 2;

/** Items in the groups they form. */
export function groupsOf(typed: readonly TypedWord[], items: readonly TimeItem[]): readonly Group[] {
  const groups: TimeItem[][] = [];
  for (const item of items) {
    const last = groups.at(-1)?.at(-1);
    if (last !== undefined && areTogether(typed, last.end, item.start)) groups.at(-1)?.push(item);
    else groups.push([item]);
  }
  return groups;
}

function areTogether(typed: readonly TypedWord[], from: number, to: number): boolean {
  if (to - from > GAP) return false;
  for (let at = from; at < to; at++) {
    const isSign = /^[,-–(]$/.test(typed[at]?.typed ?? "");
    if (!isSign && TIME.fillers.lengthAt(typed, at) === 0) return false;
  }
  return true;
}

type Kind = TimeItem["kind"];
type Of<K extends Kind> = Extract<TimeItem, { kind: K }>;

function first<K extends Kind>(group: Group, ...kinds: readonly K[]): Of<K> | undefined {
  return group.find((item): item is Of<K> => (kinds as readonly Kind[]).includes(item.kind));
}

/**
 * What a group means; null where it says nothing of the past.
 * @param all every word of the text
 */
export function meaningOf(group: Group, all: readonly TypedWord[], now: number): Said | null {
  if (first(group, "future") !== undefined) return null;
  const fromTo = rangeOf(group, all, now);
  if (fromTo !== null) return fromTo.from <= now ? { range: fromTo, weight: WEIGHTS.fromTo } : null;
  const exact = exactly(group, all, now);
  if (exact !== null) return exact;
  for (const kind of ["lunar", "vague", "habit"] as const)
    if (first(group, kind) !== undefined) return { weight: WEIGHTS[kind] };
  if (first(group, "now") === undefined) return null;
  return { range: { from: now - HOUR / 4, to: now }, weight: WEIGHTS.now };
}

/** A day, an hour, a part of the day or what they make together. */
function exactly(group: Group, all: readonly TypedWord[], now: number): Said | null {
  const isUnsure = first(group, "lunar", "vague", "habit") !== undefined;
  const day = first(group, "day");
  if (day === undefined) {
    const told = first(group, "moment", "span")?.of(now);
    if (told !== undefined)
      return told === null || told.from > now ? null : { range: told, weight: WEIGHTS.span };
    if (isUnsure) return null;
  }
  const range = day === undefined ? undefined : day.of(now);
  if (range === null) return null;
  const clock = first(group, "clock");
  const part = partOf(group, all);
  if (clock !== undefined && isHour(clock, group, all)) {
    const hours = hoursIn(range ?? daysAgo(now, 0), clock, part?.part.name, now);
    const weight = range === undefined ? WEIGHTS.hour : WEIGHTS.dayAndHour;
    if (hours.from <= now) return { range: hours, weight };
    return range === undefined ? { range: back(hours), weight } : null;
  }
  if (part !== undefined) {
    const { from, to } = part.part;
    const hours = hoursOf(range ?? daysAgo(now, 0), from, to);
    const weight = range === undefined ? WEIGHTS.part : WEIGHTS.dayAndPart;
    if (hours.from <= now) return { range: hours, weight };
    return range === undefined ? { range: back(hours), weight } : null;
  }
  return range === undefined || range.from > now ? null : { range, weight: WEIGHTS.day };
}

const back = ({ from, to }: Range): Range => ({ from: from - DAY, to: to - DAY });

/** "9 rưỡi" and "8g" are hours only beside a part of the day, a day, or behind a word such as "lúc". */
function isHour({ clock, start }: Of<"clock">, group: Group, all: readonly TypedWord[]): boolean {
  const isAll = start === 0 && group.at(-1)?.end === all.length;
  return (
    !clock.isWeak ||
    isAll ||
    first(group, "day", "from", "to") !== undefined ||
    TIME.leads.endsBefore(all, start) ||
    (first(group, "part") !== undefined && TIME.notAfterNumber.lengthAt(all, start + 1) === 0 && clock.length > 1)
  );
}

/** A part of the day. A word that is often another ("tối" and "tôi") needs company. */
function partOf(group: Group, all: readonly TypedWord[]): Of<"part"> | undefined {
  const part = first(group, "part");
  if (part === undefined) return undefined;
  const isAll = part.start === 0 && part.end === all.length;
  const isKnown =
    part.part.isPlain ||
    isAll ||
    first(group, "day", "clock", "from", "to") !== undefined ||
    TIME.leads.endsBefore(all, part.start);
  return isKnown ? part : undefined;
}

/** The hours of a clock on a day: "đêm qua lúc 1 giờ" is on the next morning. */
function hoursIn(day: Range, { clock }: Of<"clock">, part: string | undefined, now: number): Range {
  const hour = inPart(clock.hour, part);
  const until = inPart(clock.until ?? clock.hour, part);
  const later = until < hour ? until + 24 : until;
  const isNextMorning = part !== undefined && isNight(part) && hour < 6;
  const hours = hoursOf(day, hour, later);
  const next = { from: hours.from + DAY, to: hours.to + DAY };
  return isNextMorning && next.from <= now ? next : hours;
}

/** "từ 8h đến 10h tối qua", "từ hôm 12 tới giờ", "20/11 đến 23/11"; null where there is no such span. */
function rangeOf(group: Group, all: readonly TypedWord[], now: number): Range | null {
  const fromAt = group.findIndex(({ kind }) => kind === "from");
  const toAt = group.findIndex(({ kind }, i) => i > fromAt && kind === "to");
  const nowAt = group.findIndex(({ kind }, i) => i > fromAt && kind === "tillNow");
  if (fromAt < 0 && toAt <= 0) return null;
  const end = [toAt, nowAt].filter((at) => at > fromAt).sort((a, b) => a - b)[0] ?? group.length;
  const left = group.slice(fromAt + 1, end);
  if (left.length === 0) return null;
  if (toAt < 0 || nowAt === end) {
    const since = exactly([...group.slice(fromAt, fromAt + 1), ...left], all, now)?.range;
    return since === undefined || first(left, "moment", "clock") === left[0] ? (since ?? null) : { from: since.from, to: now };
  }
  const right = group.slice(toAt + 1);
  return right.length === 0 ? null : between(left, right, all, now);
}

/** What one end leaves out, the other one has said: the day, and the part of the day. */
function between(left: Group, right: Group, all: readonly TypedWord[], now: number): Range | null {
  const day = first(right, "day") ?? first(left, "day");
  const withDay = (group: Group): Group =>
    first(group, "day", "span", "moment") === undefined && day !== undefined ? [...group, day] : group;
  const part = first(right, "part");
  const withPart =
    part !== undefined && first(left, "part") === undefined && first(left, "clock") !== undefined
      ? [...left, part]
      : left;
  const from = exactly(withDay(withPart), all, now)?.range;
  const to = exactly(withDay(right), all, now)?.range ?? null;
  if (from === undefined) return null;
  if (to === null) return from;
  const last = to.to < from.from ? to.to + DAY : to.to;
  return { from: from.from, to: Math.min(last, now) };
}

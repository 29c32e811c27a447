import { DAY } from "../../../../platform/time.ts";
import type { TypedWord } from "../typed-words.ts";
import { daysAgo, hoursOf, type Range } from "./calendar.ts";
import { inPart, isLate } from "./clock.ts";
import { first, type Group, type Of } from "./groups.ts";
import { TIME } from "./time-words.ts";

/** What a group says. `range` is missing where the words name a time whose date isn't known. */
export interface Said {
  readonly range?: Range;
  /** How much it tells; the group that tells most is when it happened. */
  readonly weight: number;
}

/** The weights: an hour of a day tells more than a day, a day more than a week. */
export const WEIGHTS = {
  fromTo: 9,
  dayAndHour: 8,
  repeated: 8,
  dayAndPart: 7,
  day: 6,
  span: 5,
  lunar: 5,
  vague: 5,
  habit: 4,
  hour: 3,
  now: 2,
  part: 1,
} as const;

/** A day, an hour, a part of the day or what they make together. */
export function exactly(group: Group, all: readonly TypedWord[], now: number): Said | null {
  const day = dayOf(group);
  const clock = hourOf(group, all);
  if (day === undefined) {
    // "rằm tháng 9" is of the moon's month.
    const isLunar = first(group, "lunar") !== undefined;
    const told =
      (isLunar ? undefined : first(group, "span")) ??
      (clock === undefined ? first(group, "moment") : undefined);
    if (told !== undefined) return past(told.of(now), now, WEIGHTS.span);
    if (first(group, "lunar", "vague", "habit") !== undefined) return null;
  }
  const whole = day === undefined ? daysAgo(now, 0) : day.of(now);
  if (whole === null) return null;
  const part = partOf(group, all);
  const ofHour = clock === undefined ? undefined : (partBeside(group, clock) ?? part);
  // Today's evening is still to come, so "8h tối" was yesterday's, and "tối thứ 5" on a Thursday last week's.
  const again = day === undefined ? DAY : day.again;
  if (clock !== undefined) {
    const weight = day === undefined ? WEIGHTS.hour : WEIGHTS.dayAndHour;
    const isLater = group.some((item) => item.kind === "part" && isLate(item.part.name));
    const hours = hoursIn(whole, clock, ofHour?.part.name, isLater, now);
    return past(hours, now, weight, again) ?? ahead(whole, now);
  }
  if (part !== undefined) {
    const weight = day === undefined ? WEIGHTS.part : WEIGHTS.dayAndPart;
    return past(hoursOf(whole, part.part.from, part.part.to), now, weight, again) ?? ahead(whole, now);
  }
  return day === undefined ? null : past(whole, now, WEIGHTS.day, again);
}

/** The day of a group: a written date before "hôm qua", which may have been copied or told late. */
export const dayOf = (group: Group): Of<"day"> | undefined =>
  group.find((item): item is Of<"day"> => item.kind === "day" && item.isWritten === true) ??
  first(group, "day");

/** A span that has begun; one that hasn't is the one before, where there is such a one. */
function past(range: Range | null, now: number, weight: number, again?: number): Said | null {
  if (range === null) return null;
  if (range.from <= now) return { range, weight };
  if (again === undefined) return null;
  return past({ from: range.from - again, to: range.to - again }, now, weight);
}

/** An hour of today that is still to come: its words are kept, and it isn't asked for again. */
const ahead = ({ from, to }: Range, now: number): Said | null =>
  from <= now && now < to ? { weight: WEIGHTS.dayAndPart } : null;

/** The part of the day in which an hour was told: "tối qua … 1h sáng" is in the morning. */
const partBeside = (group: Group, { start, end }: Of<"clock">): Of<"part"> | undefined =>
  group.find(
    (item): item is Of<"part"> => item.kind === "part" && (item.start === end || item.end === start),
  );

function hourOf(group: Group, all: readonly TypedWord[]): Of<"clock"> | undefined {
  const clock = first(group, "clock");
  return clock !== undefined && isHour(clock, group, all) ? clock : undefined;
}

/** "9 rưỡi" and "8g" are hours only beside a part of the day, a day, or behind a word such as "lúc". */
function isHour({ clock, start }: Of<"clock">, group: Group, all: readonly TypedWord[]): boolean {
  const isAll = start === 0 && group.at(-1)?.end === all.length;
  return (
    !clock.isWeak ||
    isAll ||
    first(group, "day", "from", "to") !== undefined ||
    TIME.leads.endsBefore(all, start) ||
    // "…, 10 rưỡi nó đã chạy": half past, at the beginning of what is told.
    (clock.hour % 1 === HALF && (all[start - 1] === undefined || all[start - 1]?.kind === "sign")) ||
    (first(group, "part") !== undefined &&
      TIME.notAfterNumber.lengthAt(all, start + 1) === 0 &&
      clock.length > 1)
  );
}

const HALF = 0.5;

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
function hoursIn(
  day: Range,
  { clock }: Of<"clock">,
  part: string | undefined,
  isLater: boolean,
  now: number,
): Range {
  const hour = inPart(clock.hour, part);
  const until = inPart(clock.until ?? clock.hour, part);
  const later = until < hour ? until + 24 : until;
  const isNextMorning = isLater && hour < 6;
  const hours = hoursOf(day, hour, later);
  const next = { from: hours.from + DAY, to: hours.to + DAY };
  return isNextMorning && next.from <= now ? next : hours;
}

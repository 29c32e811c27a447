import * as calendar from "./calendar.ts";
import { type Clock, clockAt } from "./clock.ts";
import { dateAt } from "./dates-typed.ts";
import { agoAt } from "./time-ago.ts";
import { type PartOfDay, TIME } from "./time-words.ts";
import type { TypedWord } from "./typed-words.ts";

/** What a time is; null where there is no such day. @param now milliseconds since the epoch */
export type RangeOf = (now: number) => calendar.Range | null;

export type Meaning =
  | { readonly kind: "clock"; readonly clock: Clock }
  | { readonly kind: "part"; readonly part: PartOfDay }
  /** One day, which may have a part and an hour; several days; or minutes. */
  | { readonly kind: "day"; readonly of: RangeOf }
  | { readonly kind: "span"; readonly of: RangeOf }
  | { readonly kind: "moment"; readonly of: RangeOf }
  /** A time whose date nobody can tell from the words. */
  | { readonly kind: "vague" | "habit" | "lunar" | "future" }
  | { readonly kind: "now" | "from" | "to" | "tillNow" };

/** A time word or phrase: the typed words `start` to `end` (not included). */
export type TimeItem = Meaning & { readonly start: number; readonly end: number };

export type Read = Meaning & { readonly length: number };

type Reader = (typed: readonly TypedWord[], at: number) => Read | null;

/** All times in a text, in order; none overlaps. Linear in the text. */
export function timeItems(typed: readonly TypedWord[]): readonly TimeItem[] {
  const items: TimeItem[] = [];
  for (let at = 0; at < typed.length; ) {
    const read = longest(typed, at);
    if (read === null) {
      at += 1;
      continue;
    }
    const { length, ...meaning } = read;
    // A number before a part of the day has no word of its own.
    items.push({ ...meaning, start: at, end: at + length });
    at += length;
    if (meaning.kind !== "part") continue;
    const day = TIME.daysAfterPart.at(typed, at);
    if (day === null) continue;
    items.push({ kind: "day", of: (now) => calendar.daysAgo(now, day.value), start: at, end: at + day.length });
    at += day.length;
  }
  return items;
}

function longest(typed: readonly TypedWord[], at: number): Read | null {
  let best: Read | null = null;
  for (const reader of READERS) {
    const read = reader(typed, at);
    if (read !== null && read.length > (best?.length ?? 0)) best = read;
  }
  return best;
}

const phrase =
  (
    book: { lengthAt(typed: readonly TypedWord[], at: number): number },
    kind: "vague" | "habit" | "lunar" | "future" | "now" | "from" | "to" | "tillNow",
  ): Reader =>
  (typed, at) => {
    const length = book.lengthAt(typed, at);
    return length === 0 ? null : { kind, length };
  };

const day: Reader = (typed, at) => {
  const found = TIME.days.at(typed, at);
  if (found !== null)
    return { kind: "day", of: (now) => calendar.daysAgo(now, found.value), length: found.length };
  // "nay tôi đi ruộng về …"
  const isToday = at === 0 && typed[0]?.word === "nay" && TIME.oneself.lengthAt(typed, 1) > 0;
  return isToday ? { kind: "day", of: (now) => calendar.daysAgo(now, 0), length: 1 } : null;
};

const dayPart: Reader = (typed, at) => {
  const found = TIME.dayParts.at(typed, at);
  if (found === null) return null;
  const { back, from, to } = found.value;
  const of: RangeOf = (now) => calendar.hoursOf(calendar.daysAgo(now, back), from, to);
  return { kind: "moment", of, length: found.length };
};

const weekday: Reader = (typed, at) => {
  const found = TIME.weekdays.at(typed, at);
  if (found === null || TIME.notBeforeWeekday.endsBefore(typed, at)) return null;
  const isShort = typed[at]?.word.length === 1;
  if (isShort && typed[at + 1]?.isGlued !== true) return null;
  const end = at + found.length;
  const week = TIME.weeks.at(typed, end);
  const past = week === null ? TIME.latest.lengthAt(typed, end) : 0;
  return {
    kind: "day",
    of: (now) => calendar.weekday(now, found.value, week?.value, past > 0),
    length: found.length + (week?.length ?? past),
  };
};

const week: Reader = (typed, at) => {
  const weekend = TIME.weekends.lengthAt(typed, at);
  if (weekend > 0) {
    const which = TIME.weeks.at(typed, at + weekend) ?? TIME.weeks.at(typed, at + weekend - 1);
    const overlap = which !== null && TIME.weeks.at(typed, at + weekend) === null ? 1 : 0;
    const length = weekend + (which?.length ?? TIME.latest.lengthAt(typed, at + weekend)) - overlap;
    return { kind: "span", of: (now) => calendar.weekend(now, which?.value), length };
  }
  const found = TIME.weeks.at(typed, at);
  if (found === null) return null;
  return { kind: "span", of: (now) => calendar.weeksAgo(now, found.value), length: found.length };
};

const since: Reader = (typed, at) => {
  const found = TIME.spans.at(typed, at);
  if (found === null) return null;
  return { kind: "span", of: (now) => calendar.sinceDaysAgo(now, found.value), length: found.length };
};

const clock: Reader = (typed, at) => {
  const found = clockAt(typed, at);
  return found === null ? null : { kind: "clock", clock: found, length: found.length };
};

const part: Reader = (typed, at) => {
  const found = TIME.parts.at(typed, at);
  return found === null ? null : { kind: "part", part: found.value, length: found.length };
};

/** "đang" of what goes on, not of what somebody does or is: "đang có đánh nhau", "giờ nó vẫn …". */
const going: Reader = (typed, at) => {
  const still = TIME.nowBeforeStill.lengthAt(typed, at);
  if (still > 0 && TIME.still.lengthAt(typed, at + still) > 0)
    return TIME.notBeforeNow.endsBefore(typed, at) ? null : { kind: "now", length: still };
  const length = TIME.going.lengthAt(typed, at);
  if (length === 0) return null;
  if (typed.length === length) return { kind: "now", length };
  const next = TIME.goingOn.at(typed, at + length);
  if (next === null) return null;
  const isOwn = TIME.oneself.endsBefore(typed, at) && typed[at + length]?.word !== "bị";
  return isOwn ? null : { kind: "now", length };
};

/** The longest wins; of two of one length the first. */
const READERS: readonly Reader[] = [
  phrase(TIME.future, "future"),
  phrase(TIME.lunar, "lunar"),
  phrase(TIME.habits, "habit"),
  phrase(TIME.tillNow, "tillNow"),
  agoAt,
  dateAt,
  weekday,
  week,
  since,
  dayPart,
  clock,
  day,
  phrase(TIME.now, "now"),
  going,
  phrase(TIME.vague, "vague"),
  part,
  phrase(TIME.from, "from"),
  phrase(TIME.to, "to"),
];

import { UTC_OFFSET } from "../../../../language/dates.ts";
import { DAY, HOUR } from "../../../../platform/time.ts";

/** From … to, in milliseconds since the epoch. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Days of a month, both included. */
export interface MonthPart {
  readonly from: number;
  readonly to: number;
}

/** When a day of Vietnam begins. */
const startOfDay = (at: number): number => Math.floor((at + UTC_OFFSET) / DAY) * DAY - UTC_OFFSET;

const local = (at: number): Date => new Date(at + UTC_OFFSET);
const startOf = (year: number, month: number, day: number): number => Date.UTC(year, month, day) - UTC_OFFSET;

/** The day that was so many days ago. */
export function daysAgo(now: number, days: number): Range {
  const from = startOfDay(now) - days * DAY;
  return { from, to: from + DAY };
}

/** From the beginning of the day that was so many days ago till now. */
export const sinceDaysAgo = (now: number, days: number): Range => ({
  from: startOfDay(now) - days * DAY,
  to: now,
});

const mondayBased = (now: number): number => (local(now).getUTCDay() + 6) % 7;

/** Monday to Sunday of the week that was so many weeks ago. */
export function weeksAgo(now: number, weeks: number): Range {
  const from = startOfDay(now) - (mondayBased(now) + 7 * weeks) * DAY;
  return { from, to: from + 7 * DAY };
}

/** Saturday and Sunday of that week; without a week the latest ones that have begun. */
export function weekend(now: number, weeks?: number): Range {
  const { from, to } = weeksAgo(now, weeks ?? (mondayBased(now) >= 5 ? 0 : 1));
  return { from: from + 5 * DAY, to };
}

/**
 * A weekday, 0 for Sunday: of the week so many weeks ago, or the latest one.
 * @param past today doesn't count
 */
export function weekday(now: number, day: number, weeks?: number, past = false): Range {
  if (weeks !== undefined) {
    const from = weeksAgo(now, weeks).from + ((day + 6) % 7) * DAY;
    return { from, to: from + DAY };
  }
  const back = (local(now).getUTCDay() - day + 7) % 7;
  return daysAgo(now, back === 0 && past ? 7 : back);
}

/** A day of the month so many months ago; without a month the latest such day. Null where that month has no such day. */
export function dayOfMonth(now: number, day: number, months?: number): Range | null {
  const today = local(now);
  const back = months ?? (day > today.getUTCDate() ? 1 : 0);
  const from = startOf(today.getUTCFullYear(), today.getUTCMonth() - back, day);
  return local(from).getUTCDate() === day ? { from, to: from + DAY } : null;
}

/** A date; a missing year is the latest one in which it isn't in the future. Null where there is no such day. */
export function dateOf(now: number, day: number, month: number, year?: number): Range | null {
  const thisYear = local(now).getUTCFullYear();
  const at = startOf(year ?? thisYear, month - 1, day);
  const from = year === undefined && at > now ? startOf(thisYear - 1, month - 1, day) : at;
  const read = local(from);
  const exists = read.getUTCDate() === day && read.getUTCMonth() === month - 1;
  return exists ? { from, to: from + DAY } : null;
}

/** A month (1 to 12), or a part of it; a missing year is the latest one in which it has begun. */
export function monthOf(now: number, month: number, part?: MonthPart, year?: number): Range {
  const today = local(now);
  const isAhead = month - 1 > today.getUTCMonth();
  const inYear = year ?? today.getUTCFullYear() - (isAhead ? 1 : 0);
  const end = startOf(inYear, month, 1);
  return {
    from: startOf(inYear, month - 1, part?.from ?? 1),
    to: part === undefined ? end : Math.min(end, startOf(inYear, month - 1, part.to + 1)),
  };
}

/** The month so many months ago, or a part of it. */
export function monthsAgo(now: number, months: number, part?: MonthPart): Range {
  const today = local(now);
  const first = local(startOf(today.getUTCFullYear(), today.getUTCMonth() - months, 1));
  return monthOf(now, first.getUTCMonth() + 1, part, first.getUTCFullYear());
}

/** A calendar year. */
export const yearOf = (year: number): Range => ({ from: startOf(year, 0, 1), to: startOf(year + 1, 0, 1) });

/** The calendar year so many years ago. */
export const yearsAgo = (now: number, years: number): Range => yearOf(local(now).getUTCFullYear() - years);

/** Hours of a day; they may go on after its midnight. */
export const hoursOf = ({ from }: Range, start: number, end: number): Range => ({
  from: from + start * HOUR,
  to: from + end * HOUR,
});

import { localDay } from "../../../language/dates.ts";
import { DAY } from "../../../platform/time.ts";
import holidays from "./holidays.json" with { type: "json" };

/**
 * Public holidays on which no working day is counted. An editor checks `holidays.json` every year when the Government
 * announces the calendar. The second day of the National Day holiday (01/09 or 03/09), the fifth day of Tết, days off
 * in lieu and swapped days differ from year to year; they are left out until known. A missing holiday makes a deadline
 * earlier, never later.
 */
const EVERY_YEAR: ReadonlySet<string> = new Set(holidays.everyYear);
/** The first day of the lunar year, by year. */
export const LUNAR_NEW_YEAR: Readonly<Record<number, string>> = holidays.lunarNewYear;
/** Giỗ Tổ Hùng Vương, the 10th of the third lunar month, by year. */
export const HUNG_KINGS_DAY: Readonly<Record<number, string>> = holidays.hungKings;

/** How many days before and after the first day of the lunar year are holidays in every yearly calendar. */
const TET_DAYS = { before: 1, after: 2 } as const;

/** The moment at which a Vietnamese calendar day ends, to the millisecond. */
export const endOfDay = (day: string): number => Date.parse(`${day}T23:59:59.999+07:00`);

/** `day` as YYYY-MM-DD, `n` days later. */
export const addDays = (day: string, n: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + n * DAY).toISOString().slice(0, 10);

/** False on Saturdays, Sundays and known holidays. */
export function isWorkingDay(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isHoliday(day);
}

/** False for a year whose lunar holidays aren't in the data: only weekends and fixed days are skipped then. */
export const isCalendarKnown = (day: string): boolean => LUNAR_NEW_YEAR[yearOf(day)] !== undefined;

/** The `n`-th working day after the day of `at`. The day itself doesn't count. */
export function workingDayAfter(at: number, n: number): string {
  let day = localDay(at);
  for (let left = n; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

function isHoliday(day: string): boolean {
  return EVERY_YEAR.has(day.slice(5)) || HUNG_KINGS_DAY[yearOf(day)] === day || isTet(day);
}

function isTet(day: string): boolean {
  const first = LUNAR_NEW_YEAR[yearOf(day)];
  if (first === undefined) return false;
  return day >= addDays(first, -TET_DAYS.before) && day <= addDays(first, TET_DAYS.after);
}

const yearOf = (day: string): number => Number(day.slice(0, 4));

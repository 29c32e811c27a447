import { localDay } from "../../../language/dates.ts";
import { FIXED_HOLIDAYS, HUNG_KINGS_DAY, LUNAR_NEW_YEAR } from "./holidays.ts";

const DAY = 86_400_000;

/** How many days before and after the first day of the lunar year are holidays in every yearly calendar. */
const TET_DAYS = { before: 1, after: 2 } as const;

/** The moment at which a Vietnamese calendar day ends, to the millisecond. */
export const endOfDay = (day: string): number => Date.parse(`${day}T23:59:59.999+07:00`);

/** `day` as YYYY-MM-DD, `n` days later. */
export const addDays = (day: string, n: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + n * DAY).toISOString().slice(0, 10);

/** Saturdays and Sundays, and the holidays that are known. */
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
  return FIXED_HOLIDAYS.includes(day.slice(5)) || HUNG_KINGS_DAY[yearOf(day)] === day || isTet(day);
}

function isTet(day: string): boolean {
  const first = LUNAR_NEW_YEAR[yearOf(day)];
  if (first === undefined) return false;
  return day >= addDays(first, -TET_DAYS.before) && day <= addDays(first, TET_DAYS.after);
}

const yearOf = (day: string): number => Number(day.slice(0, 4));

import { localDay } from "../../../../language/dates.ts";
import { fold } from "../../../../language/fold.ts";
import { DAY, HOUR, MINUTE } from "../../../../platform/time.ts";

const SPAN = /^(\d{1,3}|nua|mot) ?(phut|p|'|gio|tieng|h|ngay|tuan)(?: (ruoi))?$/u;
const CLOCK =
  /^(\d{1,2}) ?(?:h|gio|:) ?(\d{2})?(?: (sang|trua|chieu|toi))?(?: ngay)?(?: (mai|hom nay|nay))?$/u;
/** "sáng mai 8h": the day before the clock. */
const DAY_FIRST = /^(?:(sang|trua|chieu|toi) ?)?(?:(?:ngay )?(mai|hom nay|nay) )?(\d{1,2} ?(?:h|gio|:).*)$/u;
const PART = /^(sang|trua|chieu|toi)(?: (mai|nay))?$/u;
const WEEKDAY = /^(?:sang )?(?:thu (hai|ba|tu|nam|sau|bay|[2-7])|(chu nhat|cn))(?: toi)?$/u;
const DATE = /^(?:ngay )?(\d{1,2})[/-](\d{1,2})$/u;

const UNITS: Readonly<Record<string, number>> = {
  phut: MINUTE,
  p: MINUTE,
  "'": MINUTE,
  gio: HOUR,
  tieng: HOUR,
  h: HOUR,
  ngay: DAY,
  tuan: 7 * DAY,
};
const COUNTS: Readonly<Record<string, number>> = { nua: 0.5, mot: 1 };
/** "2h" is in two hours, "20h" is a time of the day. */
const MOST_HOURS = 6;
/** When a part of the day is meant, and a day without a time. */
const PARTS: Readonly<Record<string, number>> = { sang: 8, trua: 12, chieu: 14, toi: 20 };
const MORNING = 8;
const WEEKDAYS: Readonly<Record<string, number>> = { hai: 1, ba: 2, tu: 3, nam: 4, sau: 5, bay: 6 };

/**
 * A time to come, as a handler types it; the clock is that of Vietnam.
 * @returns null where it can't be understood; a time of today that is over is tomorrow's
 * @example readUntil("2 giờ", now) // now + 2 hours
 * @example readUntil("8h mai", now) // tomorrow, 08:00
 * @example readUntil("thứ hai", now) // the next Monday, 08:00
 */
export function readUntil(words: string, now: number): number | null {
  // Without marks "tới mai" and "tối mai" are one.
  const typed = fold(words.normalize("NFC").trim().replace(/^tới /iu, "đến ")).replace(/\s+/gu, " ").trim();
  const told = typed
    .replace(/^(?:den|toi(?! (?:mai|nay)\b)|luc|sau|trong) /u, "")
    .replace(/^mai$/u, "sang mai");
  const isClock = /^(?:den|toi|luc) /u.test(typed);
  return (isClock ? null : spanOf(told, now)) ?? clockOf(told, now) ?? dayOf(told, now) ?? spanOf(told, now);
}

function spanOf(told: string, now: number): number | null {
  const [, count = "", unit = "", half] = SPAN.exec(told) ?? [];
  const span = UNITS[unit];
  if (span === undefined || (unit === "h" && Number(count) > MOST_HOURS)) return null;
  return now + ((COUNTS[count] ?? Number(count)) + (half === undefined ? 0 : 0.5)) * span;
}

function clockOf(told: string, now: number): number | null {
  const [, part = "", partDay] = PART.exec(told) ?? [];
  const [, before = "", which = "", clock = told] = DAY_FIRST.exec(told) ?? [];
  const turned = [clock, before, which].filter((words) => words !== "").join(" ");
  const [, typed, minute = "00", of, day] = CLOCK.exec(turned) ?? [];
  const hour = typed === undefined ? PARTS[part] : Number(typed);
  if (hour === undefined) return null;
  const isLater = (of === "chieu" || of === "toi" || (of === "trua" && hour < 3)) && hour < 12;
  return timeOf(localDay(now), isLater ? hour + 12 : hour, Number(minute), day ?? partDay, now);
}

function timeOf(
  today: string,
  hour: number,
  minute: number,
  day: string | undefined,
  now: number,
): number | null {
  if (hour > 23 || minute > 59) return null;
  const at = startOf(today) + hour * HOUR + minute * MINUTE;
  return day === "mai" || (day === undefined && at <= now) ? at + DAY : at;
}

function dayOf(told: string, now: number): number | null {
  const [isWeekday, name, sunday] = WEEKDAY.exec(told) ?? [];
  const today = startOf(localDay(now));
  if (isWeekday !== undefined) {
    const wanted = sunday === undefined ? (WEEKDAYS[name ?? ""] ?? Number(name) - 1) : 0;
    const present = new Date(`${localDay(now)}T00:00:00Z`).getUTCDay();
    return today + (((wanted - present + 6) % 7) + 1) * DAY + MORNING * HOUR;
  }
  const [, day, month] = DATE.exec(told) ?? [];
  if (day === undefined || month === undefined) return null;
  const year = Number(localDay(now).slice(0, 4));
  const days = [year, year + 1].map((one) => `${one}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  // "31/2" is no day.
  const times = days
    .filter((one) => Number.isFinite(startOf(one)) && localDay(startOf(one)) === one)
    .map((one) => startOf(one) + MORNING * HOUR);
  return times.find((time) => time > now) ?? null;
}

const startOf = (day: string): number => Date.parse(`${day}T00:00:00+07:00`);

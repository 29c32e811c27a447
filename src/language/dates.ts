import { HOUR } from "../platform/time.ts";

/** Vietnam has one time zone without summer time: Asia/Ho_Chi_Minh, UTC+7. */
export const UTC_OFFSET = 7 * HOUR;

/**
 * The calendar day in Vietnam, as YYYY-MM-DD.
 * @example localDay(Date.UTC(2026, 10, 27, 18)) // "2026-11-28": it is 01:00 in Vietnam
 */
export function localDay(at: number): string {
  return new Date(at + UTC_OFFSET).toISOString().slice(0, 10);
}

/** An ISO date as people write it: 2022-02-10 → 10/02/2022. Anything else is returned unchanged. */
export function displayDate(iso: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  return match === null ? iso : `${match[3]}/${match[2]}/${match[1]}`;
}

/** The hour of the day in Vietnam, 0 to 23. */
export function localHour(at: number): number {
  return new Date(at + UTC_OFFSET).getUTCHours();
}

/** A moment as people read it in Vietnam: "21:05 ngày 22/11/2026". */
export function displayMoment(at: number): string {
  const local = new Date(at + UTC_OFFSET).toISOString();
  return `${local.slice(11, 16)} ngày ${local.slice(8, 10)}/${local.slice(5, 7)}/${local.slice(0, 4)}`;
}

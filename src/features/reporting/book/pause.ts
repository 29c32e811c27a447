import { localDay } from "../../../language/dates.ts";
import { DAY } from "../../../platform/time.ts";
import { endOfDay, isWorkingDay, workingDayAfter } from "../deadlines/calendar.ts";
import type { ReportRow } from "./rows.ts";

/**
 * A deadline after a pause. One that ends with a day ends with a working day again, never earlier.
 * @param paused milliseconds in which it didn't run
 */
export function pausedDue(due: number, paused: number): number {
  const later = due + paused;
  if (paused === 0 || due !== endOfDay(localDay(due))) return later;
  const day = localDay(later);
  return endOfDay(isWorkingDay(day) ? day : workingDayAfter(later, 1));
}

/** How long the deadline of a case hasn't run until now, the present pause included. */
export const pausedUntil = ({ paused_for, waiting_since }: ReportRow, at: number): number =>
  paused_for + (waiting_since === null ? 0 : Math.max(0, at - waiting_since));

/**
 * Ends the pause of a case, if it still is in the same one; for a batch. The reporter answered, or a handler goes on.
 * @returns null where it isn't waiting
 */
export function endOfPause(db: D1Database, row: ReportRow, at: number): D1PreparedStatement | null {
  const { code, waiting_since, due_at } = row;
  if (waiting_since === null) return null;
  const span = Math.max(0, at - waiting_since);
  return db
    .prepare(
      `UPDATE reports SET due_at = ?, paused_for = paused_for + ?, waiting_since = NULL
       WHERE code = ? AND waiting_since = ? AND due_at = ? AND closed_at IS NULL`,
    )
    .bind(pausedDue(due_at, span), span, code, waiting_since, due_at);
}

/** While it waits a case isn't overdue; longer than this nobody waits. */
export const WAITS_AT_MOST = 7 * DAY;

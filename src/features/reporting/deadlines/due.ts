import { localDay } from "../../../language/dates.ts";
import { MINUTE } from "../../../platform/time.ts";
import type { Lane } from "../report.ts";
import { addDays, endOfDay, isCalendarKnown, workingDayAfter } from "./calendar.ts";
import { LANES, type Span } from "./deadlines.ts";

/** The deadline to accept a report, in milliseconds since the epoch. Days are those of Asia/Ho_Chi_Minh. */
export const dueAt = (lane: Lane, receivedAt: number): number => endOf(LANES[lane].accept, receivedAt);

/** The deadline to begin the work after acceptance; null where the lane has none. */
export function beginDueAt(lane: Lane, acceptedAt: number): number | null {
  const { begin } = LANES[lane];
  return begin === undefined ? null : endOf(begin, acceptedAt);
}

/** The deadline to close it, shown once it was accepted. */
export const resolveDueAt = (lane: Lane, receivedAt: number): number =>
  endOf(LANES[lane].resolve, receivedAt);

/** False where a deadline falls into a year whose holidays aren't in the data: say "dự kiến" then. */
export const isDueCertain = (due: number): boolean => isCalendarKnown(localDay(due));

function endOf(span: Span, from: number): number {
  switch (span.unit) {
    case "minutes":
      return from + span.n * MINUTE;
    case "working_days":
      return endOfDay(workingDayAfter(from, span.n));
    case "days":
      return endOfDay(addDays(localDay(from), span.n));
  }
}

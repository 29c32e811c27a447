import { localHour } from "../../../../language/dates.ts";
import type { ReportingServices } from "../../reporting-services.ts";
import { overdueEscalation } from "../digest.ts";

/** Deadlines of days pass at midnight: nobody is woken for them. Urgent cases have their own alarm. */
const BY_DAY = { from: 7, to: 21 } as const;

/**
 * Tells the supervisors of each case once when its deadline has passed, and again when a later deadline passes; those that
 * passed together in one message. Can be repeated.
 */
export async function tellOverdue(
  { book, alarms, tellSupervisors }: Pick<ReportingServices, "book" | "alarms" | "tellSupervisors">,
  now: number,
): Promise<void> {
  const hour = localHour(now);
  if (hour < BY_DAY.from || hour >= BY_DAY.to) return;
  const fresh = await book.newlyOverdue(now);
  const words = overdueEscalation(fresh, now);
  const [first] = fresh;
  if (words === null || first === undefined) return;
  await tellSupervisors(`overdue:${first.code}:${first.dueAt}:${fresh.length}`, words);
  for (const { code, dueAt } of fresh) await alarms.setDone(code, "overdue", dueAt);
}

import { DAY } from "../../../platform/time.ts";
import type { Reporter } from "../case.ts";
import { findMove, REOPEN_DAYS, URGENT_AGAIN } from "../workflow/workflow.ts";
import type { BookContext } from "./book-context.ts";
import { caseOfAct } from "./case-events.ts";
import { isReporter } from "./lookup.ts";
import { writeMove } from "./move.ts";
import type { Message, ReopenOutcome } from "./report-book.ts";
import { type ReportRow, readRow } from "./rows.ts";

/** See `ReportBook.reopen`. */
export async function reopenReport(
  context: BookContext,
  { code, text, at, key, reporter }: Omit<Message, "media"> & { readonly reporter: Reporter },
): Promise<ReopenOutcome> {
  const own = await readRow(context, code);
  if (own === null || !(await isReporter(context, code, reporter))) return { kind: "unknown" };
  // Of a merged case the one is opened again into which it went; its code isn't told.
  const row = (own.duplicate_of === null ? null : await readRow(context, own.duplicate_of)) ?? own;
  if ((await caseOfAct(context, key)) !== null) return { kind: "reopened", repeated: true };
  const actor = { kind: "reporter" } as const;
  const move = findMove(row.state, isStillUrgent(row, at) ? "accepted" : "in_progress", actor);
  if (move === null || row.closed_at === null) return { kind: "not_closed" };
  if (at > row.closed_at + REOPEN_DAYS * DAY) return { kind: "too_late" };
  const request = { code: row.code, to: move.to, actor, expectedVersion: row.version, key, at, note: text };
  if (await writeMove(context, row, move, request)) return { kind: "reopened", repeated: false };
  return (await caseOfAct(context, key)) === null
    ? { kind: "not_closed" }
    : { kind: "reopened", repeated: true };
}

/** Nobody may be at it any more: its owner is called again until the work begins. */
const isStillUrgent = ({ lane, closed_at }: ReportRow, at: number): boolean =>
  lane === "urgent" && closed_at !== null && at <= closed_at + URGENT_AGAIN;

import { DAY } from "../../../platform/time.ts";
import type { Reporter } from "../case.ts";
import { dueAt, resolveDueAt } from "../deadlines/due.ts";
import type { ReportState } from "../report.ts";
import { findMove, isClosed, type Move, REOPEN_DAYS } from "../workflow/workflow.ts";
import { type BookContext, changesOf, names } from "./book-context.ts";
import { caseOfAct, eventStatement, lastChange } from "./case-events.ts";
import { dispatchStatement } from "./dispatch.ts";
import { isReporter } from "./lookup.ts";
import type { Message, MoveOutcome, MoveRequest, ReopenOutcome } from "./report-book.ts";
import { type ReportRow, readRow, toReport } from "./rows.ts";

/** See `ReportBook.move`. */
export async function moveReport(context: BookContext, request: MoveRequest): Promise<MoveOutcome> {
  const row = await readRow(context, request.code);
  if (row === null) return { kind: "unknown" };
  const report = await toReport(context, row);
  if ((await caseOfAct(context, request.key)) !== null) return { kind: "moved", report, repeated: true };
  if (row.version !== request.expectedVersion) return stale(context, row);
  const move = findMove(row.state, request.to, request.actor);
  if (move === null) return { kind: "not_allowed", report };
  if (move.needs !== undefined && !(await isGiven(context, move.needs, request)))
    return { kind: "incomplete", report, needs: move.needs };
  const won = await write(context, row, move, request);
  const after = await readRow(context, request.code);
  if (after === null) return { kind: "unknown" };
  if (won) return { kind: "moved", report: await toReport(context, after), repeated: false };
  // The same press came twice at the same moment: the other turn wrote it.
  if ((await caseOfAct(context, request.key)) !== null)
    return { kind: "moved", report: await toReport(context, after), repeated: true };
  return stale(context, after);
}

/** See `ReportBook.reopen`. */
export async function reopenReport(
  context: BookContext,
  { code, text, at, key, reporter }: Omit<Message, "media"> & { readonly reporter: Reporter },
): Promise<ReopenOutcome> {
  const row = await readRow(context, code);
  if (row === null || !(await isReporter(context, code, reporter))) return { kind: "unknown" };
  if ((await caseOfAct(context, key)) !== null) return { kind: "reopened", repeated: true };
  const actor = { kind: "reporter" } as const;
  const move = findMove(row.state, "in_progress", actor);
  if (move === null || row.closed_at === null) return { kind: "not_closed" };
  if (at > row.closed_at + REOPEN_DAYS * DAY) return { kind: "too_late" };
  const request = { code, to: move.to, actor, expectedVersion: row.version, key, at, note: text };
  if (await write(context, row, move, request)) return { kind: "reopened", repeated: false };
  return (await caseOfAct(context, key)) === null
    ? { kind: "not_closed" }
    : { kind: "reopened", repeated: true };
}

async function stale(context: BookContext, row: ReportRow): Promise<MoveOutcome> {
  const last = await lastChange(context, row.code);
  if (last === null) return { kind: "unknown" };
  return { kind: "stale", report: await toReport(context, row), last };
}

async function isGiven(
  context: BookContext,
  needs: NonNullable<Move["needs"]>,
  request: MoveRequest,
): Promise<boolean> {
  if (needs !== "duplicate_of") return (request.note ?? "").trim() !== "";
  const { duplicateOf } = request;
  if (duplicateOf === undefined || duplicateOf === request.code) return false;
  const original = await readRow(context, duplicateOf);
  // The original must not itself be a duplicate.
  return original !== null && original.state !== "duplicate";
}

/**
 * One batch: event, dispatch and new state, each only if the case still has the version that the official saw.
 * @returns false where someone was faster
 */
async function write(
  context: BookContext,
  row: ReportRow,
  move: Move,
  request: MoveRequest,
): Promise<boolean> {
  const { code, actor, at, note } = request;
  const key = await context.ring.lookupHash(names.act(request.key));
  const still = "EXISTS (SELECT 1 FROM reports WHERE code = ? AND version = ? AND erased_at IS NULL)";
  const isReopening = isClosed(row.state) && !isClosed(move.to);
  const text = move.needs === "duplicate_of" ? request.duplicateOf : note;
  const results = await context.db.batch([
    await eventStatement(
      context,
      {
        key,
        code,
        at,
        actor,
        action: isReopening ? "reopened" : "moved",
        from: row.state,
        to: move.to,
        ...(text !== undefined && { text }),
      },
      still,
      code,
      row.version,
    ),
    await tell(context, key, move, request, row),
    context.db
      .prepare(
        `UPDATE reports SET state = ?, version = version + 1, due_at = ?, closed_at = ?, duplicate_of = ?,
           changed_at = ?, last_event_at = ? WHERE code = ? AND version = ? AND erased_at IS NULL`,
      )
      .bind(
        move.to,
        dueAfter(row, move.to, isReopening, at),
        isClosed(move.to) ? (row.closed_at ?? at) : null,
        move.to === "duplicate" ? (request.duplicateOf ?? null) : null,
        at,
        at,
        code,
        row.version,
      ),
  ]);
  return changesOf(results.at(-1)) > 0;
}

/** Tells the reporter, if there still is one, of an official's move, and the duty group of the reporter's. */
async function tell(
  context: BookContext,
  key: string,
  move: Move,
  { code, actor, at, note }: MoveRequest,
  { version }: ReportRow,
): Promise<D1PreparedStatement> {
  const still = "EXISTS (SELECT 1 FROM reports WHERE code = ? AND version = ? AND erased_at IS NULL)";
  if (actor.kind === "reporter") {
    const body = { kind: "reopened", text: note ?? "" } as const;
    return dispatchStatement(context, { key, target: "duty", code, body, at }, still, code, version);
  }
  const told = move.needs === "reason" || move.needs === "destination" ? note : undefined;
  const body = { kind: "state_changed", to: move.to, ...(told !== undefined && { text: told }) } as const;
  return dispatchStatement(
    context,
    { key, target: "reporter", code, body, at },
    `${still} AND EXISTS (SELECT 1 FROM report_vault WHERE code = ?)`,
    code,
    version,
    code,
  );
}

/** Once accepted, the time for solving runs from the receipt; once reopened, a new one runs from now. */
function dueAfter(row: ReportRow, to: ReportState, isReopening: boolean, at: number): number {
  if (isReopening) return resolveDueAt(row.lane, at);
  if (isClosed(to)) return row.due_at;
  return Math.max(resolveDueAt(row.lane, row.received_at), dueAt(row.lane, row.received_at));
}

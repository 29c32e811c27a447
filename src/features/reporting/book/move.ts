import { restartStatement } from "../alarm/alarm-book.ts";
import type { Actor, OfficialActor } from "../case.ts";
import { beginDueAt, dueAt, resolveDueAt } from "../deadlines/due.ts";
import type { ReportState } from "../report.ts";
import { findMove, isClosed, type Move, TAKE_BACK } from "../workflow/workflow.ts";
import { joinedOf, setApart } from "./apart.ts";
import { type BookContext, changesOf, names } from "./book-context.ts";
import { caseOfAct, eventStatement, lastChange } from "./case-events.ts";
import { countMove } from "./case-figures.ts";
import { dispatchStatement } from "./dispatch.ts";
import { mergeStatements, tellFollowers } from "./merge.ts";
import { isGiven } from "./needs.ts";
import { pausedDue, pausedUntil } from "./pause.ts";
import type { MoveOutcome, MoveRequest } from "./report-book.ts";
import { mediaStatements } from "./report-media.ts";
import { type ReportRow, readRow, toReport } from "./rows.ts";

/** See `ReportBook.move`. */
export async function moveReport(context: BookContext, request: MoveRequest): Promise<MoveOutcome> {
  const row = await readRow(context, request.code);
  if (row === null) return { kind: "unknown" };
  const report = await toReport(context, row);
  if ((await caseOfAct(context, request.key)) !== null) return { kind: "moved", report, repeated: true };
  if (row.version !== request.expectedVersion) return stale(context, row);
  const move = findMove(row.state, request.to, moverOf(row, request));
  if (move === null) return { kind: "not_allowed", report };
  if (move.needs !== undefined && !(await isGiven(context, row, move.needs, request)))
    return { kind: "incomplete", report, needs: move.needs };
  const won = await writeMove(context, row, move, request);
  const after = await readRow(context, request.code);
  if (after === null) return { kind: "unknown" };
  if (won) return { kind: "moved", report: await toReport(context, after), repeated: false };
  // The same press came twice at the same moment: the other turn wrote it.
  if ((await caseOfAct(context, request.key)) !== null)
    return { kind: "moved", report: await toReport(context, after), repeated: true };
  return stale(context, after);
}

/** Just after a case was closed any handler may do with it what later only a supervisor may. */
function moverOf({ closed_at }: ReportRow, { actor, at }: MoveRequest): Actor {
  const isFresh = closed_at !== null && at <= closed_at + TAKE_BACK;
  return actor.kind === "official" && isFresh ? { ...actor, role: "supervisor" } : actor;
}

async function stale(context: BookContext, row: ReportRow): Promise<MoveOutcome> {
  const last = await lastChange(context, row.code);
  if (last === null) return { kind: "unknown" };
  return { kind: "stale", report: await toReport(context, row), last };
}

/**
 * One batch: event, dispatch and new state, each only if the case still has the version that the official saw.
 * @returns false where someone was faster
 */
export async function writeMove(
  context: BookContext,
  row: ReportRow,
  move: Move,
  request: MoveRequest,
): Promise<boolean> {
  const { code, actor, at, note, media = [] } = request;
  const key = await context.ring.lookupHash(names.act(request.key));
  const still = "EXISTS (SELECT 1 FROM reports WHERE code = ? AND version = ? AND erased_at IS NULL)";
  const isReopening = isClosed(row.state) && !isClosed(move.to);
  const text = move.needs === "duplicate_of" ? request.duplicateOf : note;
  const paused = isReopening ? 0 : pausedUntil(row, at);
  const owner = ownerAfter(row, move.to, actor);
  // Who joined it as it came isn't rejected with it; who was merged into it by a handler is.
  const joined = move.to === "rejected" && row.merged > 0 ? await joinedOf(context, code) : [];
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
        ...(media.length > 0 && { media }),
      },
      still,
      code,
      row.version,
    ),
    await tell(context, key, move, request, row),
    countMove(context, row, { to: move.to, at, still }),
    ...(await mergeStatements(context, { key, request, row, still })),
    ...(await tellFollowers(context, {
      ...{ key, row, still, actor, at },
      body: toldReporter(move, request, row),
      except: joined.map((one) => one.code),
    })),
    ...(await setApart(context, { head: code, joined, key, at }, still, code, row.version)),
    ...(await tellGroup(context, key, request, row, still)),
    ...(isReopening ? [restartStatement(context.db, code, still, code, row.version)] : []),
    context.db
      .prepare(
        `UPDATE reports SET state = ?, version = version + 1, due_at = ?, closed_at = ?, duplicate_of = ?,
           changed_at = ?, last_event_at = ?, owner = coalesce(?, owner), owner_label = coalesce(?, owner_label),
           snoozed_until = NULL, waiting_since = NULL, paused_for = ? WHERE code = ? AND version = ? AND erased_at IS NULL`,
      )
      .bind(
        move.to,
        dueAfter({ ...row, paused_for: paused }, move.to, isReopening, at),
        isClosed(move.to) ? (row.closed_at ?? at) : null,
        move.to === "duplicate" ? (request.duplicateOf ?? null) : null,
        at,
        at,
        owner?.id ?? null,
        owner?.label ?? null,
        paused,
        code,
        row.version,
      ),
  ]);
  const hasWon = changesOf(results.at(-1)) > 0;
  if (hasWon && media.length > 0) await context.db.batch(mediaStatements(context.db, code, media));
  return hasWon;
}

/** The group that has the card hears of what was done elsewhere. */
async function tellGroup(
  context: BookContext,
  key: string,
  { code, actor, at, inPrivate, elsewhere }: MoveRequest,
  { version }: ReportRow,
  still: string,
): Promise<D1PreparedStatement[]> {
  const isTaken = inPrivate === true && actor.kind === "official";
  if (!isTaken && elsewhere !== true) return [];
  const body = isTaken ? ({ kind: "taken", by: actor.label } as const) : ({ kind: "card_changed" } as const);
  const dispatch = { key: `${key}/taken`, target: "duty", code, body, at } as const;
  return [await dispatchStatement(context, dispatch, still, code, version)];
}

/** Tells the reporter, if there still is one, of an official's move, and the duty group of the reporter's. */
async function tell(
  context: BookContext,
  key: string,
  move: Move,
  request: MoveRequest,
  row: ReportRow,
): Promise<D1PreparedStatement> {
  const { code, actor, at, note } = request;
  const { version } = row;
  const still = "EXISTS (SELECT 1 FROM reports WHERE code = ? AND version = ? AND erased_at IS NULL)";
  if (actor.kind === "reporter") {
    const body = { kind: "reopened", text: note ?? "" } as const;
    return dispatchStatement(context, { key, target: "duty", code, body, at }, still, code, version);
  }
  return dispatchStatement(
    context,
    { key, target: "reporter", code, body: toldReporter(move, request, row), at },
    `${still} AND EXISTS (SELECT 1 FROM report_vault WHERE code = ?)`,
    code,
    version,
    code,
  );
}

/** A reporter learns why, where to and with which result and photos; never into which case theirs was merged. */
function toldReporter(
  { to, needs }: Move,
  { note, media = [] }: Pick<MoveRequest, "note" | "media">,
  { lane, state }: Pick<ReportRow, "lane" | "state">,
) {
  const told = needs === undefined || needs === "duplicate_of" ? undefined : note;
  return {
    kind: "state_changed",
    to,
    ...(told !== undefined && { text: told }),
    ...(media.length > 0 && { media }),
    ...(lane === "urgent" && to === "accepted" && { urgent: true as const }),
    ...(isClosed(state) && !isClosed(to) && { again: true as const }),
  } as const;
}

/** Who accepts a case has it; who works on one that nobody has, too. Null where nothing changes. */
function ownerAfter(row: ReportRow, to: ReportState, actor: Actor): OfficialActor | null {
  if (actor.kind !== "official" || isClosed(to)) return null;
  return to === "accepted" || row.owner === null ? actor : null;
}

/**
 * Once accepted, an urgent case has minutes until the work begins; else the time for solving runs from the receipt,
 * without the pauses; once reopened, a new one runs from now.
 */
function dueAfter(row: ReportRow, to: ReportState, isReopening: boolean, at: number): number {
  const begin = to === "accepted" ? beginDueAt(row.lane, at) : null;
  if (begin !== null) return begin;
  if (isReopening) return resolveDueAt(row.lane, at);
  if (isClosed(to)) return row.due_at;
  const due = Math.max(resolveDueAt(row.lane, row.received_at), dueAt(row.lane, row.received_at));
  return pausedDue(due, row.paused_for);
}

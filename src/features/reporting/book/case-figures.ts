import { type KeyRing, SealError } from "../../../platform/crypto/key-ring.ts";
import { MINUTE } from "../../../platform/time.ts";
import { resolveDueAt } from "../deadlines/due.ts";
import type { Lane, ReportState } from "../report.ts";
import { isClosed } from "../workflow/workflow.ts";
import { type BookContext, bindings } from "./book-context.ts";
import { pausedDue, pausedUntil } from "./pause.ts";
import type { ReportRow } from "./rows.ts";

/** All communes are sealed in one length: the length would tell which one it is. */
const NAME_LENGTH = 40;

/** How one case was handled; nothing of its words. */
export interface CaseFigure {
  readonly month: string;
  readonly lane: Lane;
  /** Null where no commune was named. */
  readonly commune: string | null;
  /** Null where nobody took it on, or it isn't known. */
  readonly acceptedInTime: boolean | null;
  /** Null while it is open. */
  readonly outcome: ReportState | null;
  readonly handledInTime: boolean | null;
  readonly handledMinutes: number | null;
}

/** The statement that writes a case's row, or its place anew; for a batch. An erased case's row isn't touched. */
export async function figureStatement(
  { db, ring }: BookContext,
  {
    code,
    month,
    commune,
  }: { readonly code: string; readonly month: string; readonly commune: string | null },
): Promise<D1PreparedStatement> {
  const sealed = commune === null ? null : await ring.seal(commune.padEnd(NAME_LENGTH), bindings.figure());
  return db
    .prepare(
      `INSERT INTO case_figures (code, month, lane, commune_sealed)
       SELECT code, ?, lane, ? FROM reports WHERE code = ? AND erased_at IS NULL
       ON CONFLICT (code) DO UPDATE SET commune_sealed = excluded.commune_sealed`,
    )
    .bind(month, sealed, code);
}

/**
 * The statement that counts a move, for a batch: taking on, closing, opening again.
 * @param row the case before the move
 * @param still SQL with code and version: true while nobody was faster
 */
export function countMove(
  { db }: BookContext,
  row: ReportRow,
  { to, at, still }: { readonly to: ReportState; readonly at: number; readonly still: string },
): D1PreparedStatement {
  const taken = row.state === "received" ? Number(at <= row.due_at) : null;
  const closes = isClosed(to);
  const paused = pausedUntil(row, at);
  const due = Math.max(row.due_at, pausedDue(resolveDueAt(row.lane, row.received_at), paused));
  const minutes = Math.max(0, Math.round((at - row.received_at - paused) / MINUTE));
  // A case that is forwarded and then solved was handled when it was forwarded.
  const handled = closes && isClosed(row.state) ? null : { inTime: Number(at <= due), minutes };
  const set = handled === null ? "" : ", handled_in_time = ?, handled_minutes = ?";
  const times = handled === null ? [] : closes ? [handled.inTime, handled.minutes] : [null, null];
  return db
    .prepare(
      `UPDATE case_figures SET accepted_in_time = coalesce(accepted_in_time, ?), outcome = ?${set}
       WHERE code = ? AND ${still}`,
    )
    .bind(taken, closes ? to : null, ...times, row.code, row.code, row.version);
}

/** For a batch: a report that is joined to another's case as it comes, or leaves it again. */
export const countOutcome = (
  { db }: BookContext,
  code: string,
  outcome: ReportState | null,
  condition = "1",
  ...values: readonly (string | number)[]
): D1PreparedStatement =>
  db
    .prepare(`UPDATE case_figures SET outcome = ? WHERE code = ? AND ${condition}`)
    .bind(outcome, code, ...values);

interface Row {
  readonly month: string;
  readonly lane: Lane;
  readonly commune_sealed: string | null;
  readonly accepted_in_time: number | null;
  readonly outcome: ReportState | null;
  readonly handled_in_time: number | null;
  readonly handled_minutes: number | null;
}

/** See `ReportBook.figures`. */
export async function readFigures(
  { db, ring }: BookContext,
  from: string,
  to: string,
): Promise<readonly CaseFigure[]> {
  const { results } = await db
    .prepare(
      `SELECT month, lane, commune_sealed, accepted_in_time, outcome, handled_in_time, handled_minutes
       FROM case_figures WHERE month BETWEEN ? AND ?`,
    )
    .bind(from, to)
    .all<Row>();
  return results.map((row) => ({
    month: row.month,
    lane: row.lane,
    commune: communeIn(ring, row.commune_sealed),
    acceptedInTime: yesOrNo(row.accepted_in_time),
    outcome: row.outcome,
    handledInTime: yesOrNo(row.handled_in_time),
    handledMinutes: row.handled_minutes,
  }));
}

/** Without its key a row still counts. */
function communeIn(ring: KeyRing, sealed: string | null): string | null {
  try {
    return sealed === null ? null : ring.openNow(sealed, bindings.figure()).trim();
  } catch (error) {
    if (error instanceof SealError) return null;
    throw error;
  }
}

const yesOrNo = (stored: number | null): boolean | null => (stored === null ? null : stored === 1);

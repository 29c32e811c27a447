import { type Erased, Erasures } from "../../../ledger/erasures.ts";
import type { BookContext } from "../book/book-context.ts";
import { eventStatement } from "../book/case-events.ts";
import type { ReportState } from "../report.ts";

/** Why a report's content was deleted: a rule of the schedule, or the citizen's request. */
export type ErasureReason =
  | "retention:spam"
  | `retention:${"urgent" | "crime" | "feedback"}`
  | "request"
  | "withdrawal";

/**
 * The statements that erase one closed case, for a batch: content, messages, identity, and messages still to be sent.
 * Files are marked for deletion from the media store. A tombstone stays, and the history of the case without its words.
 * Open and already erased cases are not changed. The erasure is noted, to be done again after a restore.
 * @param state the state in which the case is closed
 * @param requestHash keyed hash of the citizen's request, so that a repeated turn gets the same answer
 */
export async function eraseStatements(
  context: BookContext,
  { code, state }: { readonly code: string; readonly state: ReportState },
  why: ErasureReason,
  now: number,
  requestHash: string | null = null,
): Promise<D1PreparedStatement[]> {
  const isNew =
    "EXISTS (SELECT 1 FROM reports WHERE code = ? AND closed_at IS NOT NULL AND erased_at IS NULL)";
  const noted = { kind: "case", code, why, state, at: now } as const;
  return [
    new Erasures(context.db, context.ring).statement(noted, isNew, code),
    ...(await contentStatements(context, code, why, now, requestHash)),
  ];
}

/**
 * The statements that erase a case once more after a restore, for a batch. It was closed when it was erased, though
 * the restored backup may know it open.
 */
export async function eraseAgain(
  context: BookContext,
  { code, state, why, at }: Extract<Erased, { kind: "case" }>,
): Promise<D1PreparedStatement[]> {
  return [
    context.db
      .prepare("UPDATE reports SET state = ?, closed_at = ? WHERE code = ? AND closed_at IS NULL")
      .bind(state, at, code),
    ...(await contentStatements(context, code, why, at, null)),
  ];
}

async function contentStatements(
  context: BookContext,
  code: string,
  why: string,
  now: number,
  requestHash: string | null,
): Promise<D1PreparedStatement[]> {
  const { db } = context;
  const isDoomed = "EXISTS (SELECT 1 FROM report_tombstones t WHERE t.code = ?)";
  const key = `erased:${code}`;
  return [
    db
      .prepare(
        `INSERT OR IGNORE INTO report_tombstones (code, what, why, erased_at, content_hash, request_hash)
         SELECT code, 'content, messages, identity, files: ' ||
           (SELECT count(*) FROM report_media m WHERE m.code = r.code), ?, ?, content_hash, ?
         FROM reports r WHERE code = ? AND closed_at IS NOT NULL AND erased_at IS NULL`,
      )
      .bind(why, now, requestHash, code),
    await eventStatement(
      context,
      { key, code, at: now, actor: { kind: "system" }, action: "erased" },
      `${isDoomed} AND NOT EXISTS (SELECT 1 FROM report_events WHERE key = ?)`,
      code,
      key,
    ),
    db
      .prepare(
        `UPDATE reports SET content_sealed = NULL, erased_at = ?, last_event_at = ?, submission_hash = 'erased:' || code
         WHERE code = ? AND erased_at IS NULL AND ${isDoomed}`,
      )
      .bind(now, now, code, code),
    db
      .prepare(`UPDATE report_events SET detail_sealed = NULL WHERE code = ? AND ${isDoomed}`)
      .bind(code, code),
    db.prepare(`DELETE FROM report_vault WHERE code = ? AND ${isDoomed}`).bind(code, code),
    db.prepare(`DELETE FROM report_dispatches WHERE code = ? AND ${isDoomed}`).bind(code, code),
    db.prepare(`DELETE FROM report_files_missing WHERE code = ? AND ${isDoomed}`).bind(code, code),
    db
      .prepare(`UPDATE report_media SET doomed_at = ? WHERE code = ? AND doomed_at IS NULL AND ${isDoomed}`)
      .bind(now, code, code),
  ];
}

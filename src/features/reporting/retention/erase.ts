import type { BookContext } from "../book/book-context.ts";
import { eventStatement } from "../book/case-events.ts";

/** Why a report's content was deleted: a rule of the schedule, or the citizen's request. */
export type ErasureReason =
  | "retention:spam"
  | `retention:${"urgent" | "crime" | "feedback"}`
  | "request"
  | "withdrawal";

/**
 * The statements that erase one closed case, for a batch: content, messages, identity, and messages still to be sent.
 * Files are marked for deletion from the media store. A tombstone stays, and the history of the case without its words.
 * Open and already erased cases are not changed.
 * @param requestHash keyed hash of the citizen's request, so that a repeated turn gets the same answer
 */
export async function eraseStatements(
  context: BookContext,
  code: string,
  why: ErasureReason,
  now: number,
  requestHash: string | null = null,
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

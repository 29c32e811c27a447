import { KEPT_FOR } from "../../../platform/retention.ts";
import { type BookContext, marks, names } from "../book/book-context.ts";
import type { Erasure, ErasureRequest, Sweep } from "../book/report-book.ts";
import { ARRIVAL } from "../book/rows.ts";
import type { ReportState } from "../report.ts";
import { type ErasureReason, eraseStatements } from "./erase.ts";
import { cutOff, RETENTION } from "./retention-schedule.ts";

const SWEEP_LIMIT = 50;

export interface Tombstone {
  readonly code: string;
  readonly what: string;
  readonly why: ErasureReason;
  readonly erasedAt: number;
  readonly contentHash: string;
}

/**
 * Deletes what is older than its retention time or was promised to be deleted. For cron; can be repeated.
 * @param forget lets the chats forget a report first, while the book still knows whose it is
 */
export async function sweepRetention(
  context: BookContext,
  now: number,
  forget: (code: string) => Promise<void>,
): Promise<Sweep> {
  const due = [...(await promised(context, now)), ...(await pastTime(context, now))].slice(0, SWEEP_LIMIT);
  for (const { why, ...closed } of due) {
    await forget(closed.code);
    await context.db.batch(await eraseStatements(context, closed, why, now));
  }
  return { erased: due.map(({ code }) => code) };
}

/**
 * A citizen asks for deletion: `/xoadulieu`, or a withdrawal through the messenger. Closed cases are erased at once;
 * open ones are handled to the end first, as the law requires.
 * @param key idempotency key of the request: a repeated one gets the same answer
 */
export async function eraseFor(context: BookContext, request: ErasureRequest): Promise<Erasure> {
  const { db, ring } = context;
  const reporters = await ring.lookupHashes(names.reporter(request.reporter));
  const requestHash = await ring.lookupHash(names.erasure(request.key));
  await db
    .prepare(`UPDATE report_vault SET erase_at_closing = 1 WHERE reporter_hash IN (${marks(reporters)})`)
    .bind(...reporters)
    .run();
  const { results } = await db
    .prepare(
      `SELECT v.code, r.state, r.closed_at FROM report_vault v JOIN reports r ON r.code = v.code
       WHERE v.reporter_hash IN (${marks(reporters)}) ORDER BY v.submitted_at, ${ARRIVAL}`,
    )
    .bind(...reporters)
    .all<{ code: string; state: ReportState; closed_at: number | null }>();
  for (const { closed_at, ...closed } of results) {
    if (closed_at !== null)
      await db.batch(await eraseStatements(context, closed, request.why, request.at, requestHash));
  }
  const erased = await erasedBy(context, request.key);
  return { erased, kept: results.map(({ code }) => code).filter((code) => !erased.includes(code)) };
}

/** What is left of an erased report; null where it wasn't erased. */
export async function tombstoneOf({ db }: BookContext, code: string): Promise<Tombstone | null> {
  const row = await db
    .prepare("SELECT code, what, why, erased_at, content_hash FROM report_tombstones WHERE code = ?")
    .bind(code)
    .first<{ code: string; what: string; why: ErasureReason; erased_at: number; content_hash: string }>();
  if (row === null) return null;
  return { code, what: row.what, why: row.why, erasedAt: row.erased_at, contentHash: row.content_hash };
}

async function erasedBy({ db, ring }: BookContext, key: string): Promise<readonly string[]> {
  const hashes = await ring.lookupHashes(names.erasure(key));
  const { results } = await db
    .prepare(`SELECT code FROM report_tombstones WHERE request_hash IN (${marks(hashes)}) ORDER BY code`)
    .bind(...hashes)
    .all<{ code: string }>();
  return results.map(({ code }) => code);
}

interface Due {
  readonly code: string;
  readonly state: ReportState;
  readonly why: ErasureReason;
}

/** Closed cases of people who asked for deletion, once the last message to them was sent or has waited long enough. */
async function promised({ db }: BookContext, now: number): Promise<readonly Due[]> {
  const { results } = await db
    .prepare(
      `SELECT r.code, r.state FROM reports r JOIN report_vault v ON v.code = r.code
       WHERE v.erase_at_closing = 1 AND r.closed_at IS NOT NULL AND r.erased_at IS NULL
         AND (r.closed_at <= ? OR NOT EXISTS (SELECT 1 FROM report_dispatches d
           WHERE d.code = r.code AND d.target = 'reporter' AND d.state <> 'delivered'))
       LIMIT ?`,
    )
    .bind(now - KEPT_FOR.lastWord, SWEEP_LIMIT)
    .all<Omit<Due, "why">>();
  return results.map((closed) => ({ ...closed, why: "request" }));
}

async function pastTime({ db }: BookContext, now: number): Promise<readonly Due[]> {
  const due: Due[] = [];
  for (const rule of RETENTION) {
    const which = rule.id === "spam" ? "likely_spam = 1 AND state = 'rejected' AND 'spam' = ?" : "lane = ?";
    const { results } = await db
      .prepare(
        `SELECT code, state FROM reports WHERE closed_at <= ? AND erased_at IS NULL AND ${which} ORDER BY closed_at LIMIT ?`,
      )
      .bind(cutOff(rule, now), rule.id, SWEEP_LIMIT)
      .all<Omit<Due, "why">>();
    for (const closed of results)
      if (!due.some(({ code }) => code === closed.code)) due.push({ ...closed, why: `retention:${rule.id}` });
  }
  return due;
}

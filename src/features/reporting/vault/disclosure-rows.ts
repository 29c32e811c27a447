import { MINUTE, toMinute } from "../../../platform/time.ts";
import type { Standing } from "../../officials/standing.ts";
import type { Lane } from "../report.ts";

/** A request as it is stored. */
export interface DisclosureRow {
  readonly id: string;
  readonly code: string;
  readonly requested_by: string;
  readonly reason_sealed: string;
  readonly expires_at: number;
  readonly confirmed_by: string | null;
  readonly requester_standing: string | null;
  readonly confirmer_standing: string | null;
  readonly opens_at: number | null;
  readonly closes_at: number | null;
  readonly vetoed_by: string | null;
  readonly read_key: string | null;
}

/** A whole minute that is so much later; a time until which one must wait is never earlier than told. */
export const afterMinutes = (at: number, minutes: number): number =>
  minutes === 0 ? toMinute(at) : Math.ceil(at / MINUTE) * MINUTE + minutes * MINUTE;

/** Reads one request: as a statement, so that a transaction can read what it has just changed. */
export const selectRequest = (db: D1Database, id: string): D1PreparedStatement =>
  db.prepare("SELECT * FROM report_disclosures WHERE id = ?").bind(id);

/**
 * The request of a report that somebody would read: the one that this message read already, else one that is ready,
 * else the newest; null where they have asked for none.
 */
export async function requestToRead(
  db: D1Database,
  { code, by, reading }: { readonly code: string; readonly by: string; readonly reading: string },
): Promise<DisclosureRow | null> {
  return db
    .prepare(
      `SELECT * FROM report_disclosures WHERE code = ?1 AND requested_by = ?2
       ORDER BY read_key IS ?3 DESC, (confirmed_by IS NOT NULL AND vetoed_by IS NULL AND read_key IS NULL) DESC,
         requested_at DESC LIMIT 1`,
    )
    .bind(code, by, reading)
    .first<DisclosureRow>();
}

/** Requests that may be read at this moment and weren't. */
export async function openRequests(db: D1Database, now: number): Promise<readonly DisclosureRow[]> {
  const { results } = await db
    .prepare(
      `SELECT * FROM report_disclosures
       WHERE confirmed_by IS NOT NULL AND vetoed_by IS NULL AND read_key IS NULL AND opens_at <= ?1 AND closes_at > ?1`,
    )
    .bind(now)
    .all<DisclosureRow>();
  return results;
}

/** How many requests somebody has stored since a time, without the one of this id. */
export async function requestsSince(
  db: D1Database,
  { by, since, id }: { readonly by: string; readonly since: number; readonly id: string },
): Promise<number> {
  const row = await db
    .prepare(
      "SELECT count(*) AS n FROM report_disclosures WHERE requested_by = ? AND requested_at > ? AND id <> ?",
    )
    .bind(by, since, id)
    .first<{ n: number }>();
  return row?.n ?? 0;
}

export async function laneOf(db: D1Database, code: string): Promise<Lane | null> {
  const row = await db.prepare("SELECT lane FROM reports WHERE code = ?").bind(code).first<{ lane: Lane }>();
  return row?.lane ?? null;
}

/** True where anybody has asked for the identity behind a report. */
export async function isRequested(db: D1Database, code: string): Promise<boolean> {
  const row = await db
    .prepare("SELECT 1 AS yes FROM report_disclosures WHERE code = ? LIMIT 1")
    .bind(code)
    .first();
  return row !== null;
}

/** Both are who they were when they asked and confirmed, and hang on two different supervisors of the settings. */
export function areTwoPersons(row: DisclosureRow, requester: Standing, confirmer: Standing): boolean {
  return (
    requester.kind === "stands" &&
    confirmer.kind === "stands" &&
    requester.path === row.requester_standing &&
    confirmer.path === row.confirmer_standing &&
    requester.root !== confirmer.root
  );
}

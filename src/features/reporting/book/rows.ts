import { SealError } from "../../../platform/crypto/key-ring.ts";
import { logEvent } from "../../../platform/log.ts";
import type { CaseSummary, ReportStatus } from "../case.ts";
import type { Desk, Lane, Report, ReportState } from "../report.ts";
import type { BookContext } from "./book-context.ts";
import { readKinds } from "./files-missing.ts";
import { EMPTY_CONTENT, openContent } from "./sealed-content.ts";

/** A row of `reports` with the count of its undelivered messages. */
export interface ReportRow {
  readonly code: string;
  readonly lane: Lane;
  readonly category: string;
  readonly state: ReportState;
  readonly content_sealed: string | null;
  readonly content_hash: string;
  readonly likely_spam: number;
  readonly duplicate_of: string | null;
  readonly version: number;
  readonly received_at: number;
  readonly due_at: number;
  readonly changed_at: number;
  readonly last_event_at: number;
  readonly closed_at: number | null;
  readonly erased_at: number | null;
  readonly owner: string | null;
  readonly owner_label: string | null;
  readonly snoozed_until: number | null;
  readonly waiting_since: number | null;
  readonly paused_for: number;
  readonly commune_hash: string | null;
  readonly indexed_under: string | null;
  readonly undelivered: number;
  readonly merged: number;
  readonly missing: string | null;
  readonly noise: number;
}

/** The columns of a `ReportRow` from "reports r". */
export const REPORT_COLUMNS = `r.*, (SELECT count(*) FROM report_dispatches d
  WHERE d.code = r.code AND d.target = 'reporter' AND d.state = 'undeliverable') AS undelivered,
  (SELECT count(*) FROM reports o WHERE o.duplicate_of = r.code) AS merged,
  (SELECT group_concat(kinds) FROM report_files_missing m WHERE m.code = r.code) AS missing`;

/** The order in which reports came: their times are whole minutes. */
export const ARRIVAL = "(SELECT min(e.id) FROM report_events e WHERE e.code = r.code)";

export async function readRow({ db }: BookContext, code: string): Promise<ReportRow | null> {
  return db.prepare(`SELECT ${REPORT_COLUMNS} FROM reports r WHERE r.code = ?`).bind(code).first<ReportRow>();
}

/** The case as handlers may see it. @throws SealError */
export async function toReport(context: BookContext, row: ReportRow): Promise<Report> {
  return {
    code: row.code,
    lane: row.lane,
    category: row.category,
    state: row.state,
    content:
      row.content_sealed === null ? EMPTY_CONTENT : await openContent(context, row.code, row.content_sealed),
    receivedAt: row.received_at,
    dueAt: row.due_at,
    likelySpam: row.likely_spam === 1,
    desk: deskOf(row),
    version: row.version,
    undelivered: row.undelivered,
    missing: readKinds(row.missing),
    ...(row.duplicate_of !== null && { duplicateOf: row.duplicate_of }),
    ...(row.merged > 0 && { merged: row.merged }),
    ...(row.noise === 1 && { noise: true as const }),
    ...(row.erased_at !== null && { erased: true }),
  };
}

/**
 * The same where one case among others is looked at: null for one that can't be opened, so that it hides no other.
 */
export async function toReadable(context: BookContext, row: ReportRow): Promise<Report | null> {
  try {
    return await toReport(context, row);
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
    logEvent("case_unreadable", { code: error.code });
    return null;
  }
}

export const deskOf = (row: ReportRow): Desk => ({
  ...(row.owner !== null && { owner: { id: row.owner, label: row.owner_label ?? "" } }),
  ...(row.snoozed_until !== null && { snoozedUntil: row.snoozed_until }),
  ...(row.waiting_since !== null && { waitingSince: row.waiting_since }),
});

export const toStatus = (row: ReportRow): ReportStatus => ({
  code: row.code,
  lane: row.lane,
  category: row.category,
  state: row.state,
  receivedAt: row.received_at,
  changedAt: row.changed_at,
  dueAt: row.due_at,
  erased: row.erased_at !== null,
});

export const toSummary = (row: ReportRow): CaseSummary => ({
  ...toStatus(row),
  likelySpam: row.likely_spam === 1,
  version: row.version,
  desk: deskOf(row),
  lastEventAt: row.last_event_at,
  undelivered: row.undelivered,
});

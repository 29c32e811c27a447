import type { CaseSummary, ReportStatus } from "../case.ts";
import type { Lane, Report, ReportState } from "../report.ts";
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
  readonly undelivered: number;
  readonly missing: string | null;
}

/** The columns of a `ReportRow` from "reports r". */
export const REPORT_COLUMNS = `r.*, (SELECT count(*) FROM report_dispatches d
  WHERE d.code = r.code AND d.target = 'reporter' AND d.state = 'undeliverable') AS undelivered,
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
    version: row.version,
    undelivered: row.undelivered,
    missing: readKinds(row.missing),
    ...(row.duplicate_of !== null && { duplicateOf: row.duplicate_of }),
    ...(row.erased_at !== null && { erased: true }),
  };
}

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
  lastEventAt: row.last_event_at,
  undelivered: row.undelivered,
});

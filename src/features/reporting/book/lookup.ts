import { z } from "zod";
import { ChannelName } from "../../../messaging/inbound.ts";
import { DAY } from "../../../platform/time.ts";
import type { CaseSummary, Reporter, ReportStatus } from "../case.ts";
import type { Report } from "../report.ts";
import { type BookContext, bindings, marks, names } from "./book-context.ts";
import { communeOf } from "./find/commune.ts";
import {
  ARRIVAL,
  REPORT_COLUMNS,
  type ReportRow,
  readRow,
  toReadable,
  toReport,
  toStatus,
  toSummary,
} from "./rows.ts";

/** The longest list of open cases or of one reporter's reports. */
const MAX_OPEN = 200;
const MAX_OWN = 20;

const Identity = z.object({ channel: ChannelName, chat: z.string() });

export async function getReport(context: BookContext, code: string): Promise<Report | null> {
  const row = await readRow(context, code);
  return row === null ? null : toReport(context, row);
}

/** See `ReportBook.communeOf`. */
export async function communeOfCase(context: BookContext, code: string): Promise<string | null> {
  const own = await readRow(context, code);
  if (own === null) return null;
  const row = (own.duplicate_of === null ? null : await readRow(context, own.duplicate_of)) ?? own;
  return communeOf((await toReadable(context, row))?.content.where);
}

export async function statusFor(context: BookContext, code: string): Promise<ReportStatus | null> {
  const row = await readRow(context, code);
  return row === null ? null : toStatus(row);
}

export async function openCases(
  { db }: BookContext,
  { overdueAt, limit = MAX_OPEN }: { readonly overdueAt?: number; readonly limit?: number } = {},
): Promise<readonly CaseSummary[]> {
  const { results } = await db
    .prepare(
      `SELECT ${REPORT_COLUMNS} FROM reports r WHERE r.closed_at IS NULL AND r.due_at < ?1 ${overdueAt === undefined ? "" : "AND r.waiting_since IS NULL"}
       ORDER BY r.lane <> 'urgent', r.due_at, ${ARRIVAL} LIMIT ?2`,
    )
    .bind(overdueAt ?? Number.MAX_SAFE_INTEGER, Math.min(limit, MAX_OPEN))
    .all<ReportRow>();
  return results.map(toSummary);
}

export async function reportsOf(
  { db, ring }: BookContext,
  reporter: Reporter,
): Promise<readonly ReportStatus[]> {
  const hashes = await ring.lookupHashes(names.reporter(reporter));
  const { results } = await db
    .prepare(
      `SELECT ${REPORT_COLUMNS} FROM report_vault v JOIN reports r ON r.code = v.code
       WHERE v.reporter_hash IN (${marks(hashes)}) ORDER BY r.received_at DESC, ${ARRIVAL} DESC LIMIT ?`,
    )
    .bind(...hashes, MAX_OWN)
    .all<ReportRow>();
  return results.map(toStatus);
}

export async function rateOf({ db, ring }: BookContext, reporter: Reporter, now: number): Promise<number> {
  const hashes = await ring.lookupHashes(names.reporter(reporter));
  const row = await db
    .prepare(
      `SELECT count(*) AS n FROM report_vault
       WHERE reporter_hash IN (${marks(hashes)}) AND submitted_at > ? AND submitted_at <= ?`,
    )
    .bind(...hashes, now - DAY, now)
    .first<{ n: number }>();
  return row?.n ?? 0;
}

/** @throws SealError where the row was moved or its key is missing */
export async function reporterOf({ db, ring }: BookContext, code: string): Promise<Reporter | null> {
  const row = await db
    .prepare("SELECT identity_sealed FROM report_vault WHERE code = ?")
    .bind(code)
    .first<{ identity_sealed: string }>();
  if (row === null) return null;
  return Identity.parse(JSON.parse(await ring.open(row.identity_sealed, bindings.identity(code))));
}

export async function isReporter(
  { db, ring }: BookContext,
  code: string,
  reporter: Reporter,
): Promise<boolean> {
  const hashes = await ring.lookupHashes(names.reporter(reporter));
  const row = await db
    .prepare(`SELECT 1 AS yes FROM report_vault WHERE code = ? AND reporter_hash IN (${marks(hashes)})`)
    .bind(code, ...hashes)
    .first<{ yes: number }>();
  return row !== null;
}

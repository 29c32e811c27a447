import { errorCode } from "../../../platform/errors.ts";
import { logEvent } from "../../../platform/log.ts";
import { MINUTE } from "../../../platform/time.ts";
import type { Witness } from "../case.ts";
import { NOISE } from "../noise/noise-rules.ts";
import { areSameWords, saysNothingNew } from "../noise/same-words.ts";
import type { Report } from "../report.ts";
import { type BookContext, marks, names } from "./book-context.ts";
import { isOnePlace } from "./duplicates.ts";
import type { Submission } from "./report-book.ts";
import { ARRIVAL, REPORT_COLUMNS, type ReportRow, toReadable } from "./rows.ts";

/** So many are opened and compared: one hour of one kind. */
const MOST_COMPARED = 60;
const MOST_LISTED = 40;
/** The category of a report in whose words no kind was found. */
const UNREAD = "other";

/** See `ReportBook.sameOwn`. */
export async function sameOwn(
  context: BookContext,
  { reporter, category, content, lane, at, submissionKey }: Omit<Submission, "likelySpam">,
): Promise<string | null> {
  const hashes = await context.ring.lookupHashes(names.reporter(reporter));
  const own = await context.ring.lookupHashes(names.submission(submissionKey));
  const { urgentWithin, within } = NOISE.same;
  const since = at - (lane === "urgent" ? urgentWithin : within) * MINUTE;
  const { results } = await context.db
    .prepare(
      `SELECT ${REPORT_COLUMNS} FROM report_vault v JOIN reports r ON r.code = v.code
       WHERE v.reporter_hash IN (${marks(hashes)}) AND r.received_at >= ? AND r.category = ? AND r.lane = ?
         AND r.erased_at IS NULL AND (r.closed_at IS NULL
           OR EXISTS (SELECT 1 FROM reports h WHERE h.code = r.duplicate_of AND h.closed_at IS NULL))
         AND r.submission_hash NOT IN (${marks(own)})
       ORDER BY r.received_at DESC, ${ARRIVAL} DESC LIMIT ?`,
    )
    .bind(...hashes, since, category, lane, ...own, MOST_COMPARED)
    .all<ReportRow>();
  for (const row of results) {
    const before = await toReadable(context, row);
    if (before !== null && areSameWords(before.content.what, content.what)) return row.code;
  }
  return null;
}

/** One event that many report at this moment. */
export interface Burst {
  /** Its case: the first report. */
  readonly head: string;
  /** Reports of it that came before it was seen as one, and that nobody has accepted yet. */
  readonly waiting: readonly Pick<Report, "code" | "version">[];
}

/** The open case of the event that many report at this moment; null where they are too few, or it is another. */
export async function burstOf(context: BookContext, submission: Submission): Promise<Burst | null> {
  // A report is stored whatever becomes of the comparison.
  return findBurst(context, submission).catch((error: unknown) => {
    logEvent("burst_not_compared", { code: errorCode(error) });
    return null;
  });
}

async function findBurst(
  context: BookContext,
  { category, lane, content, at, reporter }: Submission,
): Promise<Burst | null> {
  const { within, from, categories } = NOISE.burst;
  // Told in words that name no kind, it may be the same event all the same; so may what several tell in the same words.
  const isUnread = category === UNREAD;
  if (!isUnread && !categories.includes(category)) return null;
  const { results } = await context.db
    .prepare(
      // The events that are known already, and the newest: on a busy day there are more than can be compared.
      `SELECT ${REPORT_COLUMNS} FROM (SELECT * FROM reports r
         WHERE r.category IN (SELECT value FROM json_each(?)) AND r.received_at BETWEEN ? AND ? AND r.closed_at IS NULL
           AND r.erased_at IS NULL AND r.noise = 0 AND (? <> 'urgent' OR r.lane = 'urgent')
         ORDER BY EXISTS (SELECT 1 FROM reports j WHERE j.duplicate_of = r.code) DESC, r.received_at DESC, ${ARRIVAL} DESC
         LIMIT ?) r ORDER BY r.received_at, ${ARRIVAL}`,
    )
    .bind(
      JSON.stringify(isUnread ? [...categories, UNREAD] : [category]),
      at - within * MINUTE,
      at,
      lane,
      MOST_COMPARED,
    )
    .all<ReportRow>();
  const ours = { content, receivedAt: at };
  const similar: Report[] = [];
  for (const row of results) {
    const other = await toReadable(context, row);
    if (other === null || !isOnePlace(ours, other)) continue;
    const isSame = other.category === UNREAD ? areSameWords : saysNothingNew;
    if (!isUnread || isSame(content.what, other.content.what)) similar.push(other);
  }
  // The urgent of them leads: in another case nobody would be called for it.
  const head = similar.find((one) => one.lane === "urgent") ?? similar[0];
  if (head === undefined) return null;
  const own = await context.ring.lookupHashes(names.reporter(reporter));
  const codes = similar.map(({ code }) => code);
  const row = await context.db
    .prepare(
      `SELECT count(DISTINCT v.reporter_hash) AS n FROM report_vault v JOIN reports r ON r.code = v.code
       WHERE (r.code IN (SELECT value FROM json_each(?1)) OR r.duplicate_of IN (SELECT value FROM json_each(?1)))
         AND v.reporter_hash NOT IN (SELECT value FROM json_each(?2))`,
    )
    .bind(JSON.stringify(codes), JSON.stringify(own))
    .first<{ n: number }>();
  const waiting = similar.filter(
    (one) => one !== head && one.state === "received" && one.category === category,
  );
  return (row?.n ?? 0) + 1 >= from ? { head: head.code, waiting } : null;
}

/** See `ReportBook.witnesses`. */
export async function witnessesOf(
  context: BookContext,
  code: string,
  limit: number,
): Promise<readonly Witness[]> {
  const { results } = await context.db
    .prepare(
      `SELECT ${REPORT_COLUMNS} FROM reports r WHERE r.duplicate_of = ? AND r.erased_at IS NULL
       ORDER BY r.received_at DESC, ${ARRIVAL} DESC LIMIT ?`,
    )
    .bind(code, limit)
    .all<ReportRow>();
  return witnesses(context, results);
}

/** See `ReportBook.noiseBetween`. */
export async function noiseBetween(
  context: BookContext,
  from: number,
  until: number,
): Promise<{ readonly all: number; readonly newest: readonly Witness[] }> {
  const { results } = await context.db
    .prepare(
      `SELECT ${REPORT_COLUMNS}, count(*) OVER () AS all_of_them FROM reports r
       WHERE r.noise = 1 AND r.received_at >= ? AND r.received_at < ? AND r.erased_at IS NULL
       ORDER BY r.received_at DESC, ${ARRIVAL} DESC LIMIT ?`,
    )
    .bind(from, until, MOST_LISTED)
    .all<ReportRow & { all_of_them: number }>();
  return {
    all: results[0]?.all_of_them ?? 0,
    newest: await witnesses(context, results),
  };
}

async function witnesses(context: BookContext, rows: readonly ReportRow[]): Promise<readonly Witness[]> {
  const reports = await Promise.all(rows.map((row) => toReadable(context, row)));
  return reports.flatMap((report) => {
    if (report === null) return [];
    const { code, content, receivedAt } = report;
    return [{ code, at: receivedAt, what: content.what, files: content.media.length }];
  });
}

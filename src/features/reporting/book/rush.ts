import { MINUTE } from "../../../platform/time.ts";
import type { Rush } from "../case.ts";
import { CATEGORY_IDS } from "../deadlines/lane-of.ts";
import { NOISE } from "../noise/noise-rules.ts";
import type { Report } from "../report.ts";
import type { BookContext } from "./book-context.ts";
import { ARRIVAL, REPORT_COLUMNS, type ReportRow, toReadable } from "./rows.ts";

const { minutes, cards, onList } = NOISE.rush;
const WITHIN = minutes * MINUTE;

/** See `ReportBook.rushOf`. */
export async function rushOf(context: BookContext, code: string): Promise<Rush | null> {
  const { db } = context;
  const own = await db
    .prepare("SELECT received_at, lane, noise FROM reports WHERE code = ?")
    .bind(code)
    .first<Pick<ReportRow, "received_at" | "lane" | "noise">>();
  if (own === null || own.lane === "urgent" || own.noise === 1) return null;
  const from = own.received_at - (own.received_at % WITHIN);
  const { results } = await db
    .prepare(
      // By category, as the index has it. What is joined or closed meanwhile keeps its place: no list moves.
      `SELECT r.code FROM reports r
       WHERE r.category IN (SELECT value FROM json_each(?)) AND r.received_at >= ? AND r.received_at < ?
         AND r.lane <> 'urgent' AND r.noise = 0 ORDER BY ${ARRIVAL}`,
    )
    .bind(JSON.stringify(CATEGORY_IDS), from, from + WITHIN)
    .all<Pick<ReportRow, "code">>();
  const codes = results.map((row) => row.code);
  const place = codes.indexOf(code) - cards;
  if (place < 0) return null;
  const page = Math.floor(place / onList);
  const listed = codes.slice(cards + page * onList, cards + (page + 1) * onList);
  return { from, page, codes: listed };
}

/** See `ReportBook.getMany`. */
export async function getMany(context: BookContext, codes: readonly string[]): Promise<readonly Report[]> {
  const { results } = await context.db
    .prepare(
      `SELECT ${REPORT_COLUMNS} FROM reports r
       WHERE r.code IN (SELECT value FROM json_each(?)) AND r.erased_at IS NULL ORDER BY ${ARRIVAL}`,
    )
    .bind(JSON.stringify(codes))
    .all<ReportRow>();
  const reports = await Promise.all(results.map((row) => toReadable(context, row)));
  return reports.flatMap((report) => report ?? []);
}

import { MINUTE } from "../../../platform/time.ts";
import type { Rush } from "../case.ts";
import { CATEGORY_IDS } from "../deadlines/lane-of.ts";
import { NOISE } from "../noise/noise-rules.ts";
import type { Report } from "../report.ts";
import type { BookContext } from "./book-context.ts";
import { ARRIVAL, REPORT_COLUMNS, type ReportRow, toReadable } from "./rows.ts";

const { minutes, cards, cardsAfter, onList } = NOISE.rush;
const WITHIN = minutes * MINUTE;

/** See `ReportBook.rushOf`. */
export async function rushOf(
  context: BookContext,
  { code, lane, noise, receivedAt }: Pick<Report, "code" | "lane" | "noise" | "receivedAt">,
): Promise<Rush | null> {
  if (lane === "urgent" || noise === true) return null;
  const from = receivedAt - (receivedAt % WITHIN);
  const codes = await receivedFrom(context, from);
  const at = codes.indexOf(code);
  if (at < cardsAfter) return null;
  const goesOn = (await receivedFrom(context, from - WITHIN)).length > cards;
  const first = goesOn ? cardsAfter : cards;
  if (at < first) return null;
  const page = Math.floor((at - first) / onList);
  return { from, page, codes: codes.slice(first + page * onList, first + (page + 1) * onList) };
}

/** What may stand on a list of these minutes. What is joined or closed meanwhile keeps its place: no list moves. */
async function receivedFrom({ db }: BookContext, from: number): Promise<readonly string[]> {
  const { results } = await db
    .prepare(
      // By category, as the index has it.
      `SELECT r.code FROM reports r
       WHERE r.category IN (SELECT value FROM json_each(?)) AND r.received_at >= ? AND r.received_at < ?
         AND r.lane <> 'urgent' AND r.noise = 0 ORDER BY ${ARRIVAL}`,
    )
    .bind(JSON.stringify(CATEGORY_IDS), from, from + WITHIN)
    .all<Pick<ReportRow, "code">>();
  return results.map(({ code }) => code);
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

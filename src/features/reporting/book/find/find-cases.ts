import type { Report } from "../../report.ts";
import type { BookContext } from "../book-context.ts";
import { openEvents, readHistories } from "../case-events.ts";
import { REPORT_COLUMNS, type ReportRow, toReadable, toSummary } from "../rows.ts";
import type { CaseQuery, Found } from "./case-query.ts";
import { drawerOf, findableWords, wordsOfCase } from "./case-words.ts";
import { communeHashes, communesByHash } from "./commune.ts";
import { catchUp } from "./index-case.ts";

/** More words than these don't make a search better. */
const MOST_WORDS = 6;
/** So many possible cases are opened and compared, the first ones of the order. */
const MOST_OPENED = 200;
/** So many cases, those that changed last, are put into the index before a search; cron does the rest. */
const CAUGHT_UP = 15;

const GROUPS: Readonly<Record<CaseQuery["group"], string>> = {
  open: "r.closed_at IS NULL AND (r.snoozed_until IS NULL OR r.snoozed_until <= ?1)",
  new: "r.closed_at IS NULL AND r.state = 'received'",
  overdue: "r.closed_at IS NULL AND r.due_at < ?1 AND r.waiting_since IS NULL",
  resting: "r.closed_at IS NULL AND (r.snoozed_until > ?1 OR r.waiting_since IS NOT NULL)",
  closed: "r.closed_at IS NOT NULL",
  all: "1",
};

const OVERDUE = "r.closed_at IS NULL AND r.due_at < ?1 AND r.waiting_since IS NULL";

/** Open before closed; of the open the urgent, then what is no joke, then the overdue, then the earliest due; of the closed the newest. */
const ORDER = `r.closed_at IS NOT NULL, CASE WHEN r.closed_at IS NULL THEN r.lane <> 'urgent' END,
  CASE WHEN r.closed_at IS NULL THEN r.noise END,
  CASE WHEN r.closed_at IS NULL THEN NOT (${OVERDUE}) END, CASE WHEN r.closed_at IS NULL THEN r.due_at END,
  r.closed_at DESC, r.received_at, r.code`;

interface Where {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/** See `ReportBook.find`. */
export async function findCases(context: BookContext, query: CaseQuery): Promise<Found> {
  const where = await conditionsOf(context, query);
  const words = [...findableWords(query.words ?? "")].slice(0, MOST_WORDS);
  if (query.words !== undefined && words.length === 0)
    return { cases: [], total: 0, overdue: 0, isCut: false };
  return words.length === 0 ? byRows(context, query, where) : byWords(context, query, where, words);
}

async function byRows(context: BookContext, query: CaseQuery, { sql, values }: Where): Promise<Found> {
  const { db } = context;
  const [counts, page] = await db.batch([
    db
      .prepare(
        `SELECT count(*) AS total, coalesce(sum(${OVERDUE}), 0) AS overdue FROM reports r WHERE ${sql}`,
      )
      .bind(...values),
    db
      .prepare(
        `SELECT ${REPORT_COLUMNS} FROM (SELECT * FROM reports r WHERE ${sql} ORDER BY ${ORDER}
           LIMIT ${query.limit} OFFSET ${query.offset ?? 0}) r ORDER BY ${ORDER}`,
      )
      .bind(...values),
  ]);
  const { total = 0, overdue = 0 } = (counts?.results[0] ?? {}) as { total?: number; overdue?: number };
  return {
    cases: await summaries(context, (page?.results ?? []) as ReportRow[]),
    total,
    overdue,
    isCut: false,
  };
}

/** First by drawers, which may hold other words too; then those that are possible are opened and compared. */
async function byWords(
  context: BookContext,
  { now, limit, offset = 0, categories = [] }: CaseQuery,
  { sql, values }: Where,
  words: readonly string[],
): Promise<Found> {
  await catchUp(context, CAUGHT_UP, { newest: true });
  const drawers = await drawersOf(context, words);
  const slot = values.length + 1;
  const { results } = await context.db
    .prepare(
      `SELECT ${REPORT_COLUMNS} FROM reports r WHERE ${sql} AND (r.category IN (SELECT value FROM json_each(?${slot + 2})) OR r.code IN (
         SELECT w.code FROM json_each(?${slot}) j JOIN report_words w
           ON w.month = json_extract(j.value, '$[0]') AND w.drawer = json_extract(j.value, '$[1]')
         GROUP BY w.code HAVING count(DISTINCT json_extract(j.value, '$[2]')) = ?${slot + 1}))
       ORDER BY ${ORDER} LIMIT ${MOST_OPENED + 1}`,
    )
    .bind(...values, JSON.stringify(drawers), words.length, JSON.stringify(categories))
    .all<ReportRow>();
  const possible = results.slice(0, MOST_OPENED);
  const ofKind = (row: ReportRow) => categories.includes(row.category);
  const found = await withAll(
    context,
    possible.filter((row) => !ofKind(row)),
    words,
  );
  const rows = possible.filter((row) => ofKind(row) || found.has(row.code));
  return {
    cases: await summaries(context, rows.slice(offset, offset + limit)),
    total: rows.length,
    overdue: rows.filter((row) => row.closed_at === null && row.waiting_since === null && row.due_at < now)
      .length,
    isCut: results.length > MOST_OPENED,
  };
}

/** For each month that has words, each key and each word: where it lies. */
async function drawersOf({ db, ring }: BookContext, words: readonly string[]) {
  const { results } = await db
    .prepare(
      `WITH RECURSIVE m(month) AS (
         SELECT min(month) FROM report_words
         UNION ALL SELECT (SELECT min(w.month) FROM report_words w WHERE w.month > m.month) FROM m WHERE m.month IS NOT NULL
       ) SELECT month FROM m WHERE month IS NOT NULL`,
    )
    .all<{ month: string }>();
  return results.flatMap(({ month }) =>
    ring.ids.flatMap((id) => words.map((word, i) => [month, drawerOf(ring, id, month, word), i] as const)),
  );
}

/** Those that have all words: on the card, or in what handlers wrote, which is read for all of them in one call. */
async function withAll(
  context: BookContext,
  rows: readonly ReportRow[],
  words: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const missing = new Map<string, { readonly report: Report; readonly words: readonly string[] }>();
  for (const row of rows) {
    const report = await toReadable(context, row);
    if (report === null) continue;
    const onCard = wordsOfCase(report.content, []);
    const others = words.filter((word) => !onCard.has(word));
    if (others.length === 0) found.add(row.code);
    else missing.set(row.code, { report, words: others });
  }
  if (missing.size === 0) return found;
  for (const [code, events] of await readHistories(context, [...missing.keys()])) {
    const { report, words: others } = missing.get(code) ?? {};
    if (report === undefined || others === undefined) continue;
    const written = wordsOfCase(report.content, await openEvents(context, events));
    if (others.every((word) => written.has(word))) found.add(code);
  }
  return found;
}

async function conditionsOf({ ring }: BookContext, query: CaseQuery): Promise<Where> {
  const values: (string | number)[] = [query.now];
  const sql = [`?1 = ?1 AND ${GROUPS[query.group]}`];
  const slot = (value: string): string => {
    values.push(value);
    return `?${values.length}`;
  };
  if (query.open === true) sql.push("r.closed_at IS NULL");
  if (query.owner === "nobody") sql.push("r.owner IS NULL");
  else if (query.owner !== undefined) sql.push(`r.owner = ${slot(query.owner.id)}`);
  if (query.lane !== undefined) sql.push(`r.lane = ${slot(query.lane)}`);
  if (query.communes !== undefined) {
    const hashes = await Promise.all(query.communes.map((commune) => communeHashes(ring, commune)));
    sql.push(`r.commune_hash IN (SELECT value FROM json_each(${slot(JSON.stringify(hashes.flat()))}))`);
  }
  return { sql: sql.join(" AND "), values };
}

async function summaries({ ring }: BookContext, rows: readonly ReportRow[]) {
  const names = await communesByHash(ring);
  return rows.map((row) => {
    const commune = row.commune_hash === null ? undefined : names.get(row.commune_hash);
    return { ...toSummary(row), ...(commune !== undefined && { commune }) };
  });
}

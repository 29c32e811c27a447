import { localDay } from "../../../../language/dates.ts";
import { SealError } from "../../../../platform/crypto/key-ring.ts";
import { logEvent } from "../../../../platform/log.ts";
import type { CaseEvent } from "../../case.ts";
import type { ReportContent } from "../../report.ts";
import type { BookContext } from "../book-context.ts";
import { openEvents, readHistories, type SealedEvent } from "../case-events.ts";
import { figureStatement } from "../case-figures.ts";
import { openContent } from "../sealed-content.ts";
import { drawerOf, wordsOfCase } from "./case-words.ts";
import { communeHashes, communeOf } from "./commune.ts";

interface ToIndex {
  readonly code: string;
  readonly receivedAt: number;
  readonly content: ReportContent;
  /** `content_hash` of the content that was read. */
  readonly hash: string;
  /** Absent for a new case. */
  readonly history?: readonly CaseEvent[];
}

/** "2026-11": words of one month share their drawers. */
export const monthOf = (at: number): string => localDay(at).slice(0, 7);

/**
 * The statements that put a case into the index of the desk, for a batch. What was written on it meanwhile leaves it to
 * be read again.
 */
export async function indexStatements(
  { db, ring }: BookContext,
  { code, receivedAt, content, hash, history = [] }: ToIndex,
): Promise<D1PreparedStatement[]> {
  const month = monthOf(receivedAt);
  const words = [...wordsOfCase(content, history)];
  const drawers = new Set(words.map((word) => drawerOf(ring, ring.currentId, month, word)));
  const commune = communeOf(content.where);
  const figure = await figureStatement({ db, ring }, { code, month, commune });
  const [communeHash = null] = commune === null ? [] : await communeHashes(ring, commune);
  const isSame = `code = ? AND content_hash = ? AND erased_at IS NULL
    AND (SELECT count(*) FROM report_events e WHERE e.code = reports.code) <= ?`;
  // Its first line may be in the same batch.
  const lines = Math.max(1, history.length);
  return [
    figure,
    db.prepare("DELETE FROM report_words WHERE code = ?").bind(code),
    db
      .prepare(
        `INSERT OR IGNORE INTO report_words (month, drawer, code)
         SELECT ?, j.value, code FROM reports, json_each(?) j WHERE code = ? AND erased_at IS NULL`,
      )
      .bind(month, JSON.stringify([...drawers]), code),
    db
      .prepare(`UPDATE reports SET indexed_under = ?, commune_hash = ? WHERE ${isSame}`)
      .bind(ring.currentId, communeHash, code, hash, lines),
  ];
}

interface RowToRead {
  readonly code: string;
  readonly received_at: number;
  readonly content_sealed: string;
  readonly content_hash: string;
}

/**
 * See `ReportBook.catchUp`: new words, another place, a new key of the ring, cases from before there was an index. All of
 * them in three calls: somebody may be waiting for what is found. In any order: those that can't be opened would else be
 * the same ones each time.
 * @param newest what changed last is read first, for who looks for what was just written
 */
export async function catchUp(
  context: BookContext,
  limit: number,
  { newest = false }: { readonly newest?: boolean } = {},
): Promise<number> {
  const { db, ring } = context;
  const { results } = await db
    .prepare(
      `SELECT code, received_at, content_sealed, content_hash FROM reports
       WHERE erased_at IS NULL AND (indexed_under IS NULL OR indexed_under < ?1 OR indexed_under > ?1)
       ORDER BY ${newest ? "last_event_at DESC" : "random()"} LIMIT ?2`,
    )
    .bind(ring.currentId, limit)
    .all<RowToRead>();
  if (results.length === 0) return 0;
  const histories = await readHistories(
    context,
    results.map(({ code }) => code),
  );
  const statements: D1PreparedStatement[] = [];
  for (const row of results)
    statements.push(...(await statementsOf(context, row, histories.get(row.code) ?? [])));
  if (statements.length > 0) await db.batch(statements);
  return results.length;
}

/** None for a case that can't be opened. */
async function statementsOf(
  context: BookContext,
  { code, received_at: receivedAt, content_sealed: sealed, content_hash: hash }: RowToRead,
  events: readonly SealedEvent[],
): Promise<readonly D1PreparedStatement[]> {
  try {
    const content = await openContent(context, code, sealed);
    const history = await openEvents(context, events);
    return await indexStatements(context, { code, receivedAt, content, hash, history });
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
    logEvent("case_unreadable", { code: error.code });
    return [];
  }
}

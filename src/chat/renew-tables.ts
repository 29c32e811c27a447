import { CHAT_MIGRATIONS } from "./chat-migrations.ts";

const TABLES = ["inbox", "outbox", "notes"] as const;
/** A value may have two megabytes. */
const PIECE = 1_000_000;

/**
 * Makes a chat's tables anew, with the rows that they have now, and overwrites every page that this frees: what was
 * deleted before is in the chat's file no more, not even for who has the keys. Part of the caller's transaction, so that
 * a death leaves the chat as it was or as it is to be. (`deleteAll()` would not do: workerd deletes the file at once, and
 * a death before the next write would lose which messages were answered.)
 */
export function renewTables(sql: SqlStorage): void {
  const lastPart = lastPartOf(sql);
  const kept = TABLES.map((table) => ({ table, rows: sql.exec(`SELECT * FROM ${table}`).toArray() }));
  for (const table of TABLES) sql.exec(`DROP TABLE ${table}`);
  // Before the new tables: they would take free pages without clearing them.
  overwriteFreePages(sql);
  for (const step of CHAT_MIGRATIONS) sql.exec(step);
  for (const { table, rows } of kept)
    for (const row of rows) {
      const columns = Object.keys(row);
      sql.exec(
        `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`,
        ...Object.values(row),
      );
    }
  countPartsFrom(sql, lastPart);
}

/** The highest number that a part ever had. */
export function lastPartOf(sql: SqlStorage): number {
  const row = sql.exec<{ seq: number }>("SELECT seq FROM sqlite_sequence WHERE name = 'outbox'").toArray()[0];
  return row?.seq ?? 0;
}

/** The next part gets a higher number than this: an operator's book may know of lower ones. */
export function countPartsFrom(sql: SqlStorage, seq: number): void {
  if (seq <= lastPartOf(sql)) return;
  sql.exec(
    "INSERT INTO outbox (seq, channel, chat, body, next_at, created_at) VALUES (?, '', '', '', 0, 0)",
    seq,
  );
  sql.exec("DELETE FROM outbox WHERE seq = ?", seq);
}

/** What is inserted takes the free pages first: zeros as large as the whole file take them all. */
function overwriteFreePages(sql: SqlStorage): void {
  const bytes = sql.databaseSize;
  sql.exec("CREATE TABLE filler (zeros BLOB)");
  for (let filled = 0; filled < bytes; filled += PIECE)
    sql.exec("INSERT INTO filler (zeros) VALUES (zeroblob(?))", Math.min(PIECE, bytes - filled));
  sql.exec("DROP TABLE filler");
}

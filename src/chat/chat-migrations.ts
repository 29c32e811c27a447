/**
 * The messages of one chat. Every page written there is paid for with each message, so nothing but the key is indexed.
 *
 * `inbound` is emptied when the turn is done: what remains is the tombstone against redelivery. A parked one keeps its words.
 * `day` is the day of receipt, which never goes back, and `nth` its number among the messages of that day, for the loss
 * ledger; `channel` is null where nobody wrote: a pause that is over is no message received.
 */
const INBOX = `
CREATE TABLE IF NOT EXISTS inbox (
  seq INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  inbound TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'answered', 'ignored', 'parked')),
  attempts INTEGER NOT NULL DEFAULT 0,
  next_at INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  day TEXT NOT NULL,
  nth INTEGER NOT NULL,
  channel TEXT,
  parked_at INTEGER
);`;

/**
 * What is to be sent. `message` is the one that a part answers; null for what another chat wanted said. A part's number
 * is never used again: an operator's book names it.
 */
const OUTBOX = `
CREATE TABLE IF NOT EXISTS outbox (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  channel TEXT NOT NULL,
  chat TEXT NOT NULL,
  body TEXT NOT NULL,
  marks TEXT,
  state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'held', 'parked')),
  attempts INTEGER NOT NULL DEFAULT 0,
  next_at INTEGER NOT NULL,
  reason TEXT,
  created_at INTEGER NOT NULL,
  message INTEGER,
  parked_at INTEGER
);`;

/** Everything else that a chat remembers, by kind (key-values.ts). */
const NOTES = `
CREATE TABLE IF NOT EXISTS notes (
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (kind, key)
) WITHOUT ROWID;`;

/**
 * The steps by which a chat's own tables change; number 1 comes first. A step that has been released is never edited: the
 * next change is another one at the end, as in the files of `migrations/`.
 *
 * The first one makes the tables of release 0.1.0. A chat of that release has no number yet, and perhaps not all of them:
 * so it leaves those that are there.
 * @example `ALTER TABLE inbox ADD COLUMN language TEXT;` as a second element
 */
export const CHAT_MIGRATIONS: readonly string[] = [INBOX + OUTBOX + NOTES];

const VERSION = "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)";

/**
 * Brings a chat's tables to the newest schema, all steps at once or none. `PRAGMA user_version` is not open to a Durable
 * Object, hence a table. Where nothing is to be done, it costs two reads.
 * @throws Error where the tables are newer than this code: an older release must not write into them
 */
export function migrateChat(
  storage: Pick<DurableObjectStorage, "sql" | "transactionSync">,
  steps: readonly string[] = CHAT_MIGRATIONS,
): void {
  const { sql } = storage;
  const version = versionOf(sql);
  if (version === steps.length) return;
  if (version > steps.length) throw new Error(`chat schema ${version} is newer than ${steps.length}`);
  storage.transactionSync(() => {
    for (const step of steps.slice(version)) sql.exec(step);
    sql.exec(VERSION);
    sql.exec("DELETE FROM schema_version");
    sql.exec("INSERT INTO schema_version (version) VALUES (?)", steps.length);
  });
}

function versionOf(sql: SqlStorage): number {
  const isKept = sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'schema_version'").toArray().length > 0;
  if (!isKept) return 0;
  return sql.exec<{ version: number }>("SELECT version FROM schema_version").toArray()[0]?.version ?? 0;
}

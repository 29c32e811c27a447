/**
 * The messages of one chat. Each message pays for every page that it writes, so only the key has an index.
 *
 * Where keys are set, `key` is a keyed hash and `inbound` is sealed (chat-seal.ts). `inbound` is emptied when the turn is done; the row stays as a tombstone against redelivery. A parked message keeps
 * its words. `day` is the day of receipt and never decreases. `nth` is the message's number on that day, for the loss
 * ledger. `channel` is null where nobody wrote: the end of a pause is no received message.
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
 * What is to be sent. Where keys are set, `body` is sealed and has `chat` and `marks` inside. `message` is the message that a part answers; null for a message from another chat. A part's
 * number is never used again, because the operator's book refers to it.
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

/** Everything else that a chat stores, by kind (key-values.ts). */
const NOTES = `
CREATE TABLE IF NOT EXISTS notes (
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (kind, key)
) WITHOUT ROWID;`;

/**
 * What decides the order of sending (send-order.ts). `divided_from` is the part whose place a part has taken over. Parts
 * of an earlier release keep their order, but their files no longer hold up words.
 */
const SEND_ORDER = `
ALTER TABLE outbox ADD COLUMN rank INTEGER NOT NULL DEFAULT 2;
ALTER TABLE outbox ADD COLUMN queue TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN divided_from INTEGER;
UPDATE outbox SET rank = 4 WHERE body LIKE '{"method":"sendMedia"%';
UPDATE outbox SET rank = 0, queue = 'danger-' || message WHERE marks LIKE '%"urgent":true%' AND message IS NOT NULL;`;

/**
 * The steps by which a chat's own tables change; number 1 comes first. Never edit a released step: add another one at
 * the end, as in `migrations/`.
 *
 * The first one makes the tables of release 0.1.0. A chat of that release has no version number yet and perhaps not all
 * tables, so this step keeps those that exist.
 * @example `ALTER TABLE inbox ADD COLUMN language TEXT;` as a second element
 */
export const CHAT_MIGRATIONS: readonly string[] = [
  INBOX + OUTBOX + NOTES,
  SEND_ORDER,
  // A keyed hash of the report that a note is about: when the report is erased, its notes are found without opening any.
  "ALTER TABLE notes ADD COLUMN report TEXT;",
];

const VERSION = "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)";

/**
 * Brings a chat's tables to the newest schema, all steps at once or none. A Durable Object can't use `PRAGMA
 * user_version`, so the version is in a table. Without changes this costs two reads.
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

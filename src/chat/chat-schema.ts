/**
 * The messages of one chat, the only table that a webhook's acknowledgement waits for: every page written there is paid
 * for with each message, so nothing but the key is indexed. See docs/speed.md.
 *
 * `inbound` is emptied when the turn is done: what remains is the tombstone against redelivery. A parked one keeps its words.
 * `day` is the day of receipt, which never goes back, and `nth` the how-manieth message of that day it is, for the loss
 * ledger; `channel` is null where nobody wrote: a pause that is over is no message received.
 */
const INBOX = `
CREATE TABLE inbox (
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
)`;

/**
 * What is to be sent, and everything else that a chat remembers, by kind (notes.ts). `message` is the one that a part
 * answers; null for what another chat wanted said. A part's number is never used again: an operator's book names it.
 */
const REST = `
CREATE TABLE outbox (
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
);
CREATE TABLE notes (
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (kind, key)
) WITHOUT ROWID`;

/** Makes the table of a new chat's messages. */
export function prepareInbox(sql: SqlStorage): void {
  if (!has(sql, "inbox")) sql.exec(INBOX);
}

/** Makes the tables that the first turn needs. */
export function prepareRest(sql: SqlStorage): void {
  if (!has(sql, "notes")) sql.exec(REST);
}

const has = (sql: SqlStorage, table: string): boolean =>
  sql.exec("SELECT 1 FROM sqlite_master WHERE name = ?", table).toArray().length > 0;

/** The tables of one chat. Few, because each new chat begins by making them: see docs/speed.md. */
const SCHEMA = `
CREATE TABLE inbox (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  -- Emptied when the turn is done: what remains is the tombstone against redelivery. A parked one keeps its words.
  inbound TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'answered', 'ignored', 'parked')),
  attempts INTEGER NOT NULL DEFAULT 0,
  next_at INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  -- For the loss ledger: the day of receipt, which never goes back, and the how-manieth message of that day it is.
  day TEXT NOT NULL,
  nth INTEGER NOT NULL,
  -- Null where nobody wrote: a pause that is over is no message received.
  channel TEXT,
  parked_at INTEGER
);
CREATE INDEX inbox_pending ON inbox (seq) WHERE state = 'pending';
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
  -- The message that it answers; null for what another chat wanted said.
  message INTEGER,
  parked_at INTEGER
);
-- Everything else that a chat remembers, by kind; see notes.ts. Made last: where it is, the others are.
CREATE TABLE notes (
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (kind, key)
) WITHOUT ROWID;
`;

/** Makes the tables of a new chat. */
export function prepare(sql: SqlStorage): void {
  const known = sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'notes'").toArray();
  if (known.length === 0) sql.exec(SCHEMA);
}

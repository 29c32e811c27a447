-- The loss ledger: what became of the messages that a conversation received on a day, as the conversation itself counts
-- them. Rows older than a month are summed up under the empty conversation. `conversation` is the Durable Object's id.
CREATE TABLE ledger_days (
  day TEXT NOT NULL,
  channel TEXT NOT NULL,
  conversation TEXT NOT NULL,
  received INTEGER NOT NULL,
  answered INTEGER NOT NULL,
  ignored INTEGER NOT NULL,
  pending INTEGER NOT NULL,
  parked INTEGER NOT NULL,
  -- When the last of them came, in milliseconds since the epoch.
  last_at INTEGER NOT NULL,
  PRIMARY KEY (day, channel, conversation)
) WITHOUT ROWID;
CREATE INDEX ledger_days_unsettled ON ledger_days (conversation) WHERE pending > 0;

-- A supervisor names a parked message by its number, which never passes to another one.
ALTER TABLE parked_messages ADD COLUMN number INTEGER;
UPDATE parked_messages SET number = (
  SELECT count(*) FROM parked_messages AS earlier
  WHERE (earlier.conversation, earlier.message) <= (parked_messages.conversation, parked_messages.message)
);
CREATE UNIQUE INDEX parked_messages_by_number ON parked_messages (number);
CREATE INDEX parked_messages_open ON parked_messages (parked_at) WHERE resolved_at IS NULL;

-- What cron remembers from one run to the next.
CREATE TABLE operations_state (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  at INTEGER NOT NULL
) WITHOUT ROWID;

-- Alarms told to the supervisors. `round` counts what was told, so that each telling has a key of its own.
CREATE TABLE alarms (
  name TEXT PRIMARY KEY,
  active INTEGER NOT NULL,
  since INTEGER NOT NULL,
  round INTEGER NOT NULL,
  told_at INTEGER,
  told_open INTEGER NOT NULL
) WITHOUT ROWID;

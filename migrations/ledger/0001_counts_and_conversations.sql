-- Counts by day and kind; never a message, never an identity.
CREATE TABLE daily_counts (
  day TEXT NOT NULL,
  channel TEXT NOT NULL,
  kind TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (day, channel, kind)
) WITHOUT ROWID;

-- Which conversations were active on a day, so that a sweep can wake them. `id` is the Durable Object's
-- own id, a keyed hash: no platform id can be read from it.
CREATE TABLE active_conversations (
  day TEXT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (day, id)
) WITHOUT ROWID;

-- Messages that could not be delivered, for an operator to see. The words stay in the conversation.
CREATE TABLE parked_messages (
  conversation TEXT NOT NULL,
  message TEXT NOT NULL,
  channel TEXT NOT NULL,
  reason TEXT NOT NULL,
  parked_at INTEGER NOT NULL,
  resolved_at INTEGER,
  PRIMARY KEY (conversation, message)
) WITHOUT ROWID;

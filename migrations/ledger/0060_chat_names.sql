-- The key by which chats get their names: random, made once, sealed under the key ring, never changed. Without it no chat
-- that was named by it is found again.
CREATE TABLE name_keys (
  name TEXT PRIMARY KEY,
  key_sealed TEXT NOT NULL
) WITHOUT ROWID;

-- Chats whose object has a name that can be guessed from an account: those of earlier releases, and of a time without
-- keys. Each leaves the list when its rows have moved.
CREATE TABLE plain_conversations (
  id TEXT PRIMARY KEY
) WITHOUT ROWID;
INSERT INTO plain_conversations (id)
SELECT id FROM active_conversations
UNION SELECT conversation FROM ledger_days WHERE conversation <> ''
UNION SELECT conversation FROM parked_messages;

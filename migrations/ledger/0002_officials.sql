-- Who is an official. The Telegram id is the key of the grant: without it no role could be checked.
CREATE TABLE officials (
  telegram_id TEXT PRIMARY KEY,
  role TEXT NOT NULL CHECK (role IN ('viewer', 'duty', 'supervisor')),
  label TEXT NOT NULL,
  granted_by TEXT NOT NULL,
  granted_at INTEGER NOT NULL
) WITHOUT ROWID;

-- One-time invitations. Only a hash of the link's token is kept.
CREATE TABLE invitations (
  token_hash TEXT PRIMARY KEY,
  role TEXT NOT NULL CHECK (role IN ('viewer', 'duty', 'supervisor')),
  label TEXT NOT NULL,
  invited_by TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  used_by TEXT,
  used_at INTEGER
) WITHOUT ROWID;

-- Append-only: what was done by whom. `key` makes a repeated turn write it once.
CREATE TABLE audit (
  key TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX audit_by_time ON audit (at);

-- Two persons means two persons. A grant is made once and never changed: a new role is a revocation and a new grant. So
-- granted_at is the beginning of an unbroken tenure, and granted_by its place in the tree of invitations.
ALTER TABLE officials ADD COLUMN id TEXT;
UPDATE officials SET id = lower(hex(randomblob(3)));
CREATE UNIQUE INDEX officials_by_id ON officials (id);

CREATE TRIGGER officials_fixed BEFORE UPDATE ON officials
BEGIN
  SELECT RAISE(ABORT, 'a grant is never changed');
END;

ALTER TABLE invitations ADD COLUMN id TEXT;
UPDATE invitations SET id = lower(hex(randomblob(3)));
CREATE UNIQUE INDEX invitations_by_id ON invitations (id);

-- What supervisors have to be told: written with what it tells of, carried after, and again until it arrived.
CREATE TABLE official_notices (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  -- One official's Telegram id; null for all supervisors, except for the one who did it.
  recipient TEXT,
  actor TEXT,
  -- Sealed where there are keys; empty once told.
  body TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  told_at INTEGER
);
CREATE INDEX official_notices_waiting ON official_notices (id) WHERE told_at IS NULL;

-- One-time codes of supervisors. The secret is derived from a key of the ring, the id and the epoch: nothing here opens it.
CREATE TABLE official_codes (
  telegram_id TEXT PRIMARY KEY,
  epoch INTEGER NOT NULL DEFAULT 0,
  -- The ring's key that the secret comes from; null until the first code was right.
  key_id TEXT,
  -- The last time step whose code was used, and the message that used it.
  last_step INTEGER NOT NULL DEFAULT 0,
  last_key TEXT,
  wrong INTEGER NOT NULL DEFAULT 0,
  locked_until INTEGER
) WITHOUT ROWID;

-- What the standing of both was: a change of either voids the request.
ALTER TABLE report_disclosures ADD COLUMN requester_standing TEXT;
ALTER TABLE report_disclosures ADD COLUMN confirmer_standing TEXT;
-- From when to when it may be read, once it is confirmed.
ALTER TABLE report_disclosures ADD COLUMN opens_at INTEGER;
ALTER TABLE report_disclosures ADD COLUMN closes_at INTEGER;
ALTER TABLE report_disclosures ADD COLUMN vetoed_by TEXT;
ALTER TABLE report_disclosures ADD COLUMN vetoed_at INTEGER;

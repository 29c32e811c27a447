-- A file has its row before it is stored. Until it belongs to a case, the row bears a keyed hash of the chat that sent it
-- and an end, rounded up to the hour; then the code of the case only.
CREATE TABLE report_media_new (
  key TEXT PRIMARY KEY,
  code TEXT,
  owner_hash TEXT,
  expires_at INTEGER,
  -- Still to be deleted from the media store.
  doomed_at INTEGER,
  CHECK ((code IS NULL) <> (owner_hash IS NULL)),
  CHECK ((owner_hash IS NULL) = (expires_at IS NULL))
) WITHOUT ROWID;
INSERT INTO report_media_new (key, code, doomed_at) SELECT key, code, doomed_at FROM report_media;
DROP TABLE report_media;
ALTER TABLE report_media_new RENAME TO report_media;
CREATE INDEX report_media_by_code ON report_media (code) WHERE code IS NOT NULL;
CREATE INDEX report_media_by_owner ON report_media (owner_hash) WHERE owner_hash IS NOT NULL;
CREATE INDEX report_media_expiring ON report_media (expires_at) WHERE expires_at IS NOT NULL;
CREATE INDEX report_media_doomed ON report_media (doomed_at) WHERE doomed_at IS NOT NULL;

-- How much was sent on a local day: by each sender, under a keyed hash that is another one every day, and by everyone ('').
CREATE TABLE report_media_use (
  day TEXT NOT NULL,
  sender_hash TEXT NOT NULL,
  files INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  PRIMARY KEY (day, sender_hash)
) WITHOUT ROWID;

-- Reports. Whatever a citizen wrote rests sealed (AES-GCM); who wrote stands in report_vault only, sealed and found
-- by a keyed hash. Everything else here is a code, a category, a state or a time.
CREATE TABLE reports (
  code TEXT PRIMARY KEY,
  -- Keyed hash of the chat and message that submitted it: a repeated turn finds its report again.
  submission_hash TEXT NOT NULL UNIQUE,
  lane TEXT NOT NULL CHECK (lane IN ('urgent', 'crime', 'feedback')),
  category TEXT NOT NULL,
  state TEXT NOT NULL
    CHECK (state IN ('received', 'accepted', 'in_progress', 'resolved', 'rejected', 'duplicate', 'forwarded')),
  -- The content with the salt of its hash; null once erased.
  content_sealed TEXT,
  content_hash TEXT NOT NULL,
  likely_spam INTEGER NOT NULL,
  duplicate_of TEXT,
  -- Counts changes of state: of two presses at once one finds another version.
  version INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  last_event_at INTEGER NOT NULL,
  closed_at INTEGER,
  erased_at INTEGER
) WITHOUT ROWID;
CREATE INDEX reports_open ON reports (due_at) WHERE closed_at IS NULL;
CREATE INDEX reports_closed ON reports (closed_at) WHERE closed_at IS NOT NULL AND erased_at IS NULL;
CREATE INDEX reports_by_category ON reports (category, received_at);

-- What happened, append-only. The actor is 'reporter', 'system' or an official's Telegram id, as in audit.
CREATE TABLE report_events (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  actor_label TEXT,
  action TEXT NOT NULL,
  from_state TEXT,
  to_state TEXT,
  detail_sealed TEXT
);
CREATE INDEX report_events_by_code ON report_events (code, id);

CREATE TRIGGER report_events_keep BEFORE DELETE ON report_events
BEGIN
  SELECT RAISE(ABORT, 'report_events is append-only');
END;

CREATE TRIGGER report_events_fixed
BEFORE UPDATE OF id, key, code, at, actor, actor_label, action, from_state, to_state ON report_events
BEGIN
  SELECT RAISE(ABORT, 'report_events is append-only');
END;

-- Who reported. A row goes when its report is erased.
CREATE TABLE report_vault (
  code TEXT PRIMARY KEY,
  reporter_hash TEXT NOT NULL,
  identity_sealed TEXT NOT NULL,
  submitted_at INTEGER NOT NULL,
  -- The citizen asked for deletion while the case was open: erased when it closes.
  erase_at_closing INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX report_vault_by_reporter ON report_vault (reporter_hash, submitted_at);

-- Messages that have to reach the duty group or a reporter: written with what they tell of, carried after.
CREATE TABLE report_dispatches (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  target TEXT NOT NULL CHECK (target IN ('duty', 'reporter')),
  code TEXT NOT NULL,
  payload_sealed TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'delivered', 'undeliverable')),
  attempts INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  delivered_at INTEGER
);
CREATE INDEX report_dispatches_pending ON report_dispatches (id) WHERE state = 'pending';
CREATE INDEX report_dispatches_by_code ON report_dispatches (code, state);

-- Names of kept files, random themselves. A doomed one is still to be deleted from the media store.
CREATE TABLE report_media (
  key TEXT PRIMARY KEY,
  code TEXT NOT NULL,
  doomed_at INTEGER
) WITHOUT ROWID;
CREATE INDEX report_media_by_code ON report_media (code);
CREATE INDEX report_media_doomed ON report_media (doomed_at) WHERE doomed_at IS NOT NULL;

-- Proof of a deletion: what, when, why, and the hash that the report's receipt carries.
CREATE TABLE report_tombstones (
  code TEXT PRIMARY KEY,
  what TEXT NOT NULL,
  why TEXT NOT NULL,
  erased_at INTEGER NOT NULL,
  content_hash TEXT NOT NULL,
  -- Keyed hash of the request that asked for it: a repeated turn gets the same answer.
  request_hash TEXT
) WITHOUT ROWID;
CREATE INDEX report_tombstones_by_request ON report_tombstones (request_hash) WHERE request_hash IS NOT NULL;

-- Requests to open an identity: one supervisor asks, another confirms, the first reads once.
CREATE TABLE report_disclosures (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL,
  requested_by TEXT NOT NULL,
  reason_sealed TEXT NOT NULL,
  requested_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  confirmed_by TEXT,
  confirmed_at INTEGER,
  -- The message with which the requester read it: only its own repetition reads again.
  read_key TEXT,
  read_at INTEGER
) WITHOUT ROWID;

CREATE TRIGGER audit_keep BEFORE DELETE ON audit
BEGIN
  SELECT RAISE(ABORT, 'audit is append-only');
END;

CREATE TRIGGER audit_fixed BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE(ABORT, 'audit is append-only');
END;

-- Questions that nobody could answer, by day: words without personal data, never a chat or a sender. Kept for 90 days.
CREATE TABLE unanswered (
  day TEXT NOT NULL,
  -- A hash of the words: the same question on another day has the same.
  question TEXT NOT NULL,
  words TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (day, question)
) WITHOUT ROWID;

-- One row for each message that was counted, so that a repeated turn counts once. Hashes that tell nothing; kept two days.
CREATE TABLE unanswered_tickets (
  ticket TEXT PRIMARY KEY,
  day TEXT NOT NULL
) WITHOUT ROWID;

-- Questions that a supervisor took off the list; asked again after that day they stay off it while this is kept.
CREATE TABLE unanswered_skipped (
  question TEXT PRIMARY KEY,
  day TEXT NOT NULL
) WITHOUT ROWID;

-- Answers seen and not confirmed yet. They expire; a confirmed one stays as the proof of what was confirmed.
CREATE TABLE curated_drafts (
  id TEXT PRIMARY KEY,
  sent_by TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  -- JSON: {"question", "asks", "answer", "source", "audience", "author"}.
  body TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX curated_drafts_by_age ON curated_drafts (made_at);

-- Append-only: answers that supervisors approved, and the taking down of one.
CREATE TABLE curated_answers (
  number INTEGER PRIMARY KEY,
  draft TEXT NOT NULL UNIQUE,
  body TEXT NOT NULL,
  approved_by TEXT NOT NULL,
  approved_at INTEGER NOT NULL
);
CREATE TABLE curated_retirements (
  number INTEGER PRIMARY KEY,
  retired_by TEXT NOT NULL,
  retired_at INTEGER NOT NULL
);

CREATE TRIGGER curated_answers_no_update BEFORE UPDATE ON curated_answers BEGIN
  SELECT RAISE(ABORT, 'approved answers are append-only');
END;
CREATE TRIGGER curated_answers_no_delete BEFORE DELETE ON curated_answers BEGIN
  SELECT RAISE(ABORT, 'approved answers are append-only');
END;
CREATE TRIGGER curated_retirements_no_update BEFORE UPDATE ON curated_retirements BEGIN
  SELECT RAISE(ABORT, 'retirements are append-only');
END;
CREATE TRIGGER curated_retirements_no_delete BEFORE DELETE ON curated_retirements BEGIN
  SELECT RAISE(ABORT, 'retirements are append-only');
END;

-- The duty desk: who has a case, until when it rests, and the means to find it again.
ALTER TABLE reports ADD COLUMN owner TEXT;
ALTER TABLE reports ADD COLUMN owner_label TEXT;
-- Off the desk until then; the deadline goes on.
ALTER TABLE reports ADD COLUMN snoozed_until INTEGER;
-- Since when the reporter has been asked: meanwhile the deadline doesn't run.
ALTER TABLE reports ADD COLUMN waiting_since INTEGER;
-- How long in all its deadline didn't run, in milliseconds.
ALTER TABLE reports ADD COLUMN paused_for INTEGER NOT NULL DEFAULT 0;
-- Keyed hash of the commune where it happened.
ALTER TABLE reports ADD COLUMN commune_hash TEXT;
-- The ring's key under which the case is in `report_words`; null where its words have to be read anew.
ALTER TABLE reports ADD COLUMN indexed_under TEXT;
CREATE INDEX reports_by_owner ON reports (owner) WHERE closed_at IS NULL;
CREATE INDEX reports_by_commune ON reports (commune_hash, received_at);
CREATE INDEX reports_to_index ON reports (indexed_under) WHERE erased_at IS NULL;
CREATE INDEX reports_resting ON reports (snoozed_until) WHERE snoozed_until IS NOT NULL;
CREATE INDEX reports_waiting ON reports (waiting_since) WHERE waiting_since IS NOT NULL;

-- The search of the desk: in which drawer, of a few thousand, a word of a case lies. A drawer is cut from a keyed hash of
-- the word and of the month of receipt, and many words share one: what is found is opened and compared before it is shown.
CREATE TABLE report_words (
  month TEXT NOT NULL,
  drawer INTEGER NOT NULL,
  code TEXT NOT NULL,
  PRIMARY KEY (month, drawer, code)
) WITHOUT ROWID;
CREATE INDEX report_words_by_code ON report_words (code);

CREATE TRIGGER reports_content_changed AFTER UPDATE OF content_hash ON reports
WHEN NEW.content_hash IS NOT OLD.content_hash
BEGIN
  UPDATE reports SET indexed_under = NULL WHERE code = NEW.code;
END;

-- What handlers wrote is found too: their notes and results.
CREATE TRIGGER reports_written_on AFTER INSERT ON report_events
WHEN NEW.detail_sealed IS NOT NULL AND NEW.action IN ('noted', 'moved')
BEGIN
  UPDATE reports SET indexed_under = NULL WHERE code = NEW.code;
END;

-- Erasing takes the words out of the drawers, whoever erases.
CREATE TRIGGER reports_words_erased AFTER UPDATE OF erased_at ON reports WHEN NEW.erased_at IS NOT NULL
BEGIN
  DELETE FROM report_words WHERE code = NEW.code;
  UPDATE reports SET commune_hash = NULL, indexed_under = NULL WHERE code = NEW.code;
END;

-- Who loses the role loses the cases in the same transaction: nobody waits for a person who may do nothing.
CREATE TRIGGER officials_cases_freed AFTER DELETE ON officials
BEGIN
  UPDATE reports SET owner = NULL, owner_label = NULL WHERE owner = OLD.telegram_id;
END;

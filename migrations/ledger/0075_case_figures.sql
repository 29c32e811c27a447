-- How each case was handled, for the figures of a month and a year. A row is written with its receipt, kept up to date and
-- stays when the case is erased, then under a name of its own: nothing in it is a word of the report.
CREATE TABLE case_figures (
  code TEXT PRIMARY KEY,
  -- Of the receipt, as "2026-11".
  month TEXT NOT NULL,
  lane TEXT NOT NULL,
  -- The commune, sealed; null where none was named.
  commune_sealed TEXT,
  -- Null until somebody took it on, and where that isn't known any more.
  accepted_in_time INTEGER,
  -- The state in which it was closed; null while it is open.
  outcome TEXT,
  handled_in_time INTEGER,
  -- From receipt to closing, without the time in which the reporter was waited for.
  handled_minutes INTEGER
) WITHOUT ROWID;
CREATE INDEX case_figures_by_month ON case_figures (month);

INSERT INTO case_figures (code, month, lane, outcome, handled_in_time, handled_minutes)
SELECT CASE WHEN erased_at IS NULL THEN code ELSE 'x' || lower(hex(randomblob(8))) END,
  strftime('%Y-%m', received_at / 1000, 'unixepoch', '+7 hours'), lane,
  CASE WHEN closed_at IS NOT NULL THEN state END,
  CASE WHEN closed_at IS NOT NULL THEN closed_at <= due_at END,
  CASE WHEN closed_at IS NOT NULL THEN (closed_at - received_at) / 60000 END
FROM reports;

CREATE TRIGGER case_figures_let_go AFTER UPDATE OF erased_at ON reports WHEN NEW.erased_at IS NOT NULL AND OLD.erased_at IS NULL
BEGIN
  UPDATE case_figures SET code = 'x' || lower(hex(randomblob(8))) WHERE code = NEW.code;
END;

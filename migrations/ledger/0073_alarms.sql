-- How far an urgent case's call for a handler has come: a step survives a restart.
CREATE TABLE report_alarms (
  code TEXT NOT NULL,
  -- 'accept', 'begin': clocks of an urgent case; 'overdue': any case, of which the supervisors heard.
  chain TEXT NOT NULL CHECK (chain IN ('accept', 'begin', 'overdue')),
  -- The steps that were called; of an overdue case the deadline that had passed.
  done INTEGER NOT NULL,
  PRIMARY KEY (code, chain)
) WITHOUT ROWID;
CREATE INDEX reports_urgent ON reports (received_at) WHERE lane = 'urgent' AND closed_at IS NULL;

-- Who has the shift: Telegram ids, as in officials.
CREATE TABLE duty_shifts (
  telegram_id TEXT PRIMARY KEY,
  since INTEGER NOT NULL,
  until INTEGER NOT NULL
) WITHOUT ROWID;

-- Drills of the alarm: no case, no reporter.
CREATE TABLE duty_drills (
  id INTEGER PRIMARY KEY,
  begun_by TEXT NOT NULL,
  begun_at INTEGER NOT NULL,
  -- The steps that were called.
  done INTEGER NOT NULL DEFAULT 0,
  ended_by TEXT,
  ended_at INTEGER
);

-- Its sender was asked whether it is meant and sent it all the same: it stands on the day's list, without a card.
ALTER TABLE reports ADD COLUMN noise INTEGER NOT NULL DEFAULT 0;
CREATE INDEX reports_noise ON reports (received_at) WHERE noise = 1;
CREATE INDEX reports_joined ON reports (duplicate_of) WHERE duplicate_of IS NOT NULL;

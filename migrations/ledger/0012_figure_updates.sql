-- Figures that supervisors sent: the durable record, laid over what `knowledge/` says. A version is one confirmed file
-- or one step back.
CREATE TABLE figure_versions (
  version INTEGER PRIMARY KEY,
  draft TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('upload', 'rollback')),
  sent_by TEXT NOT NULL,
  applied_at INTEGER NOT NULL,
  file_hash TEXT NOT NULL,
  fresh INTEGER NOT NULL,
  changed INTEGER NOT NULL
);

-- What each version did to the overlay: the fact under an id before and after, as JSON; null where there was or is none.
CREATE TABLE figure_changes (
  version INTEGER NOT NULL,
  id TEXT NOT NULL,
  before TEXT,
  after TEXT,
  PRIMARY KEY (version, id)
) WITHOUT ROWID;

-- The overlay as it stands.
CREATE TABLE figure_overrides (
  id TEXT PRIMARY KEY,
  fact TEXT NOT NULL
) WITHOUT ROWID;

-- Files seen and not confirmed yet. They expire; a confirmed one stays as the proof of what was confirmed.
CREATE TABLE figure_drafts (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('upload', 'rollback')),
  sent_by TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  base INTEGER NOT NULL,
  file_hash TEXT NOT NULL,
  fresh INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  -- JSON: [{"id", "after"}], after null to take an override away.
  changes TEXT NOT NULL
) WITHOUT ROWID;

-- Which duty group gets the reports of a commune, where a supervisor decided otherwise than the settings.
CREATE TABLE commune_routes (
  commune TEXT PRIMARY KEY,
  -- One of the groups of the settings; null for the province's.
  chat TEXT,
  set_by TEXT NOT NULL,
  set_at INTEGER NOT NULL
) WITHOUT ROWID;

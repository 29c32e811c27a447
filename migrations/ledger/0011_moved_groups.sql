-- A group that became a supergroup has a new id: its conversation stays the one it was.
CREATE TABLE moved_groups (
  new_id TEXT PRIMARY KEY,
  old_id TEXT NOT NULL,
  moved_at INTEGER NOT NULL
) WITHOUT ROWID;

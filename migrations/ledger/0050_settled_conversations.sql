-- A conversation that has told a sweep that nothing of it waits isn't woken again until it has marked itself anew.
-- `round` counts its marks, so that a sweep can't close one that came while it asked.
ALTER TABLE active_conversations ADD COLUMN round INTEGER NOT NULL DEFAULT 0;
ALTER TABLE active_conversations ADD COLUMN open INTEGER NOT NULL DEFAULT 1;
CREATE INDEX active_conversations_open ON active_conversations (id) WHERE open = 1;

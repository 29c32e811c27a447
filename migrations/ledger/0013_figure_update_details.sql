-- What a file was called and what became of its rows; for a step back, the version whose figures it told again
-- (0: those of `knowledge/` alone).
ALTER TABLE figure_versions ADD COLUMN file_name TEXT NOT NULL DEFAULT '';
ALTER TABLE figure_versions ADD COLUMN unchanged INTEGER NOT NULL DEFAULT 0;
ALTER TABLE figure_versions ADD COLUMN refused INTEGER NOT NULL DEFAULT 0;
ALTER TABLE figure_versions ADD COLUMN restores INTEGER;
ALTER TABLE figure_drafts ADD COLUMN file_name TEXT NOT NULL DEFAULT '';
ALTER TABLE figure_drafts ADD COLUMN unchanged INTEGER NOT NULL DEFAULT 0;
ALTER TABLE figure_drafts ADD COLUMN refused INTEGER NOT NULL DEFAULT 0;
ALTER TABLE figure_drafts ADD COLUMN restores INTEGER;
CREATE INDEX figure_drafts_by_age ON figure_drafts (made_at);

-- What of a preview is asked about one by one before it can be confirmed: JSON [{"text", "id"}]; the figure's id is absent where the
-- question is about several. Answered questions are taken out.
ALTER TABLE figure_drafts ADD COLUMN questions TEXT NOT NULL DEFAULT '[]';

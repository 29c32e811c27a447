-- Approved answers rest sealed, as they may hold words of a citizen's question. Nothing of one changes but its seal: those
-- from before this get one, and a change of keys renews it.
DROP TRIGGER curated_answers_no_update;
CREATE TRIGGER curated_answers_no_update BEFORE UPDATE ON curated_answers
WHEN NEW.number IS NOT OLD.number OR NEW.draft IS NOT OLD.draft OR NEW.approved_by IS NOT OLD.approved_by
  OR NEW.approved_at IS NOT OLD.approved_at OR NEW.body NOT GLOB '1.*'
BEGIN
  SELECT RAISE(ABORT, 'approved answers are append-only');
END;

-- A time beside a report's code, or that can be led back to one, is a whole minute.
UPDATE duty_replies SET expires_at = expires_at - expires_at % 60000;
UPDATE official_notices SET made_at = made_at - made_at % 60000, told_at = told_at - told_at % 60000;

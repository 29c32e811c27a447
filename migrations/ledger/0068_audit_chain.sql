-- The audit as a chain: each row is numbered and holds the hash of the one before. Rows from before this have no number;
-- the first numbered row holds their digest (src/features/officials/audit.ts).
ALTER TABLE audit ADD COLUMN n INTEGER;
ALTER TABLE audit ADD COLUMN prev TEXT;
ALTER TABLE audit ADD COLUMN hash TEXT;
-- The ring's key under which `hash` is an HMAC; null where no keys are set: then it is a plain SHA-256.
ALTER TABLE audit ADD COLUMN key_id TEXT;
CREATE UNIQUE INDEX audit_by_number ON audit (n) WHERE n IS NOT NULL;
CREATE UNIQUE INDEX audit_by_prev ON audit (prev) WHERE prev IS NOT NULL;

-- Inserts only. REPLACE deletes a row without a delete trigger, so it is refused before the insert.
CREATE TRIGGER audit_no_replace BEFORE INSERT ON audit
WHEN EXISTS (SELECT 1 FROM audit WHERE key = NEW.key OR n = NEW.n OR prev = NEW.prev)
BEGIN
  SELECT RAISE(ABORT, 'audit is append-only');
END;

CREATE TRIGGER audit_in_line BEFORE INSERT ON audit
WHEN NEW.hash IS NULL OR NEW.prev IS NULL OR NEW.n IS NOT (SELECT coalesce(max(n), 0) + 1 FROM audit)
  OR NEW.prev IS NOT coalesce((SELECT hash FROM audit WHERE n = NEW.n - 1), NEW.prev)
BEGIN
  SELECT RAISE(ABORT, 'audit is a chain');
END;

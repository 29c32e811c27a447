-- Times that stand readable beside a report become whole minutes, those beside a conversation whole hours: with
-- milliseconds the rows of two tables could be matched, and so a report with the chat that sent it.
DROP TRIGGER report_events_fixed;
UPDATE report_events SET at = at - at % 60000;
CREATE TRIGGER report_events_fixed
BEFORE UPDATE OF id, key, code, at, actor, actor_label, action, from_state, to_state ON report_events
BEGIN
  SELECT RAISE(ABORT, 'report_events is append-only');
END;

DROP TRIGGER audit_fixed;
UPDATE audit SET at = at - at % 60000;
CREATE TRIGGER audit_fixed BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE(ABORT, 'audit is append-only');
END;

UPDATE reports SET
  received_at = received_at - received_at % 60000,
  -- The end of a working day tells nothing of the minute of receipt.
  due_at = iif(due_at % 60000 = 59999, due_at, due_at - due_at % 60000),
  changed_at = changed_at - changed_at % 60000,
  last_event_at = last_event_at - last_event_at % 60000,
  closed_at = closed_at - closed_at % 60000,
  erased_at = erased_at - erased_at % 60000;
UPDATE report_vault SET submitted_at = submitted_at - submitted_at % 60000;
UPDATE report_dispatches SET
  created_at = created_at - created_at % 60000,
  delivered_at = delivered_at - delivered_at % 60000;
UPDATE report_media SET doomed_at = doomed_at - doomed_at % 60000 WHERE doomed_at IS NOT NULL;
UPDATE report_tombstones SET erased_at = erased_at - erased_at % 60000;
UPDATE report_disclosures SET
  requested_at = requested_at - requested_at % 60000,
  expires_at = expires_at - expires_at % 60000,
  confirmed_at = confirmed_at - confirmed_at % 60000,
  read_at = read_at - read_at % 60000;

UPDATE ledger_days SET last_at = last_at - last_at % 3600000;
UPDATE parked_messages SET
  parked_at = parked_at - parked_at % 3600000,
  resolved_at = resolved_at - resolved_at % 3600000;

-- What citizens asked in vain is encrypted from now on (cron seals what is there); its hash is a keyed one.
ALTER TABLE unanswered ADD COLUMN sealed INTEGER NOT NULL DEFAULT 0;

-- What was erased, sealed: noted with the erasure, handed over to a list outside of the state (npm run serve), and done
-- again where an older backup was restored. `kept`: that list has it.
CREATE TABLE erasures (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  sealed TEXT NOT NULL,
  kept INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX erasures_to_keep ON erasures (n) WHERE kept = 0;

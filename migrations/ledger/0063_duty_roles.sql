-- A handler's message to a reporter that waits for the tap that sends it. The words and the files' references rest sealed,
-- and are emptied when it is sent, dropped or too old.
CREATE TABLE duty_replies (
  -- Keyed hash of the handler's message: a repeated turn finds it again.
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL,
  -- The handler's Telegram id, as in audit.
  author TEXT NOT NULL,
  content_sealed TEXT NOT NULL,
  -- Counts changes, such as another photo of the album: a tap on an older preview sends nothing.
  version INTEGER NOT NULL DEFAULT 1,
  expires_at INTEGER NOT NULL,
  settled TEXT CHECK (settled IN ('sent', 'dropped'))
) WITHOUT ROWID;
CREATE INDEX duty_replies_by_age ON duty_replies (expires_at);

-- Officials whose place in the duty group has to be looked at, because their role changed: in the same transaction as
-- the change, whoever makes it. What is to be done follows from the role at that time, so the newest change wins.
CREATE TABLE duty_group_checks (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  telegram_id TEXT NOT NULL UNIQUE,
  -- The name that the inviter gave them, for what supervisors are told.
  label TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_at INTEGER NOT NULL DEFAULT 0
);

CREATE TRIGGER officials_came AFTER INSERT ON officials WHEN NEW.role <> 'viewer'
BEGIN
  DELETE FROM duty_group_checks WHERE telegram_id = NEW.telegram_id;
  INSERT INTO duty_group_checks (telegram_id, label) VALUES (NEW.telegram_id, NEW.label);
END;

CREATE TRIGGER officials_changed AFTER UPDATE ON officials WHEN NEW.role <> 'viewer' OR OLD.role <> 'viewer'
BEGIN
  DELETE FROM duty_group_checks WHERE telegram_id = NEW.telegram_id;
  INSERT INTO duty_group_checks (telegram_id, label) VALUES (NEW.telegram_id, NEW.label);
END;

CREATE TRIGGER officials_left AFTER DELETE ON officials
BEGIN
  DELETE FROM duty_group_checks WHERE telegram_id = OLD.telegram_id;
  INSERT INTO duty_group_checks (telegram_id, label) VALUES (OLD.telegram_id, OLD.label);
END;

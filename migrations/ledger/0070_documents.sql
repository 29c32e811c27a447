-- Documents that supervisors sent: the durable record, told beside what `knowledge/` says. A draft is one file as it was
-- read; a version is one approval, one step back or one withdrawal.
CREATE TABLE document_drafts (
  id TEXT PRIMARY KEY,
  sent_by TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  -- What a later version of the same document has too: made of its number and issuer, or of its title.
  document TEXT NOT NULL,
  -- The newest version of that document when the draft was shown; 0 where there was none.
  base INTEGER NOT NULL,
  -- JSON: the document's title, number, issuer and dates, as a citation needs them.
  ref TEXT NOT NULL,
  -- It says of itself that it is for officials only.
  is_internal INTEGER NOT NULL,
  file_name TEXT NOT NULL,
  file_hash TEXT NOT NULL,
  sections INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX document_drafts_by_age ON document_drafts (made_at);

-- Each draft's sections in their order. JSON: the passage, its words and its learned wordings.
CREATE TABLE document_sections (
  draft TEXT NOT NULL,
  n INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (draft, n)
) WITHOUT ROWID;

-- Append-only. The newest version of a document is what is told of it; without a draft nothing is.
CREATE TABLE document_versions (
  version INTEGER PRIMARY KEY,
  document TEXT NOT NULL,
  base INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('upload', 'rollback', 'withdrawal')),
  draft TEXT,
  audience TEXT NOT NULL CHECK (audience IN ('public', 'internal')),
  done_by TEXT NOT NULL,
  done_at INTEGER NOT NULL,
  UNIQUE (document, base)
);

CREATE TRIGGER document_versions_no_update BEFORE UPDATE ON document_versions BEGIN
  SELECT RAISE(ABORT, 'versions of documents are append-only');
END;
CREATE TRIGGER document_versions_no_delete BEFORE DELETE ON document_versions BEGIN
  SELECT RAISE(ABORT, 'versions of documents are append-only');
END;

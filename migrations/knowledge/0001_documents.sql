-- Everything here can be rebuilt from knowledge/ at any time. Each build writes a new version beside the old
-- one and switches by one update of `active`, so that no reader ever sees half of it.
CREATE TABLE active (one INTEGER PRIMARY KEY CHECK (one = 1), version TEXT NOT NULL, built_at INTEGER NOT NULL);

CREATE TABLE documents (
  version TEXT NOT NULL,
  id TEXT NOT NULL,
  audience TEXT NOT NULL CHECK (audience IN ('public', 'internal')),
  ref TEXT NOT NULL,
  PRIMARY KEY (version, id)
) WITHOUT ROWID;

CREATE TABLE passages (
  rowid INTEGER PRIMARY KEY,
  version TEXT NOT NULL,
  id TEXT NOT NULL,
  document TEXT NOT NULL,
  audience TEXT NOT NULL CHECK (audience IN ('public', 'internal')),
  body TEXT NOT NULL,
  UNIQUE (version, id)
);

-- What a search needs of a passage besides its terms, without touching the text.
CREATE INDEX passages_audience ON passages (rowid, version, audience, document);

CREATE TABLE figures (
  version TEXT NOT NULL,
  id TEXT NOT NULL,
  audience TEXT NOT NULL CHECK (audience IN ('public', 'internal')),
  fact TEXT NOT NULL,
  PRIMARY KEY (version, id)
) WITHOUT ROWID;

-- In how many passages each syllable stands, as one JSON object: read once for each version.
CREATE TABLE vocabularies (
  version TEXT NOT NULL PRIMARY KEY,
  passages INTEGER NOT NULL,
  frequencies TEXT NOT NULL
) WITHOUT ROWID;

-- Folded syllables and pairs of neighbouring syllables; see docs/retrieval.md.
CREATE VIRTUAL TABLE passage_terms USING fts5 (
  title, body, asks, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0 tokenchars '_'"
);

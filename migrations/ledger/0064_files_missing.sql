-- Files of a report that the duty group didn't get: the card says so until they have been passed on. The row holds how
-- many of which kind, and the part's name in the operator's book; no time and no name of a file.
CREATE TABLE report_files_missing (
  code TEXT NOT NULL,
  part TEXT NOT NULL,
  -- One kind a file, such as "video,video,image".
  kinds TEXT NOT NULL,
  PRIMARY KEY (code, part)
) WITHOUT ROWID;

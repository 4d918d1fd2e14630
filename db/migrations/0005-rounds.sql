-- A round takes every article of its study.
CREATE TABLE round (
  id TEXT NOT NULL PRIMARY KEY,
  study_id TEXT NOT NULL REFERENCES study (id),
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('training', 'annotation', 'adjudication', 'reference', 'workshop', 'demonstration')),
  codebook_id TEXT NOT NULL,
  codebook_number INTEGER NOT NULL,
  opened_at TEXT NOT NULL,
  closed_at TEXT,
  UNIQUE (study_id, position),
  FOREIGN KEY (codebook_id, codebook_number) REFERENCES codebook_version (codebook_id, number)
);

CREATE TABLE codebook (
  id TEXT NOT NULL PRIMARY KEY,
  study_id TEXT NOT NULL REFERENCES study (id)
);

-- The content is one JSON document, checked and read as a whole.
CREATE TABLE codebook_version (
  codebook_id TEXT NOT NULL REFERENCES codebook (id),
  number INTEGER NOT NULL CHECK (number > 0),
  content TEXT NOT NULL,
  published_at TEXT,
  PRIMARY KEY (codebook_id, number)
);

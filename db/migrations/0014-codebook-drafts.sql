-- What is being changed about a study's codebook before it is published as its next version. Nothing of it is read with.
CREATE TABLE codebook_draft (
  study_id TEXT NOT NULL PRIMARY KEY REFERENCES study (id),
  codebook_id TEXT NOT NULL,
  base_number INTEGER NOT NULL,
  content TEXT NOT NULL,
  saved_by TEXT NOT NULL REFERENCES account (id),
  saved_at TEXT NOT NULL,
  FOREIGN KEY (codebook_id, base_number) REFERENCES codebook_version (codebook_id, number)
);

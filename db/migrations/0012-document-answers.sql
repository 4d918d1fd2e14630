-- What annotators answered to the codebook's questions about whole articles, as it stood after each change.
-- The set states the newest answers too.
CREATE TABLE document_answers (
  set_id TEXT NOT NULL REFERENCES annotation_set (id),
  revision INTEGER NOT NULL CHECK (revision > 0),
  action_id TEXT UNIQUE,
  action_digest TEXT,
  answers TEXT NOT NULL,
  made_at TEXT NOT NULL,
  checksum TEXT,
  PRIMARY KEY (set_id, revision)
);

-- What was imported before there was a history begins it. Nobody has made a checksum over it.
INSERT INTO document_answers (set_id, revision, answers, made_at)
SELECT id, 1, answers, opened_at FROM annotation_set WHERE answers IS NOT NULL;

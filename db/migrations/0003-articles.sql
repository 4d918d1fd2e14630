CREATE TABLE article (
  id TEXT NOT NULL PRIMARY KEY,
  study_id TEXT NOT NULL REFERENCES study (id),
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  language TEXT NOT NULL,
  source TEXT NOT NULL,
  body TEXT NOT NULL,
  length INTEGER NOT NULL CHECK (length > 0),
  body_sha256 TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  UNIQUE (study_id, position)
);

CREATE TABLE article_block (
  article_id TEXT NOT NULL REFERENCES article (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  PRIMARY KEY (article_id, position),
  CHECK (0 <= span_start AND span_start < span_end)
);

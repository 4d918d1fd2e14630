-- Withdrawing an article: what the guards let through, and the record that it was done. Nothing of the article stands in it.
CREATE TABLE withdrawal (
  id TEXT NOT NULL PRIMARY KEY,
  study_id TEXT NOT NULL REFERENCES study (id),
  article_id TEXT NOT NULL,
  -- The place that it had in the study; no other article gets it.
  position INTEGER NOT NULL,
  readings INTEGER NOT NULL,
  marks INTEGER NOT NULL,
  reason TEXT,
  made_by TEXT REFERENCES account (id),
  begun_at TEXT NOT NULL,
  done_at TEXT
);

CREATE INDEX withdrawal_study ON withdrawal (study_id, position);

-- The articles that are being withdrawn, while they are.
CREATE VIEW withdrawn_article AS
SELECT article_id AS id FROM withdrawal WHERE done_at IS NULL;

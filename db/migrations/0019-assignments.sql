-- Who reads what in a round. A round whose assignments were never touched is for everybody who annotates in its study,
-- with all its articles.
ALTER TABLE round ADD COLUMN due_on TEXT;
ALTER TABLE round ADD COLUMN assignment_version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE round ADD COLUMN admission_round_id TEXT REFERENCES round (id);
ALTER TABLE round ADD COLUMN admission_percent INTEGER;

CREATE TABLE assignment (
  round_id TEXT NOT NULL REFERENCES round (id),
  article_id TEXT NOT NULL REFERENCES article (id),
  annotator_id TEXT NOT NULL REFERENCES annotator (id),
  position INTEGER NOT NULL,
  PRIMARY KEY (round_id, annotator_id, article_id)
);

CREATE INDEX assignment_order ON assignment (round_id, annotator_id, position);
CREATE INDEX assignment_article ON assignment (round_id, article_id);

-- What became of a round's assignments, so that a plan can be made again: its seed and all that it was asked for.
CREATE TABLE assignment_change (
  round_id TEXT NOT NULL REFERENCES round (id),
  version INTEGER NOT NULL CHECK (version > 0),
  kind TEXT NOT NULL CHECK (kind IN ('plan', 'add', 'remove')),
  content TEXT NOT NULL,
  made_by TEXT NOT NULL REFERENCES account (id),
  made_at TEXT NOT NULL,
  PRIMARY KEY (round_id, version)
);

-- Who was let into a round that asks for training first, and on what ground.
CREATE TABLE admission (
  round_id TEXT NOT NULL REFERENCES round (id),
  annotator_id TEXT NOT NULL REFERENCES annotator (id),
  content TEXT NOT NULL,
  admitted_at TEXT NOT NULL,
  PRIMARY KEY (round_id, annotator_id)
);

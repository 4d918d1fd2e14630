CREATE TABLE annotation_set (
  id TEXT NOT NULL PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES round (id),
  article_id TEXT NOT NULL REFERENCES article (id),
  annotator_id TEXT NOT NULL REFERENCES annotator (id),
  state TEXT NOT NULL CHECK (state IN ('new', 'in-progress', 'finished', 'skipped')),
  reason TEXT,
  answers TEXT,
  active_seconds INTEGER,
  opened_at TEXT NOT NULL,
  UNIQUE (round_id, article_id, annotator_id)
);

-- Reading one article's sets for an export must not walk through all sets.
CREATE INDEX annotation_set_article ON annotation_set (article_id);

-- The one record of what people did: current state, history, undo, releases and conflicts are all read from it.
CREATE TABLE annotation_revision (
  annotation_id TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision > 0),
  set_id TEXT NOT NULL REFERENCES annotation_set (id),
  set_version INTEGER NOT NULL,
  action_id TEXT UNIQUE,
  action_digest TEXT,
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  tag TEXT NOT NULL,
  attributes TEXT NOT NULL,
  parts TEXT NOT NULL,
  confidence TEXT CHECK (confidence IN ('low', 'medium', 'high')),
  second_tag TEXT,
  note TEXT,
  origin TEXT NOT NULL,
  retracted INTEGER NOT NULL CHECK (retracted IN (0, 1)),
  created_at TEXT NOT NULL,
  made_at TEXT NOT NULL,
  checksum TEXT NOT NULL,
  PRIMARY KEY (annotation_id, revision),
  UNIQUE (set_id, set_version),
  CHECK (0 <= span_start AND span_start < span_end)
);

CREATE VIEW current_annotation AS
SELECT r.*
FROM annotation_revision r
WHERE r.retracted = 0
  AND NOT EXISTS (
    SELECT 1
    FROM annotation_revision newer
    WHERE newer.annotation_id = r.annotation_id
      AND newer.revision > r.revision
  );

-- A link that lets somebody into a study. Only the hash of its secret is kept.
CREATE TABLE invitation (
  id TEXT NOT NULL PRIMARY KEY,
  study_id TEXT NOT NULL REFERENCES study (id),
  token_hash TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL CHECK (role IN ('manager', 'annotator', 'adjudicator', 'reader')),
  note TEXT,
  made_by TEXT REFERENCES account (id),
  made_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  most_uses INTEGER NOT NULL CHECK (most_uses > 0),
  uses INTEGER NOT NULL CHECK (uses >= 0 AND uses <= most_uses),
  revoked_at TEXT
);

CREATE INDEX invitation_study ON invitation (study_id, made_at);

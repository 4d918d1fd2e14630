-- Files that somebody has brought in, until they are taken or discarded, or their time is up. Nothing in these two
-- tables is research data.
CREATE TABLE intake_file (
  id TEXT NOT NULL PRIMARY KEY,
  study_id TEXT NOT NULL REFERENCES study (id),
  account_id TEXT NOT NULL REFERENCES account (id),
  name TEXT NOT NULL,
  content TEXT NOT NULL,
  digest TEXT NOT NULL,
  wishes TEXT NOT NULL,
  outcome TEXT NOT NULL,
  brought_at TEXT NOT NULL,
  expires_at TEXT NOT NULL
);

CREATE INDEX intake_file_owner ON intake_file (study_id, account_id, brought_at);
CREATE INDEX intake_file_expiry ON intake_file (expires_at);

-- Articles as they were recognised in a file, and as they have been corrected since.
CREATE TABLE draft (
  id TEXT NOT NULL PRIMARY KEY,
  file_id TEXT NOT NULL REFERENCES intake_file (id),
  position INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  title TEXT NOT NULL,
  language TEXT NOT NULL,
  source TEXT NOT NULL,
  body TEXT NOT NULL,
  length INTEGER NOT NULL,
  body_sha256 TEXT NOT NULL,
  blocks TEXT NOT NULL,
  changes TEXT NOT NULL,
  UNIQUE (file_id, position)
);

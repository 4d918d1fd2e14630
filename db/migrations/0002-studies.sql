CREATE TABLE study (
  id TEXT NOT NULL PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  description TEXT,
  language TEXT,
  created_at TEXT NOT NULL
);

CREATE TABLE annotator (
  id TEXT NOT NULL PRIMARY KEY,
  study_id TEXT NOT NULL REFERENCES study (id),
  kind TEXT NOT NULL CHECK (kind IN ('account', 'participant', 'visitor', 'program', 'reference')),
  account_id TEXT REFERENCES account (id),
  pseudonym TEXT NOT NULL,
  name TEXT,
  UNIQUE (study_id, pseudonym),
  UNIQUE (study_id, account_id)
);

-- A guest has no name and no password: who takes part in a workshop, or tries the demonstration. Their row says `member`
-- only because the column knows nothing else; the program reads this one first.
ALTER TABLE account ADD COLUMN guest INTEGER NOT NULL DEFAULT 0 CHECK (guest IN (0, 1));

-- A workshop is a small study of its own, which stands in no list of studies.
ALTER TABLE study ADD COLUMN kind TEXT NOT NULL DEFAULT 'study' CHECK (kind IN ('study', 'workshop'));

CREATE TABLE workshop (
  id TEXT NOT NULL PRIMARY KEY,
  study_id TEXT NOT NULL UNIQUE REFERENCES study (id),
  article_id TEXT NOT NULL REFERENCES article (id),
  round_id TEXT NOT NULL REFERENCES round (id),
  second_round_id TEXT REFERENCES round (id),
  code TEXT NOT NULL UNIQUE,
  settings TEXT NOT NULL,
  demonstration INTEGER NOT NULL CHECK (demonstration IN (0, 1)),
  phase TEXT NOT NULL CHECK (phase IN ('lobby', 'marking', 'neighbours', 'together', 'second-marking', 'reference', 'ended')),
  phase_since TEXT NOT NULL,
  timer_ends_at TEXT,
  locked INTEGER NOT NULL CHECK (locked IN (0, 1)),
  made_by TEXT REFERENCES account (id),
  made_at TEXT NOT NULL,
  ended_at TEXT,
  -- When nothing of its participants was left any more, or nothing that leads to one.
  emptied_at TEXT
);

CREATE INDEX workshop_maker ON workshop (made_by, made_at);

-- Who takes part. A simulated participant has no account; who is removed has one here that the annotator no longer has.
CREATE TABLE participant (
  annotator_id TEXT NOT NULL PRIMARY KEY REFERENCES annotator (id),
  workshop_id TEXT NOT NULL REFERENCES workshop (id),
  account_id TEXT REFERENCES account (id),
  recovery_hash TEXT UNIQUE,
  joined_at TEXT NOT NULL,
  simulated INTEGER NOT NULL CHECK (simulated IN (0, 1)),
  hidden INTEGER NOT NULL CHECK (hidden IN (0, 1)),
  removed_at TEXT,
  UNIQUE (workshop_id, account_id)
);

CREATE INDEX participant_workshop ON participant (workshop_id, joined_at);

-- Emptying a workshop of its participants: what the guards let through, and the record that it was done.
CREATE TABLE workshop_erasure (
  id TEXT NOT NULL PRIMARY KEY,
  workshop_id TEXT NOT NULL REFERENCES workshop (id),
  participants INTEGER NOT NULL,
  begun_at TEXT NOT NULL,
  done_at TEXT
);

DROP VIEW erased_annotator;
CREATE VIEW erased_annotator AS
SELECT annotator.id
FROM annotator
JOIN erasure ON erasure.account_id = annotator.account_id
WHERE erasure.readings = 'removed' AND erasure.done_at IS NULL
UNION
SELECT participant.annotator_id
FROM participant
JOIN workshop_erasure ON workshop_erasure.workshop_id = participant.workshop_id
WHERE workshop_erasure.done_at IS NULL
UNION
SELECT annotator.id
FROM annotator
JOIN participant ON participant.account_id = annotator.account_id
JOIN account ON account.id = annotator.account_id
JOIN workshop_erasure ON workshop_erasure.workshop_id = participant.workshop_id
WHERE account.guest = 1 AND workshop_erasure.done_at IS NULL;

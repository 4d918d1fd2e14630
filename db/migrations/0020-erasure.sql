-- The erasure of a person: what the guards let through, and the record that it was done. It holds random ids only.
CREATE TABLE erasure (
  id TEXT NOT NULL PRIMARY KEY,
  account_id TEXT NOT NULL,
  readings TEXT NOT NULL CHECK (readings IN ('removed', 'kept')),
  begun_at TEXT NOT NULL,
  done_at TEXT
);

-- The annotators whose readings are being removed, while they are.
CREATE VIEW erased_annotator AS
SELECT annotator.id
FROM annotator
JOIN erasure ON erasure.account_id = annotator.account_id
WHERE erasure.readings = 'removed' AND erasure.done_at IS NULL;

-- Who answered, saved last, moved a round or assigned it, may be gone.
CREATE TABLE question_answer_anew (
  id TEXT NOT NULL PRIMARY KEY,
  question_id TEXT NOT NULL REFERENCES question (id),
  text TEXT NOT NULL,
  answered_by TEXT REFERENCES account (id),
  answered_at TEXT NOT NULL
);
INSERT INTO question_answer_anew (id, question_id, text, answered_by, answered_at)
SELECT id, question_id, text, answered_by, answered_at FROM question_answer;
DROP TABLE question_answer;
ALTER TABLE question_answer_anew RENAME TO question_answer;
CREATE INDEX question_answer_question ON question_answer (question_id);

CREATE TABLE codebook_draft_anew (
  study_id TEXT NOT NULL PRIMARY KEY REFERENCES study (id),
  codebook_id TEXT NOT NULL,
  base_number INTEGER NOT NULL,
  content TEXT NOT NULL,
  saved_by TEXT REFERENCES account (id),
  saved_at TEXT NOT NULL,
  FOREIGN KEY (codebook_id, base_number) REFERENCES codebook_version (codebook_id, number)
);
INSERT INTO codebook_draft_anew (study_id, codebook_id, base_number, content, saved_by, saved_at)
SELECT study_id, codebook_id, base_number, content, saved_by, saved_at FROM codebook_draft;
DROP TABLE codebook_draft;
ALTER TABLE codebook_draft_anew RENAME TO codebook_draft;

CREATE TABLE round_move_anew (
  round_id TEXT NOT NULL REFERENCES round (id),
  number INTEGER NOT NULL CHECK (number > 0),
  from_number INTEGER NOT NULL,
  to_number INTEGER NOT NULL,
  moved_by TEXT REFERENCES account (id),
  moved_at TEXT NOT NULL,
  PRIMARY KEY (round_id, number)
);
INSERT INTO round_move_anew (round_id, number, from_number, to_number, moved_by, moved_at)
SELECT round_id, number, from_number, to_number, moved_by, moved_at FROM round_move;
DROP TABLE round_move;
ALTER TABLE round_move_anew RENAME TO round_move;

CREATE TABLE assignment_change_anew (
  round_id TEXT NOT NULL REFERENCES round (id),
  version INTEGER NOT NULL CHECK (version > 0),
  kind TEXT NOT NULL CHECK (kind IN ('plan', 'add', 'remove')),
  content TEXT NOT NULL,
  made_by TEXT REFERENCES account (id),
  made_at TEXT NOT NULL,
  PRIMARY KEY (round_id, version)
);
INSERT INTO assignment_change_anew (round_id, version, kind, content, made_by, made_at)
SELECT round_id, version, kind, content, made_by, made_at FROM assignment_change;
DROP TABLE assignment_change;
ALTER TABLE assignment_change_anew RENAME TO assignment_change;

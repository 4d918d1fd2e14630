-- What annotators ask the people who manage a study, and what these answer. Neither is part of a dataset.
CREATE TABLE question (
  id TEXT NOT NULL PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES round (id),
  article_id TEXT NOT NULL REFERENCES article (id),
  asked_by TEXT NOT NULL REFERENCES annotator (id),
  span_start INTEGER,
  span_end INTEGER,
  text TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  CHECK (
    (span_start IS NULL AND span_end IS NULL)
    OR (span_start IS NOT NULL AND span_end IS NOT NULL AND 0 <= span_start AND span_start < span_end)
  )
);

CREATE INDEX question_place ON question (round_id, article_id, asked_by);

CREATE TABLE question_answer (
  id TEXT NOT NULL PRIMARY KEY,
  question_id TEXT NOT NULL REFERENCES question (id),
  text TEXT NOT NULL,
  answered_by TEXT NOT NULL REFERENCES account (id),
  answered_at TEXT NOT NULL
);

CREATE INDEX question_answer_question ON question_answer (question_id);

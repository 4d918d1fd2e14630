-- Which codebook version a round was read under until when.
CREATE TABLE round_move (
  round_id TEXT NOT NULL REFERENCES round (id),
  number INTEGER NOT NULL CHECK (number > 0),
  from_number INTEGER NOT NULL,
  to_number INTEGER NOT NULL,
  moved_by TEXT NOT NULL REFERENCES account (id),
  moved_at TEXT NOT NULL,
  PRIMARY KEY (round_id, number)
);

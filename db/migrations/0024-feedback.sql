-- Whether those who read in a round may be shown afterwards how their readings compare with the reference.
ALTER TABLE round ADD COLUMN feedback INTEGER NOT NULL DEFAULT 0;

-- Who has looked: what they finish in that round stands as it is from then on, whatever becomes of the round.
CREATE TABLE feedback_opening (
  round_id TEXT NOT NULL REFERENCES round (id),
  annotator_id TEXT NOT NULL REFERENCES annotator (id),
  opened_at TEXT NOT NULL,
  PRIMARY KEY (round_id, annotator_id)
);

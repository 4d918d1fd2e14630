-- What annotators did to their annotation sets as wholes: finished, skipped, opened again. The set says where this led.
CREATE TABLE set_change (
  set_id TEXT NOT NULL REFERENCES annotation_set (id),
  number INTEGER NOT NULL CHECK (number > 0),
  from_state TEXT NOT NULL CHECK (from_state IN ('new', 'in-progress', 'finished', 'skipped')),
  to_state TEXT NOT NULL CHECK (to_state IN ('new', 'in-progress', 'finished', 'skipped')),
  reason TEXT,
  changed_by TEXT NOT NULL REFERENCES annotator (id),
  changed_at TEXT NOT NULL,
  PRIMARY KEY (set_id, number)
);

-- How far somebody has come in a round must not walk through everybody's sets.
CREATE INDEX annotation_set_annotator ON annotation_set (annotator_id, round_id, state);

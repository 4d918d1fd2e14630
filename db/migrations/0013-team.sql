-- Who takes part in a study, with each role that they have in it. Who has none is not in it.
CREATE TABLE membership (
  study_id TEXT NOT NULL REFERENCES study (id),
  account_id TEXT NOT NULL REFERENCES account (id),
  role TEXT NOT NULL CHECK (role IN ('manager', 'annotator', 'adjudicator', 'reader')),
  since TEXT NOT NULL,
  PRIMARY KEY (study_id, account_id, role)
);

CREATE INDEX membership_account ON membership (account_id, role);

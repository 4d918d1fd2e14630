-- Who began to try the demonstration without an account, and when: nothing of an address or a browser. The account, a
-- guest's, may be gone before the row, which then only counts among those of an hour.
CREATE TABLE visitor (
  account_id TEXT NOT NULL PRIMARY KEY,
  since TEXT NOT NULL
);

CREATE INDEX visitor_since ON visitor (since);

-- Looked for every quarter of an hour.
CREATE INDEX annotator_kind ON annotator (kind);

-- How long somebody acted or read at a desk, as each page that was open there summed it up. Nothing of what they did.
CREATE TABLE desk_visit (
  id TEXT NOT NULL PRIMARY KEY,
  set_id TEXT NOT NULL REFERENCES annotation_set (id),
  seconds INTEGER NOT NULL CHECK (seconds >= 0)
);

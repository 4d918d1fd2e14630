-- What lists of articles are searched and sorted by, so that no body is read for it. The program fills these tables when
-- an article is frozen, and at the next start for articles that were there before.
CREATE TABLE article_entry (
  article_id TEXT NOT NULL PRIMARY KEY REFERENCES article (id),
  study_id TEXT NOT NULL REFERENCES study (id),
  position INTEGER NOT NULL,
  title_key TEXT NOT NULL,
  outlet_key TEXT NOT NULL,
  words INTEGER NOT NULL
);

CREATE INDEX article_entry_title ON article_entry (study_id, title_key, position);
CREATE INDEX article_entry_outlet ON article_entry (study_id, outlet_key, position);

-- Each word of a study once, folded; and the places in the study of the articles that hold it. Numbers keep this small.
CREATE TABLE study_word (
  id INTEGER NOT NULL PRIMARY KEY,
  study_id TEXT NOT NULL REFERENCES study (id),
  word TEXT NOT NULL,
  UNIQUE (study_id, word)
);

CREATE TABLE article_word (
  word_id INTEGER NOT NULL REFERENCES study_word (id),
  position INTEGER NOT NULL,
  PRIMARY KEY (word_id, position)
);

-- Words led to articles by one row for each article that holds them: what all articles hold was slow to find and to fill.
-- The program enters all articles anew at its next start.
DROP TABLE article_word;
DROP TABLE study_word;
DELETE FROM article_entry;

-- The articles of a study stand on shelves of 256, by their positions.
CREATE TABLE article_shelf (
  id INTEGER NOT NULL PRIMARY KEY,
  study_id TEXT NOT NULL REFERENCES study (id),
  number INTEGER NOT NULL,
  UNIQUE (study_id, number)
);

-- Each word on a shelf once, folded, with the places on it of the articles that hold it. Beginnings of three letters stand
-- here as words of their own, with an asterisk.
CREATE TABLE shelf_word (
  shelf_id INTEGER NOT NULL REFERENCES article_shelf (id),
  word TEXT NOT NULL,
  places TEXT NOT NULL,
  PRIMARY KEY (shelf_id, word)
);

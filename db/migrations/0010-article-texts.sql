-- Whether a text is there already must not be found by walking through all of a study's articles.
CREATE INDEX article_text ON article (study_id, body_sha256);

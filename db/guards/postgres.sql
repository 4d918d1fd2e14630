-- What the database itself refuses, whoever asks: the same as in sqlite.sql, guard by guard under the same names. Made
-- anew at every start. Nothing here replaces a row on INSERT, so unique keys do what the guards on replacement do there;
-- what can empty a whole table at once is refused too.

CREATE OR REPLACE FUNCTION guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'guard: %', TG_ARGV[0] USING ERRCODE = 'LS001';
END
$$;

CREATE TRIGGER guard_article_body BEFORE UPDATE OF id, study_id, body, length, body_sha256, language, source ON article
FOR EACH ROW EXECUTE FUNCTION guard('an article is frozen');

CREATE TRIGGER guard_article_removal BEFORE DELETE ON article
FOR EACH ROW EXECUTE FUNCTION guard('an article is frozen');

CREATE TRIGGER guard_block_change BEFORE UPDATE ON article_block
FOR EACH ROW EXECUTE FUNCTION guard('an article is frozen');

CREATE TRIGGER guard_block_removal BEFORE DELETE ON article_block
FOR EACH ROW EXECUTE FUNCTION guard('an article is frozen');

CREATE TRIGGER guard_codebook_change BEFORE UPDATE ON codebook_version
FOR EACH ROW WHEN (OLD.published_at IS NOT NULL) EXECUTE FUNCTION guard('a published codebook version is frozen');

CREATE TRIGGER guard_codebook_removal BEFORE DELETE ON codebook_version
FOR EACH ROW WHEN (OLD.published_at IS NOT NULL) EXECUTE FUNCTION guard('a published codebook version is frozen');

CREATE TRIGGER guard_revision_change BEFORE UPDATE ON annotation_revision
FOR EACH ROW EXECUTE FUNCTION guard('a revision is written once');

CREATE TRIGGER guard_revision_removal BEFORE DELETE ON annotation_revision
FOR EACH ROW EXECUTE FUNCTION guard('a revision is written once');

CREATE TRIGGER guard_set_removal BEFORE DELETE ON annotation_set
FOR EACH ROW EXECUTE FUNCTION guard('an annotation set is kept');

CREATE TRIGGER guard_set_owner BEFORE UPDATE OF id, round_id, article_id, annotator_id ON annotation_set
FOR EACH ROW EXECUTE FUNCTION guard('an annotation set keeps its owner');

CREATE TRIGGER guard_set_change_change BEFORE UPDATE ON set_change
FOR EACH ROW EXECUTE FUNCTION guard('what became of a set is written once');

CREATE TRIGGER guard_set_change_removal BEFORE DELETE ON set_change
FOR EACH ROW EXECUTE FUNCTION guard('what became of a set is written once');

CREATE TRIGGER guard_document_answers_change BEFORE UPDATE ON document_answers
FOR EACH ROW EXECUTE FUNCTION guard('answers about an article are written once');

CREATE TRIGGER guard_document_answers_removal BEFORE DELETE ON document_answers
FOR EACH ROW EXECUTE FUNCTION guard('answers about an article are written once');

-- The set states what the newest revision says, and nothing else.
CREATE OR REPLACE FUNCTION guard_set_answers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.answers IS DISTINCT FROM (
    SELECT a.answers FROM document_answers a WHERE a.set_id = NEW.id ORDER BY a.revision DESC LIMIT 1
  ) THEN
    RAISE EXCEPTION 'guard: %', TG_ARGV[0] USING ERRCODE = 'LS001';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER guard_set_answers BEFORE UPDATE OF answers ON annotation_set
FOR EACH ROW EXECUTE FUNCTION guard_set_answers('answers about an article are revised, not overwritten');

CREATE TRIGGER guard_question_change BEFORE UPDATE ON question
FOR EACH ROW EXECUTE FUNCTION guard('questions and answers are written once');

CREATE TRIGGER guard_question_removal BEFORE DELETE ON question
FOR EACH ROW EXECUTE FUNCTION guard('questions and answers are written once');

CREATE TRIGGER guard_answer_change BEFORE UPDATE ON question_answer
FOR EACH ROW EXECUTE FUNCTION guard('questions and answers are written once');

CREATE TRIGGER guard_answer_removal BEFORE DELETE ON question_answer
FOR EACH ROW EXECUTE FUNCTION guard('questions and answers are written once');

CREATE TRIGGER guard_round_move_change BEFORE UPDATE ON round_move
FOR EACH ROW EXECUTE FUNCTION guard('what became of a round is written once');

CREATE TRIGGER guard_round_move_removal BEFORE DELETE ON round_move
FOR EACH ROW EXECUTE FUNCTION guard('what became of a round is written once');

CREATE TRIGGER guard_article_emptying BEFORE TRUNCATE ON article
EXECUTE FUNCTION guard('an article is frozen');

CREATE TRIGGER guard_block_emptying BEFORE TRUNCATE ON article_block
EXECUTE FUNCTION guard('an article is frozen');

CREATE TRIGGER guard_codebook_emptying BEFORE TRUNCATE ON codebook_version
EXECUTE FUNCTION guard('a published codebook version is frozen');

CREATE TRIGGER guard_revision_emptying BEFORE TRUNCATE ON annotation_revision
EXECUTE FUNCTION guard('a revision is written once');

CREATE TRIGGER guard_set_emptying BEFORE TRUNCATE ON annotation_set
EXECUTE FUNCTION guard('an annotation set is kept');

CREATE TRIGGER guard_set_change_emptying BEFORE TRUNCATE ON set_change
EXECUTE FUNCTION guard('what became of a set is written once');

CREATE TRIGGER guard_document_answers_emptying BEFORE TRUNCATE ON document_answers
EXECUTE FUNCTION guard('answers about an article are written once');

CREATE TRIGGER guard_question_emptying BEFORE TRUNCATE ON question
EXECUTE FUNCTION guard('questions and answers are written once');

CREATE TRIGGER guard_answer_emptying BEFORE TRUNCATE ON question_answer
EXECUTE FUNCTION guard('questions and answers are written once');

CREATE TRIGGER guard_round_move_emptying BEFORE TRUNCATE ON round_move
EXECUTE FUNCTION guard('what became of a round is written once');

-- What the database itself refuses, whoever asks: the same as in sqlite.sql, guard by guard under the same names. Made
-- anew at every start. Nothing here replaces a row on INSERT, so unique keys do what the guards on replacement do there;
-- what can empty a whole table at once is refused too.

CREATE OR REPLACE FUNCTION guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'guard: %', TG_ARGV[0] USING ERRCODE = 'LS001';
END
$$;

-- Readings go within an erasure of the person who made them, or while their article is withdrawn, and only then.
CREATE OR REPLACE FUNCTION guard_reading() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  gone JSONB := to_jsonb(OLD);
  whose TEXT := CASE TG_TABLE_NAME
    WHEN 'annotation_set' THEN gone ->> 'annotator_id'
    WHEN 'question' THEN gone ->> 'asked_by'
    WHEN 'question_answer' THEN (SELECT asked_by FROM question WHERE id = gone ->> 'question_id')
    ELSE (SELECT annotator_id FROM annotation_set WHERE id = gone ->> 'set_id')
  END;
  of_what TEXT := CASE TG_TABLE_NAME
    WHEN 'annotation_set' THEN gone ->> 'article_id'
    WHEN 'question' THEN gone ->> 'article_id'
    WHEN 'question_answer' THEN (SELECT article_id FROM question WHERE id = gone ->> 'question_id')
    ELSE (SELECT article_id FROM annotation_set WHERE id = gone ->> 'set_id')
  END;
BEGIN
  IF EXISTS (SELECT 1 FROM erased_annotator WHERE id = whose)
    OR EXISTS (SELECT 1 FROM withdrawn_article WHERE id = of_what) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'guard: %', TG_ARGV[0] USING ERRCODE = 'LS001';
END
$$;

-- An article goes while it is withdrawn, and only then.
CREATE OR REPLACE FUNCTION guard_article() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  gone JSONB := to_jsonb(OLD);
BEGIN
  IF EXISTS (SELECT 1 FROM withdrawn_article WHERE id = coalesce(gone ->> 'article_id', gone ->> 'id')) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'guard: %', TG_ARGV[0] USING ERRCODE = 'LS001';
END
$$;

-- A withdrawal ends, and forgets who made it as other deeds do; nothing else of it changes.
CREATE OR REPLACE FUNCTION guard_withdrawal() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  former JSONB := to_jsonb(OLD);
  present JSONB := to_jsonb(NEW);
BEGIN
  IF (OLD.done_at IS NULL AND NEW.done_at IS NOT NULL AND present - 'done_at' = former - 'done_at') OR (
    NEW.made_by IS NULL AND present - 'made_by' = former - 'made_by'
    AND EXISTS (SELECT 1 FROM erasure WHERE account_id = OLD.made_by AND done_at IS NULL)
  ) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'guard: %', TG_ARGV[0] USING ERRCODE = 'LS001';
END
$$;

-- Who did something is forgotten within an erasure of that person; what was done stays as it is.
CREATE OR REPLACE FUNCTION guard_signature() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  former JSONB := to_jsonb(OLD);
  present JSONB := to_jsonb(NEW);
BEGIN
  IF present ->> TG_ARGV[1] IS NULL AND present - TG_ARGV[1] = former - TG_ARGV[1] AND EXISTS (
    SELECT 1 FROM erasure WHERE account_id = former ->> TG_ARGV[1] AND done_at IS NULL
  ) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'guard: %', TG_ARGV[0] USING ERRCODE = 'LS001';
END
$$;

CREATE TRIGGER guard_article_body BEFORE UPDATE OF id, study_id, body, length, body_sha256, language, source ON article
FOR EACH ROW EXECUTE FUNCTION guard('an article is frozen');

CREATE TRIGGER guard_article_removal BEFORE DELETE ON article
FOR EACH ROW EXECUTE FUNCTION guard_article('an article is frozen');

CREATE TRIGGER guard_block_change BEFORE UPDATE ON article_block
FOR EACH ROW EXECUTE FUNCTION guard('an article is frozen');

CREATE TRIGGER guard_block_removal BEFORE DELETE ON article_block
FOR EACH ROW EXECUTE FUNCTION guard_article('an article is frozen');

CREATE TRIGGER guard_codebook_change BEFORE UPDATE ON codebook_version
FOR EACH ROW WHEN (OLD.published_at IS NOT NULL) EXECUTE FUNCTION guard('a published codebook version is frozen');

CREATE TRIGGER guard_codebook_removal BEFORE DELETE ON codebook_version
FOR EACH ROW WHEN (OLD.published_at IS NOT NULL) EXECUTE FUNCTION guard('a published codebook version is frozen');

CREATE TRIGGER guard_revision_change BEFORE UPDATE ON annotation_revision
FOR EACH ROW EXECUTE FUNCTION guard('a revision is written once');

CREATE TRIGGER guard_revision_removal BEFORE DELETE ON annotation_revision
FOR EACH ROW EXECUTE FUNCTION guard_reading('a revision is written once');

CREATE TRIGGER guard_set_removal BEFORE DELETE ON annotation_set
FOR EACH ROW EXECUTE FUNCTION guard_reading('an annotation set is kept');

CREATE TRIGGER guard_set_owner BEFORE UPDATE OF id, round_id, article_id, annotator_id ON annotation_set
FOR EACH ROW EXECUTE FUNCTION guard('an annotation set keeps its owner');

CREATE TRIGGER guard_set_change_change BEFORE UPDATE ON set_change
FOR EACH ROW EXECUTE FUNCTION guard('what became of a set is written once');

CREATE TRIGGER guard_set_change_removal BEFORE DELETE ON set_change
FOR EACH ROW EXECUTE FUNCTION guard_reading('what became of a set is written once');

CREATE TRIGGER guard_document_answers_change BEFORE UPDATE ON document_answers
FOR EACH ROW EXECUTE FUNCTION guard('answers about an article are written once');

CREATE TRIGGER guard_document_answers_removal BEFORE DELETE ON document_answers
FOR EACH ROW EXECUTE FUNCTION guard_reading('answers about an article are written once');

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
FOR EACH ROW EXECUTE FUNCTION guard_reading('questions and answers are written once');

CREATE TRIGGER guard_answer_change BEFORE UPDATE ON question_answer
FOR EACH ROW EXECUTE FUNCTION guard_signature('questions and answers are written once', 'answered_by');

CREATE TRIGGER guard_answer_removal BEFORE DELETE ON question_answer
FOR EACH ROW EXECUTE FUNCTION guard_reading('questions and answers are written once');

CREATE TRIGGER guard_round_move_change BEFORE UPDATE ON round_move
FOR EACH ROW EXECUTE FUNCTION guard_signature('what became of a round is written once', 'moved_by');

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

CREATE TRIGGER guard_erasure_change BEFORE UPDATE ON erasure
FOR EACH ROW WHEN (
  OLD.done_at IS NOT NULL OR NEW.done_at IS NULL
  OR NEW.id <> OLD.id OR NEW.account_id <> OLD.account_id OR NEW.readings <> OLD.readings OR NEW.begun_at <> OLD.begun_at
) EXECUTE FUNCTION guard('an erasure is recorded for good');

CREATE TRIGGER guard_erasure_removal BEFORE DELETE ON erasure
FOR EACH ROW EXECUTE FUNCTION guard('an erasure is recorded for good');

CREATE TRIGGER guard_erasure_emptying BEFORE TRUNCATE ON erasure
EXECUTE FUNCTION guard('an erasure is recorded for good');

CREATE TRIGGER guard_withdrawal_change BEFORE UPDATE ON withdrawal
FOR EACH ROW EXECUTE FUNCTION guard_withdrawal('a withdrawal is recorded for good');

CREATE TRIGGER guard_withdrawal_removal BEFORE DELETE ON withdrawal
FOR EACH ROW EXECUTE FUNCTION guard('a withdrawal is recorded for good');

CREATE TRIGGER guard_withdrawal_emptying BEFORE TRUNCATE ON withdrawal
EXECUTE FUNCTION guard('a withdrawal is recorded for good');

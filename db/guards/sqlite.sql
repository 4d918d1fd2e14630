-- What the database itself refuses, whoever asks. Made anew at every start, so that they always fit the program.
-- The guards on INSERT stop INSERT OR REPLACE, which deletes a row without asking the guard on DELETE.

CREATE TRIGGER guard_article_body BEFORE UPDATE OF id, study_id, body, length, body_sha256, language, source ON article
BEGIN SELECT RAISE(ABORT, 'guard: an article is frozen'); END;

-- Withdrawing an article removes it with all that was read of it. It begins with a row, and ends within its transaction.
CREATE TRIGGER guard_article_removal BEFORE DELETE ON article
WHEN NOT EXISTS (SELECT 1 FROM withdrawn_article w WHERE w.id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'guard: an article is frozen'); END;

CREATE TRIGGER guard_article_replacement BEFORE INSERT ON article
WHEN EXISTS (
  SELECT 1 FROM article
  WHERE id = NEW.id
    OR (study_id = NEW.study_id AND position = NEW.position)
)
BEGIN SELECT RAISE(ABORT, 'guard: an article is frozen'); END;

CREATE TRIGGER guard_block_change BEFORE UPDATE ON article_block
BEGIN SELECT RAISE(ABORT, 'guard: an article is frozen'); END;

CREATE TRIGGER guard_block_removal BEFORE DELETE ON article_block
WHEN NOT EXISTS (SELECT 1 FROM withdrawn_article w WHERE w.id = OLD.article_id)
BEGIN SELECT RAISE(ABORT, 'guard: an article is frozen'); END;

CREATE TRIGGER guard_block_replacement BEFORE INSERT ON article_block
WHEN EXISTS (SELECT 1 FROM article_block WHERE article_id = NEW.article_id AND position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'guard: an article is frozen'); END;

CREATE TRIGGER guard_codebook_change BEFORE UPDATE ON codebook_version
WHEN OLD.published_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'guard: a published codebook version is frozen'); END;

CREATE TRIGGER guard_codebook_removal BEFORE DELETE ON codebook_version
WHEN OLD.published_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'guard: a published codebook version is frozen'); END;

CREATE TRIGGER guard_codebook_replacement BEFORE INSERT ON codebook_version
WHEN EXISTS (SELECT 1 FROM codebook_version WHERE codebook_id = NEW.codebook_id AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'guard: a published codebook version is frozen'); END;

CREATE TRIGGER guard_revision_change BEFORE UPDATE ON annotation_revision
BEGIN SELECT RAISE(ABORT, 'guard: a revision is written once'); END;

CREATE TRIGGER guard_revision_removal BEFORE DELETE ON annotation_revision
WHEN NOT EXISTS (
  SELECT 1 FROM erased_annotator e JOIN annotation_set s ON s.annotator_id = e.id WHERE s.id = OLD.set_id
) AND NOT EXISTS (
  SELECT 1 FROM withdrawn_article w JOIN annotation_set s ON s.article_id = w.id WHERE s.id = OLD.set_id
)
BEGIN SELECT RAISE(ABORT, 'guard: a revision is written once'); END;

CREATE TRIGGER guard_revision_replacement BEFORE INSERT ON annotation_revision
WHEN EXISTS (
  SELECT 1 FROM annotation_revision r
  WHERE (r.annotation_id = NEW.annotation_id AND r.revision = NEW.revision)
    OR r.action_id = NEW.action_id
    OR (r.set_id = NEW.set_id AND r.set_version = NEW.set_version)
)
BEGIN SELECT RAISE(ABORT, 'guard: a revision is written once'); END;

CREATE TRIGGER guard_set_removal BEFORE DELETE ON annotation_set
WHEN NOT EXISTS (
  SELECT 1 FROM erased_annotator e WHERE e.id = OLD.annotator_id
) AND NOT EXISTS (
  SELECT 1 FROM withdrawn_article w WHERE w.id = OLD.article_id
)
BEGIN SELECT RAISE(ABORT, 'guard: an annotation set is kept'); END;

CREATE TRIGGER guard_set_replacement BEFORE INSERT ON annotation_set
WHEN EXISTS (
  SELECT 1 FROM annotation_set
  WHERE id = NEW.id
    OR (round_id = NEW.round_id AND article_id = NEW.article_id AND annotator_id = NEW.annotator_id)
)
BEGIN SELECT RAISE(ABORT, 'guard: an annotation set is kept'); END;

CREATE TRIGGER guard_set_owner BEFORE UPDATE OF id, round_id, article_id, annotator_id ON annotation_set
BEGIN SELECT RAISE(ABORT, 'guard: an annotation set keeps its owner'); END;

CREATE TRIGGER guard_set_change_change BEFORE UPDATE ON set_change
BEGIN SELECT RAISE(ABORT, 'guard: what became of a set is written once'); END;

CREATE TRIGGER guard_set_change_removal BEFORE DELETE ON set_change
WHEN NOT EXISTS (
  SELECT 1 FROM erased_annotator e JOIN annotation_set s ON s.annotator_id = e.id WHERE s.id = OLD.set_id
) AND NOT EXISTS (
  SELECT 1 FROM withdrawn_article w JOIN annotation_set s ON s.article_id = w.id WHERE s.id = OLD.set_id
)
BEGIN SELECT RAISE(ABORT, 'guard: what became of a set is written once'); END;

CREATE TRIGGER guard_set_change_replacement BEFORE INSERT ON set_change
WHEN EXISTS (SELECT 1 FROM set_change WHERE set_id = NEW.set_id AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'guard: what became of a set is written once'); END;

CREATE TRIGGER guard_document_answers_change BEFORE UPDATE ON document_answers
BEGIN SELECT RAISE(ABORT, 'guard: answers about an article are written once'); END;

CREATE TRIGGER guard_document_answers_removal BEFORE DELETE ON document_answers
WHEN NOT EXISTS (
  SELECT 1 FROM erased_annotator e JOIN annotation_set s ON s.annotator_id = e.id WHERE s.id = OLD.set_id
) AND NOT EXISTS (
  SELECT 1 FROM withdrawn_article w JOIN annotation_set s ON s.article_id = w.id WHERE s.id = OLD.set_id
)
BEGIN SELECT RAISE(ABORT, 'guard: answers about an article are written once'); END;

CREATE TRIGGER guard_document_answers_replacement BEFORE INSERT ON document_answers
WHEN EXISTS (
  SELECT 1 FROM document_answers a
  WHERE (a.set_id = NEW.set_id AND a.revision = NEW.revision) OR a.action_id = NEW.action_id
)
BEGIN SELECT RAISE(ABORT, 'guard: answers about an article are written once'); END;

-- The set states what the newest revision says, and nothing else.
CREATE TRIGGER guard_set_answers BEFORE UPDATE OF answers ON annotation_set
WHEN NEW.answers IS NOT (
  SELECT a.answers FROM document_answers a WHERE a.set_id = NEW.id ORDER BY a.revision DESC LIMIT 1
)
BEGIN SELECT RAISE(ABORT, 'guard: answers about an article are revised, not overwritten'); END;

CREATE TRIGGER guard_question_change BEFORE UPDATE ON question
BEGIN SELECT RAISE(ABORT, 'guard: questions and answers are written once'); END;

CREATE TRIGGER guard_question_removal BEFORE DELETE ON question
WHEN NOT EXISTS (
  SELECT 1 FROM erased_annotator e WHERE e.id = OLD.asked_by
) AND NOT EXISTS (
  SELECT 1 FROM withdrawn_article w WHERE w.id = OLD.article_id
)
BEGIN SELECT RAISE(ABORT, 'guard: questions and answers are written once'); END;

CREATE TRIGGER guard_question_replacement BEFORE INSERT ON question
WHEN EXISTS (SELECT 1 FROM question WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'guard: questions and answers are written once'); END;

CREATE TRIGGER guard_answer_change BEFORE UPDATE ON question_answer
WHEN NOT (
  NEW.id = OLD.id AND NEW.question_id = OLD.question_id AND NEW.text = OLD.text AND NEW.answered_at = OLD.answered_at
  AND NEW.answered_by IS NULL
  AND EXISTS (SELECT 1 FROM erasure e WHERE e.account_id = OLD.answered_by AND e.done_at IS NULL)
)
BEGIN SELECT RAISE(ABORT, 'guard: questions and answers are written once'); END;

CREATE TRIGGER guard_answer_removal BEFORE DELETE ON question_answer
WHEN NOT EXISTS (
  SELECT 1 FROM erased_annotator e JOIN question q ON q.asked_by = e.id WHERE q.id = OLD.question_id
) AND NOT EXISTS (
  SELECT 1 FROM withdrawn_article w JOIN question q ON q.article_id = w.id WHERE q.id = OLD.question_id
)
BEGIN SELECT RAISE(ABORT, 'guard: questions and answers are written once'); END;

CREATE TRIGGER guard_answer_replacement BEFORE INSERT ON question_answer
WHEN EXISTS (SELECT 1 FROM question_answer WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'guard: questions and answers are written once'); END;

CREATE TRIGGER guard_round_move_change BEFORE UPDATE ON round_move
WHEN NOT (
  NEW.round_id = OLD.round_id AND NEW.number = OLD.number AND NEW.from_number = OLD.from_number
  AND NEW.to_number = OLD.to_number AND NEW.moved_at = OLD.moved_at AND NEW.moved_by IS NULL
  AND EXISTS (SELECT 1 FROM erasure e WHERE e.account_id = OLD.moved_by AND e.done_at IS NULL)
)
BEGIN SELECT RAISE(ABORT, 'guard: what became of a round is written once'); END;

CREATE TRIGGER guard_round_move_removal BEFORE DELETE ON round_move
BEGIN SELECT RAISE(ABORT, 'guard: what became of a round is written once'); END;

CREATE TRIGGER guard_round_move_replacement BEFORE INSERT ON round_move
WHEN EXISTS (SELECT 1 FROM round_move WHERE round_id = NEW.round_id AND number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'guard: what became of a round is written once'); END;

-- Erasing a person is the one action that removes readings. It begins with a row, and ends within its transaction.
CREATE TRIGGER guard_erasure_change BEFORE UPDATE ON erasure
WHEN OLD.done_at IS NOT NULL OR NEW.done_at IS NULL
  OR NEW.id <> OLD.id OR NEW.account_id <> OLD.account_id OR NEW.readings <> OLD.readings OR NEW.begun_at <> OLD.begun_at
BEGIN SELECT RAISE(ABORT, 'guard: an erasure is recorded for good'); END;

CREATE TRIGGER guard_erasure_removal BEFORE DELETE ON erasure
BEGIN SELECT RAISE(ABORT, 'guard: an erasure is recorded for good'); END;

CREATE TRIGGER guard_erasure_replacement BEFORE INSERT ON erasure
WHEN EXISTS (SELECT 1 FROM erasure WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'guard: an erasure is recorded for good'); END;

CREATE TRIGGER guard_withdrawal_change BEFORE UPDATE ON withdrawal
WHEN NOT (
  NEW.id = OLD.id AND NEW.study_id = OLD.study_id AND NEW.article_id = OLD.article_id AND NEW.position = OLD.position
  AND NEW.readings = OLD.readings AND NEW.marks = OLD.marks AND NEW.reason IS OLD.reason AND NEW.begun_at = OLD.begun_at
  AND (
    (OLD.done_at IS NULL AND NEW.done_at IS NOT NULL AND NEW.made_by IS OLD.made_by)
    OR (
      NEW.done_at IS OLD.done_at AND NEW.made_by IS NULL
      AND EXISTS (SELECT 1 FROM erasure e WHERE e.account_id = OLD.made_by AND e.done_at IS NULL)
    )
  )
)
BEGIN SELECT RAISE(ABORT, 'guard: a withdrawal is recorded for good'); END;

CREATE TRIGGER guard_withdrawal_removal BEFORE DELETE ON withdrawal
BEGIN SELECT RAISE(ABORT, 'guard: a withdrawal is recorded for good'); END;

CREATE TRIGGER guard_withdrawal_replacement BEFORE INSERT ON withdrawal
WHEN EXISTS (SELECT 1 FROM withdrawal WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'guard: a withdrawal is recorded for good'); END;

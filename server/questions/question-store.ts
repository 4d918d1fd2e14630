/** SQL for questions and their answers. Both are only ever added. */
import type { Selectable } from 'kysely'
import type { QuestionAnswerTable, QuestionTable } from '../../db/schema.ts'
import type { Db } from '../database/db.ts'
import type { ListedQuestion, Question, SharedQuestion } from './question.ts'

export async function addQuestion(db: Db, question: Omit<Question, 'answers'>): Promise<void> {
  await db
    .insertInto('question')
    .values({
      id: question.id,
      round_id: question.roundId,
      article_id: question.articleId,
      asked_by: question.askedBy,
      span_start: question.span?.start ?? null,
      span_end: question.span?.end ?? null,
      text: question.text,
      asked_at: question.askedAt,
    })
    .execute()
}

export async function addAnswer(
  db: Db,
  answer: { id: string; questionId: string; text: string; by: string; at: string },
): Promise<void> {
  await db
    .insertInto('question_answer')
    .values({
      id: answer.id,
      question_id: answer.questionId,
      text: answer.text,
      answered_by: answer.by,
      answered_at: answer.at,
    })
    .execute()
}

export async function findQuestion(db: Db, id: string): Promise<Question | undefined> {
  const row = await db.selectFrom('question').selectAll().where('id', '=', id).executeTakeFirst()
  return row && questionOf(row, await answersTo(db, [id]))
}

export async function findAnswer(db: Db, id: string): Promise<{ questionId: string; text: string } | undefined> {
  const row = await db.selectFrom('question_answer').selectAll().where('id', '=', id).executeTakeFirst()
  return row && { questionId: row.question_id, text: row.text }
}

/** What an annotator has asked about an article in a round, and what others have asked there and got an answer to; oldest first. */
export async function listQuestionsFor(
  db: Db,
  at: { roundId: string; articleId: string; annotatorId: string | undefined },
): Promise<SharedQuestion[]> {
  const rows = await db
    .selectFrom('question')
    .selectAll()
    .where('round_id', '=', at.roundId)
    .where('article_id', '=', at.articleId)
    .orderBy('asked_at')
    .orderBy('id')
    .execute()
  const ids = rows.map(({ id }) => id)
  const answers = await answersTo(db, ids)
  return rows
    .map((row) => ({ ...questionOf(row, answers), isOwn: row.asked_by === at.annotatorId }))
    .filter(({ isOwn, answers }) => isOwn || answers.length > 0)
}

/** All that has been asked in a study, newest first. */
export async function listQuestionsOfStudy(db: Db, studyId: string): Promise<ListedQuestion[]> {
  const rows = await db
    .selectFrom('question')
    .innerJoin('round', 'round.id', 'question.round_id')
    .innerJoin('article', 'article.id', 'question.article_id')
    .innerJoin('annotator', 'annotator.id', 'question.asked_by')
    .selectAll('question')
    .select(['article.title as article_title', 'round.title as round_title', 'annotator.pseudonym'])
    .where('round.study_id', '=', studyId)
    .orderBy('question.asked_at', 'desc')
    .orderBy('question.id', 'desc')
    .execute()
  const ids = rows.map(({ id }) => id)
  const answers = await answersTo(db, ids)
  return rows.map((row) => ({
    ...questionOf(row, answers),
    articleTitle: row.article_title,
    roundTitle: row.round_title,
    pseudonym: row.pseudonym,
  }))
}

/** How many questions an annotator has asked. */
export async function countQuestionsOf(db: Db, annotatorId: string): Promise<number> {
  const row = await db
    .selectFrom('question')
    .select((q) => q.fn.countAll().as('n'))
    .where('asked_by', '=', annotatorId)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** Study → how many questions were asked in it, and how many of them have no answer. Studies without any are left out. */
export async function countQuestions(db: Db): Promise<Map<string, { asked: number; open: number }>> {
  const rows = await db
    .selectFrom('question')
    .innerJoin('round', 'round.id', 'question.round_id')
    .leftJoin('question_answer', 'question_answer.question_id', 'question.id')
    .select((q) => [
      'round.study_id',
      q.fn.count('question.id').distinct().as('asked'),
      q.fn.count('question_answer.question_id').distinct().as('answered'),
    ])
    .groupBy('round.study_id')
    .execute()
  return new Map(
    rows.map((row) => [row.study_id, { asked: Number(row.asked), open: Number(row.asked) - Number(row.answered) }]),
  )
}

async function answersTo(db: Db, questions: readonly string[]): Promise<Selectable<QuestionAnswerTable>[]> {
  if (questions.length === 0) return []
  return db
    .selectFrom('question_answer')
    .selectAll()
    .where('question_id', 'in', questions)
    .orderBy('answered_at')
    .orderBy('id')
    .execute()
}

function questionOf(row: Selectable<QuestionTable>, answers: readonly Selectable<QuestionAnswerTable>[]): Question {
  return {
    id: row.id,
    roundId: row.round_id,
    articleId: row.article_id,
    askedBy: row.asked_by,
    ...(row.span_start !== null && row.span_end !== null && { span: { start: row.span_start, end: row.span_end } }),
    text: row.text,
    askedAt: row.asked_at,
    answers: answers
      .filter((answer) => answer.question_id === row.id)
      .map(({ id, text, answered_at }) => ({ id, text, at: answered_at })),
  }
}

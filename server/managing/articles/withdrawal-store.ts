/** SQL for withdrawing an article: what stands in the study about it, and taking all of it away. */
import { sql } from 'kysely'
import { removeEntry } from '../../articles/article-entry-store.ts'
import type { Db } from '../../database/db.ts'
import type { GoingReading } from './withdrawing.ts'

interface ReadingRow {
  readonly id: string
  readonly title: string
  readonly kind: GoingReading['kind']
  readonly pseudonym: string
  readonly name: string | null
  readonly state: GoingReading['state']
  readonly version: number
  readonly answers: number
  readonly marks: number
}

/** All readings of an article by round and annotator, and what changes with each act on one of them. */
export async function listReadings(
  db: Db,
  articleId: string,
): Promise<{ readings: GoingReading[]; versions: string[] }> {
  const { rows } = await sql<ReadingRow>`
    SELECT s.id, round.title, n.kind, n.pseudonym, account.name, s.state,
      COALESCE((SELECT MAX(r.set_version) FROM annotation_revision r WHERE r.set_id = s.id), 0) AS version,
      (SELECT COUNT(*) FROM document_answers d WHERE d.set_id = s.id) AS answers,
      (SELECT COUNT(*) FROM current_annotation c WHERE c.set_id = s.id) AS marks
    FROM annotation_set s
    JOIN round ON round.id = s.round_id
    JOIN annotator n ON n.id = s.annotator_id
    LEFT JOIN account ON account.id = n.account_id
    WHERE s.article_id = ${articleId}
    ORDER BY round.id, n.id`.execute(db)
  const readings = rows.map(({ id, title, kind, pseudonym, name, state, marks }) => ({
    id,
    round: title,
    kind,
    name: name ?? pseudonym,
    state,
    marks: Number(marks),
  }))
  return { readings, versions: rows.map(({ id, state, version, answers }) => `${id} ${state} ${version} ${answers}`) }
}

/** Questions about an article, and answers to them. */
export async function countQuestions(db: Db, articleId: string): Promise<{ questions: number; answers: number }> {
  const { rows } = await sql<{ questions: number; answers: number }>`
    SELECT COUNT(DISTINCT q.id) AS questions, COUNT(a.id) AS answers
    FROM question q LEFT JOIN question_answer a ON a.question_id = q.id
    WHERE q.article_id = ${articleId}`.execute(db)
  return { questions: Number(rows[0]!.questions), answers: Number(rows[0]!.answers) }
}

/** Round → how many people an article is assigned to there, and the version of the round's assignments. */
export async function listAssignedRounds(
  db: Db,
  articleId: string,
): Promise<{ roundId: string; version: number; people: number }[]> {
  const rows = await db
    .selectFrom('assignment')
    .innerJoin('round', 'round.id', 'assignment.round_id')
    .select((q) => ['round.id', 'round.assignment_version', q.fn.countAll().as('n')])
    .where('assignment.article_id', '=', articleId)
    .groupBy(['round.id', 'round.assignment_version'])
    .orderBy('round.id')
    .execute()
  return rows.map(({ id, assignment_version, n }) => ({
    roundId: id,
    version: Number(assignment_version),
    people: Number(n),
  }))
}

/** Its place in its study; undefined also for a workshop's article, which goes with nothing. */
export async function findPosition(db: Db, articleId: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('article')
    .select('position')
    .where('id', '=', articleId)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('workshop').select('id').whereRef('workshop.article_id', '=', 'article.id'))),
    )
    .executeTakeFirst()
  return row && Number(row.position)
}

/** Removes an article with all that was read, asked and assigned of it. The guards ask for a withdrawal that has begun. */
export async function removeArticle(db: Db, articleId: string): Promise<void> {
  const questions = db.selectFrom('question').select('id').where('article_id', '=', articleId)
  await db.deleteFrom('question_answer').where('question_id', 'in', questions).execute()
  await db.deleteFrom('question').where('article_id', '=', articleId).execute()
  const sets = db.selectFrom('annotation_set').select('id').where('article_id', '=', articleId)
  for (const table of ['annotation_revision', 'document_answers', 'set_change', 'desk_visit'] as const)
    await db.deleteFrom(table).where('set_id', 'in', sets).execute()
  await db.deleteFrom('annotation_set').where('article_id', '=', articleId).execute()
  await db.deleteFrom('assignment').where('article_id', '=', articleId).execute()
  await removeEntry(db, articleId)
  await db.deleteFrom('article_block').where('article_id', '=', articleId).execute()
  await db.deleteFrom('article').where('id', '=', articleId).execute()
}

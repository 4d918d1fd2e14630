/** SQL for how far somebody has come. One query, however many articles there are. */
import { sql } from 'kysely'
import type { Db } from '../database/db.ts'
import { MARKED_AT_THE_DESK } from '../rounds/round.ts'
import type { Progress } from './progress.ts'

interface ProgressRow {
  readonly round: string
  readonly round_title: string
  readonly study_title: string
  readonly articles: number
  readonly done: number
  readonly place: number
  readonly next: string | null
}

const CLOSED = sql`('finished', 'skipped')`

/**
 * Somebody's progress in open rounds, oldest first: in the one at hand, or in all demonstrations and in the rounds of
 * some studies.
 */
export async function listProgress(
  db: Db,
  accountId: string,
  where: { readonly round: string; readonly article: string } | { readonly studies: readonly string[] },
): Promise<Progress[]> {
  const here = sql`COALESCE((SELECT position FROM article WHERE id = ${'article' in where ? where.article : null}), 0)`
  const isMeant =
    'round' in where
      ? sql`round.id = ${where.round}`
      : sql`(round.kind = 'demonstration' OR round.study_id IN (${sql.join([...where.studies, null])}))`
  const { rows } = await sql<ProgressRow>`
    SELECT round.id AS round, round.title AS round_title, study.title AS study_title,
      (SELECT COUNT(*) FROM article WHERE study_id = round.study_id) AS articles,
      (SELECT COUNT(*) FROM annotation_set
        WHERE annotator_id = annotator.id AND round_id = round.id AND state IN ${CLOSED}) AS done,
      (SELECT COUNT(*) FROM article WHERE study_id = round.study_id AND position <= ${here}) AS place,
      COALESCE(${firstOpen(sql`position > ${here}`)}, ${firstOpen(sql`position < ${here}`)}) AS next
    FROM round
    JOIN study ON study.id = round.study_id
    LEFT JOIN annotator ON annotator.study_id = round.study_id AND annotator.account_id = ${accountId}
    WHERE round.closed_at IS NULL AND round.kind IN (${sql.join(MARKED_AT_THE_DESK)}) AND ${isMeant}
    ORDER BY round.opened_at, round.id`.execute(db)
  return rows.map((row) => ({
    round: row.round,
    roundTitle: row.round_title,
    studyTitle: row.study_title,
    articles: Number(row.articles),
    done: Number(row.done),
    place: Number(row.place),
    ...(row.next !== null && { next: row.next }),
  }))
}

function firstOpen(where: ReturnType<typeof sql>) {
  return sql`(SELECT article.id FROM article
    WHERE article.study_id = round.study_id AND ${where}
      AND NOT EXISTS (SELECT 1 FROM annotation_set s
        WHERE s.round_id = round.id AND s.article_id = article.id AND s.annotator_id = annotator.id AND s.state IN ${CLOSED})
    ORDER BY article.position LIMIT 1)`
}

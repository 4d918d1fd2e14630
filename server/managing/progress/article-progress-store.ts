/** SQL for who is where in a round: what has begun, and what is assigned. */
import { sql } from 'kysely'
import type { SetState } from '../../annotations/annotation-set.ts'
import type { Db } from '../../database/db.ts'
import type { Place } from './article-progress.ts'

/** All readings of people that have begun or are assigned in a round; only on some articles where these are named. */
export async function listPlaces(db: Db, roundId: string, articles?: readonly string[]): Promise<Place[]> {
  if (articles?.length === 0) return []
  const among = (article: ReturnType<typeof sql>) => (articles ? sql`AND ${article} IN (${sql.join(articles)})` : sql``)
  const { rows } = await sql<{ article: string; annotator: string; state: SetState; seconds: number | null }>`
    SELECT s.article_id AS article, s.annotator_id AS annotator, s.state AS state, s.active_seconds AS seconds
    FROM annotation_set s JOIN annotator n ON n.id = s.annotator_id
    WHERE s.round_id = ${roundId} AND n.kind IN ('account', 'participant') ${among(sql`s.article_id`)}
    UNION ALL
    SELECT a.article_id, a.annotator_id, 'new', NULL
    FROM assignment a
    WHERE a.round_id = ${roundId} ${among(sql`a.article_id`)} AND NOT EXISTS (
      SELECT 1 FROM annotation_set s
      WHERE s.round_id = a.round_id AND s.article_id = a.article_id AND s.annotator_id = a.annotator_id
    )`.execute(db)
  return rows.map(({ seconds, ...place }) => ({
    ...place,
    activeSeconds: seconds === null ? undefined : Number(seconds),
  }))
}

/** The ids of those to whom something is assigned in a round, or who have begun something there. */
export async function listReaders(db: Db, roundId: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    SELECT annotator_id AS id FROM annotation_set WHERE round_id = ${roundId}
    UNION SELECT annotator_id FROM assignment WHERE round_id = ${roundId}`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** Round and annotator → how many articles are assigned there that have not been begun; only where some are assigned. */
export async function countUntouched(
  db: Db,
  studyId: string,
): Promise<{ round: string; annotator: string; n: number }[]> {
  const { rows } = await sql<{ round: string; annotator: string; n: number }>`
    SELECT a.round_id AS round, a.annotator_id AS annotator, SUM(CASE WHEN s.id IS NULL OR s.state = 'new' THEN 1 ELSE 0 END) AS n
    FROM round
    JOIN assignment a ON a.round_id = round.id
    LEFT JOIN annotation_set s
      ON s.round_id = a.round_id AND s.article_id = a.article_id AND s.annotator_id = a.annotator_id
    WHERE round.study_id = ${studyId}
    GROUP BY a.round_id, a.annotator_id`.execute(db)
  return rows.map(({ n, ...row }) => ({ ...row, n: Number(n) }))
}

/** SQL for how far somebody has come. One query for all rounds, however many articles there are. */
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../database/db.ts'
import { MARKED_AT_THE_DESK } from '../rounds/round.ts'
import type { Progress } from './progress.ts'

interface ProgressRow {
  readonly round: string
  readonly round_title: string
  readonly study_title: string
  readonly due_on: string | null
  readonly is_admitted: number
  readonly articles: number
  readonly done: number
  readonly place: number
  readonly next: string | null
}

interface InHand {
  readonly round: string
  readonly article: string
}

type Sql = RawBuilder<unknown>

const CLOSED = sql`('finished', 'skipped')`
const ASSIGNED = sql`(SELECT article_id, position FROM assignment
  WHERE assignment.round_id = round.id AND assignment.annotator_id = annotator.id) work`
const EVERY = sql`(SELECT id AS article_id, position FROM article WHERE article.study_id = round.study_id) work`

/**
 * Somebody's progress in open rounds, those that are due first, then the oldest: in the one at hand, or in all
 * demonstrations and in the rounds of some studies where anything is theirs to read.
 */
export async function listProgress(
  db: Db,
  accountId: string,
  where: InHand | { readonly studies: readonly string[] },
): Promise<Progress[]> {
  const here = 'round' in where ? await placeInHand(db, accountId, where) : 0
  const isMeant =
    'round' in where
      ? sql`round.id = ${where.round}`
      : sql`(round.kind = 'demonstration' OR round.study_id IN (${sql.join([...where.studies, null])}))
          AND (round.assignment_version = 0 OR EXISTS (SELECT 1 FROM ${ASSIGNED}))`
  const { rows } = await sql<ProgressRow>`
    SELECT round.id AS round, round.title AS round_title, study.title AS study_title, round.due_on,
      CASE WHEN round.admission_round_id IS NULL THEN 1 ELSE (SELECT COUNT(*) FROM admission
        WHERE admission.round_id = round.id AND admission.annotator_id = annotator.id) END AS is_admitted,
      ${toRead((work) => sql`SELECT COUNT(*) FROM ${work}`)} AS articles,
      (CASE WHEN round.assignment_version > 0 THEN (SELECT COUNT(*) FROM ${ASSIGNED} WHERE ${isClosed})
        ELSE (SELECT COUNT(*) FROM annotation_set s WHERE ${IS_OWN} AND s.state IN ${CLOSED}) END) AS done,
      ${toRead((work) => sql`SELECT COUNT(*) FROM ${work} WHERE work.position <= ${here}`)} AS place,
      COALESCE(${firstOpen(sql`work.position > ${here}`)}, ${firstOpen(sql`work.position < ${here}`)}) AS next
    FROM round
    JOIN study ON study.id = round.study_id
    LEFT JOIN annotator ON annotator.study_id = round.study_id AND annotator.account_id = ${accountId}
    WHERE round.closed_at IS NULL AND round.kind IN (${sql.join(MARKED_AT_THE_DESK)}) AND ${isMeant}
    ORDER BY COALESCE(round.due_on, '9999'), round.opened_at, round.id`.execute(db)
  // A round of a study without articles leads nowhere yet.
  const leading = rows.filter(({ articles }) => Number(articles) > 0)
  return leading.map((row) => ({
    round: row.round,
    roundTitle: row.round_title,
    studyTitle: row.study_title,
    articles: Number(row.articles),
    done: Number(row.done),
    place: Number(row.place),
    isAdmitted: Number(row.is_admitted) > 0,
    ...(row.due_on !== null && { dueOn: row.due_on }),
    ...(row.next !== null && { next: row.next }),
  }))
}

/** Where the article in hand stands in the order in which somebody reads. */
async function placeInHand(db: Db, accountId: string, { round, article }: InHand): Promise<number> {
  const { rows } = await sql<{ place: number | null }>`
    SELECT ${toRead((work) => sql`SELECT work.position FROM ${work} WHERE work.article_id = ${article}`)} AS place
    FROM round
    LEFT JOIN annotator ON annotator.study_id = round.study_id AND annotator.account_id = ${accountId}
    WHERE round.id = ${round}`.execute(db)
  return Number(rows[0]?.place ?? 0)
}

/** Asks among what somebody is to read in a round: what is assigned to them, or in a round for everybody all articles. */
function toRead(select: (work: Sql) => Sql): Sql {
  return sql`(CASE WHEN round.assignment_version > 0 THEN (${select(ASSIGNED)}) ELSE (${select(EVERY)}) END)`
}

const IS_OWN = sql`s.round_id = round.id AND s.annotator_id = annotator.id`
const isClosed = sql`EXISTS (SELECT 1 FROM annotation_set s
  WHERE ${IS_OWN} AND s.article_id = work.article_id AND s.state IN ${CLOSED})`

function firstOpen(where: Sql): Sql {
  return toRead(
    (work) =>
      sql`SELECT work.article_id FROM ${work} WHERE ${where} AND NOT ${isClosed} ORDER BY work.position LIMIT 1`,
  )
}

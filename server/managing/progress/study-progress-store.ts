/** SQL for a study's progress. No annotation is loaded. */
import { sql } from 'kysely'
import type { Db } from '../../database/db.ts'
import type { Reader } from './article-progress.ts'
import type { FinishedReading, Standing } from './study-progress.ts'

/** Rounds in which people read; references, programs and visitors are left out everywhere. */
const READ_ROUNDS = sql`round.kind IN ('training', 'annotation')`
const PEOPLE = sql`annotator.kind IN ('account', 'participant')`

/** The people who annotate in a study, by their pseudonyms. */
export async function listPeople(db: Db, studyId: string): Promise<Reader[]> {
  const { rows } = await sql<{ id: string; pseudonym: string; name: string | null; since: string | null }>`
    SELECT annotator.id, annotator.pseudonym, account.name AS name, membership.since AS since
    FROM annotator
    LEFT JOIN account ON account.id = annotator.account_id
    LEFT JOIN membership ON membership.account_id = account.id
      AND membership.study_id = annotator.study_id AND membership.role = 'annotator'
    WHERE annotator.study_id = ${studyId} AND ${PEOPLE}
    ORDER BY LENGTH(annotator.pseudonym), annotator.pseudonym`.execute(db)
  return rows.map(({ name, since, ...row }) => ({ ...row, name: name ?? undefined, isActive: since !== null }))
}

/** How far everybody has come in each round, where they have begun. */
export async function listStandings(db: Db, studyId: string): Promise<Standing[]> {
  const { rows } = await sql<{
    round: string
    annotator: string
    finished: number
    skipped: number
    in_progress: number
    seconds: number | null
  }>`
    SELECT s.round_id AS round, s.annotator_id AS annotator,
      SUM(CASE WHEN s.state = 'finished' THEN 1 ELSE 0 END) AS finished,
      SUM(CASE WHEN s.state = 'skipped' THEN 1 ELSE 0 END) AS skipped,
      SUM(CASE WHEN s.state = 'in-progress' THEN 1 ELSE 0 END) AS in_progress,
      SUM(s.active_seconds) AS seconds
    FROM annotator
    JOIN annotation_set s ON s.annotator_id = annotator.id
    JOIN round ON round.id = s.round_id
    WHERE annotator.study_id = ${studyId} AND ${PEOPLE} AND ${READ_ROUNDS}
    GROUP BY s.round_id, s.annotator_id`.execute(db)
  return rows.map((row) => ({
    round: row.round,
    annotator: row.annotator,
    finished: Number(row.finished),
    skipped: Number(row.skipped),
    inProgress: Number(row.in_progress),
    activeSeconds: row.seconds === null ? undefined : Number(row.seconds),
  }))
}

/** A finished reading, whose marks are still to be counted. */
export type FinishedSet = Omit<FinishedReading, 'marks'> & { readonly version: string }

interface FinishedRow {
  readonly set: string
  readonly round: string
  readonly annotator: string
  readonly place: number
  readonly words: number | null
  readonly finished_at: string | null
  readonly set_version: number | null
  readonly newest: string | null
}

/** Every finished reading of a study, each with the version of its set. */
export async function listFinishedSets(db: Db, studyId: string): Promise<FinishedSet[]> {
  const { rows } = await sql<FinishedRow>`
    SELECT s.id AS "set", s.round_id AS round, s.annotator_id AS annotator, article.position AS place,
      article_entry.words AS words, newest.set_version,
      newest.annotation_id || ' ' || newest.checksum || ' ' || newest.made_at AS newest,
      (SELECT MAX(c.changed_at) FROM set_change c WHERE c.set_id = s.id AND c.to_state = 'finished') AS finished_at
    FROM annotator
    JOIN annotation_set s ON s.annotator_id = annotator.id
    JOIN round ON round.id = s.round_id
    JOIN article ON article.id = s.article_id
    LEFT JOIN article_entry ON article_entry.article_id = s.article_id
    LEFT JOIN annotation_revision newest ON newest.set_id = s.id
      AND newest.set_version = (SELECT MAX(r.set_version) FROM annotation_revision r WHERE r.set_id = s.id)
    WHERE annotator.study_id = ${studyId} AND ${PEOPLE} AND ${READ_ROUNDS} AND s.state = 'finished'`.execute(db)
  return rows.map(({ set_version, newest, place, words, finished_at, ...row }) => ({
    ...row,
    place: Number(place),
    words: Number(words ?? 0),
    finishedAt: finished_at ?? '',
    version: `${set_version} ${newest}`,
  }))
}

/** SQL for a study's progress. Marks are counted where they lie; no annotation is loaded. */
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

interface CountRow {
  readonly set: string
  readonly round: string
  readonly annotator: string
  readonly place: number
  readonly words: number | null
  readonly finished_at: string | null
  readonly tag: string | null
  readonly marks: number
}

/** Every finished reading of a study with its marks counted by tag. */
export async function listFinishedReadings(db: Db, studyId: string): Promise<FinishedReading[]> {
  const { rows } = await sql<CountRow>`
    SELECT s.id AS "set", s.round_id AS round, s.annotator_id AS annotator, article.position AS place,
      article_entry.words AS words, counted.tag AS tag, counted.marks AS marks,
      (SELECT MAX(c.changed_at) FROM set_change c WHERE c.set_id = s.id AND c.to_state = 'finished') AS finished_at
    FROM annotator
    JOIN annotation_set s ON s.annotator_id = annotator.id
    JOIN round ON round.id = s.round_id
    JOIN article ON article.id = s.article_id
    LEFT JOIN article_entry ON article_entry.article_id = s.article_id
    LEFT JOIN (
      SELECT a.set_id, a.tag, COUNT(*) AS marks FROM current_annotation a
      JOIN annotation_set t ON t.id = a.set_id
      JOIN annotator n ON n.id = t.annotator_id
      WHERE n.study_id = ${studyId} AND t.state = 'finished'
      GROUP BY a.set_id, a.tag
    ) counted ON counted.set_id = s.id
    WHERE annotator.study_id = ${studyId} AND ${PEOPLE} AND ${READ_ROUNDS} AND s.state = 'finished'`.execute(db)
  return [...Map.groupBy(rows, (row) => row.set).values()].map(readingOf)
}

function readingOf(rows: CountRow[]): FinishedReading {
  const [{ set, round, annotator, place, words, finished_at }] = rows as [CountRow]
  const marks = rows.flatMap(({ tag, marks }) => (tag === null ? [] : [[tag, Number(marks)] as const]))
  return {
    ...{ set, round, annotator },
    place: Number(place),
    words: Number(words ?? 0),
    finishedAt: finished_at ?? '',
    marks: new Map(marks),
  }
}

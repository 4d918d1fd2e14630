/** SQL for what marks hold of a codebook: how often they name a tag, and all that a round's say. */
import { sql } from 'kysely'
import type { Answers, Codebook } from '../codebook/codebook.ts'
import type { Db } from '../database/db.ts'
import type { Judgement } from './annotation.ts'
import type { StandingMark } from './codebook-move.ts'

/** How many marks of a study have a tag, or had it: as theirs, or as the one that would fit too. Those taken back count. */
export async function countMarksWithTag(db: Db, studyId: string, tag: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT COUNT(DISTINCT annotation_revision.annotation_id) AS n
    FROM annotation_revision
    JOIN annotation_set ON annotation_set.id = annotation_revision.set_id
    JOIN round ON round.id = annotation_set.round_id
    WHERE round.study_id = ${studyId}
      AND (annotation_revision.tag = ${tag} OR annotation_revision.second_tag = ${tag})
  `.execute(db)
  return Number(rows[0]?.n ?? 0)
}

/** The newest judgements in a round, those of marks that were taken back too: they can be brought back. */
export async function listRoundJudgements(db: Db, roundId: string): Promise<Judgement[]> {
  const { rows } = await sql<JudgementRow>`
    SELECT r.span_start, r.span_end, r.tag, r.attributes, r.parts, r.second_tag
    FROM annotation_revision r
    JOIN annotation_set ON annotation_set.id = r.set_id
    WHERE annotation_set.round_id = ${roundId}
      AND NOT EXISTS (
        SELECT 1 FROM annotation_revision newer
        WHERE newer.annotation_id = r.annotation_id AND newer.revision > r.revision
      )
  `.execute(db)
  return rows.map((row) => ({
    start: row.span_start,
    end: row.span_end,
    tag: row.tag,
    attributes: JSON.parse(row.attributes),
    parts: JSON.parse(row.parts),
    ...(row.second_tag !== null && { secondTag: row.second_tag }),
  }))
}

interface JudgementRow {
  readonly span_start: number
  readonly span_end: number
  readonly tag: string
  readonly attributes: string
  readonly parts: string
  readonly second_tag: string | null
}

/** What was answered about articles in a round, as it stands. */
export async function listRoundAnswers(db: Db, roundId: string): Promise<Answers[]> {
  const rows = await db
    .selectFrom('annotation_set')
    .select('answers')
    .where('round_id', '=', roundId)
    .where('answers', 'is not', null)
    .execute()
  return rows.map(({ answers }) => JSON.parse(answers!))
}

/** The rounds in which people read under a codebook version and in which nothing has been marked or answered yet. */
export async function listUnmarkedRounds(db: Db, { id, version }: Pick<Codebook, 'id' | 'version'>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT round.id FROM round
    WHERE round.codebook_id = ${id} AND round.codebook_number = ${version} AND round.kind IN ('training', 'annotation')
      AND NOT EXISTS (
        SELECT 1 FROM annotation_set s
        WHERE s.round_id = round.id
          AND (s.answers IS NOT NULL OR EXISTS (SELECT 1 FROM annotation_revision r WHERE r.set_id = s.id))
      )
    ORDER BY round.position`.execute(db)
  return rows.map((row) => row.id)
}

/** The marks that stand in a round, set by set. */
export async function listStandingMarks(db: Db, roundId: string): Promise<StandingMark[][]> {
  const { rows } = await sql<{ set_id: string; start: number; end: number; tag: string }>`
    SELECT a.set_id, a.span_start AS start, a.span_end AS "end", a.tag
    FROM current_annotation a
    JOIN annotation_set ON annotation_set.id = a.set_id
    WHERE annotation_set.round_id = ${roundId}`.execute(db)
  return [...Map.groupBy(rows, ({ set_id }) => set_id).values()]
}

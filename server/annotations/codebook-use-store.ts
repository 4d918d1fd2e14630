/** SQL for what marks hold of a codebook: whether and how often they name a tag. */
import { sql } from 'kysely'
import type { Db } from '../database/db.ts'

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

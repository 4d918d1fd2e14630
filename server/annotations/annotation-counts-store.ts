/** SQL for how many annotations there are. */
import type { Db } from '../database/db.ts'
import { portionsOf } from '../database/portions.ts'

/** How many annotations a guest has made as a visitor; those that were retracted count. */
export async function countMadeByVisitor(db: Db, accountId: string): Promise<number> {
  const row = await db
    .selectFrom('annotation_revision')
    .innerJoin('annotation_set', 'annotation_set.id', 'annotation_revision.set_id')
    .innerJoin('annotator', 'annotator.id', 'annotation_set.annotator_id')
    .select((q) => q.fn.countAll().as('n'))
    .where('annotator.account_id', '=', accountId)
    .where('annotator.kind', '=', 'visitor')
    .where('annotation_revision.revision', '=', 1)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** How many annotations stand in a study. */
export async function countAnnotationsOfStudy(db: Db, studyId: string): Promise<number> {
  const row = await db
    .selectFrom('current_annotation')
    .innerJoin('annotation_set', 'annotation_set.id', 'current_annotation.set_id')
    .innerJoin('annotator', 'annotator.id', 'annotation_set.annotator_id')
    .select((q) => q.fn.countAll().as('n'))
    .where('annotator.study_id', '=', studyId)
    .where('annotator.kind', '!=', 'visitor')
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

const SETS_AT_ONCE = 200

/** How many marks of each tag stand in sets. */
export async function countMarks(db: Db, setIds: readonly string[]): Promise<Map<string, Map<string, number>>> {
  const counts = new Map(setIds.map((id) => [id, new Map<string, number>()]))
  for (const ids of portionsOf(setIds, SETS_AT_ONCE)) {
    const rows = await db
      .selectFrom('current_annotation')
      .select(['set_id', 'tag', (q) => q.fn.countAll().as('marks')])
      .where('set_id', 'in', ids)
      .groupBy(['set_id', 'tag'])
      .execute()
    for (const { set_id, tag, marks } of rows) counts.get(set_id)?.set(tag, Number(marks))
  }
  return counts
}

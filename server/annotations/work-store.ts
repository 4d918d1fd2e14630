/** SQL for how much somebody has done: sets and marks counted. */
import type { Db } from '../database/db.ts'
import { NO_WORK, type Work } from './work.ts'

/** Annotator → their sets. Who has none is left out. */
export async function countSetsOf(db: Db, annotators: readonly string[]): Promise<Map<string, Work>> {
  if (annotators.length === 0) return new Map()
  const rows = await db
    .selectFrom('annotation_set')
    .select((q) => ['annotator_id', 'state', q.fn.countAll().as('n')])
    .where('annotator_id', 'in', annotators)
    .groupBy(['annotator_id', 'state'])
    .execute()
  const work = new Map<string, Work>()
  for (const { annotator_id, state, n } of rows) {
    const { sets, finished } = work.get(annotator_id) ?? NO_WORK
    work.set(annotator_id, { sets: sets + Number(n), finished: finished + (state === 'finished' ? Number(n) : 0) })
  }
  return work
}

/** Marks that stand, over all of somebody's sets. */
export async function countMarksOf(db: Db, annotator: string): Promise<number> {
  const row = await db
    .selectFrom('current_annotation')
    .innerJoin('annotation_set', 'annotation_set.id', 'current_annotation.set_id')
    .select((q) => q.fn.countAll().as('n'))
    .where('annotation_set.annotator_id', '=', annotator)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

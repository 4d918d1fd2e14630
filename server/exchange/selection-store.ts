/** SQL that counts what a selection of a study holds, by the same rules by which it is written. */
import type { Db } from '../database/db.ts'
import type { Whose } from './exchange-store.ts'
import type { Selection } from './selection.ts'

export interface Counted {
  readonly readings: number
  readonly annotations: number
}

export async function countSelected(
  db: Db,
  studyId: string,
  whose: Whose,
  { rounds, annotators, tags, states }: Selection,
): Promise<Counted> {
  let sets = db
    .selectFrom('annotation_set')
    .innerJoin('annotator', 'annotator.id', 'annotation_set.annotator_id')
    .where('annotator.study_id', '=', studyId)
  sets =
    whose === 'everybody'
      ? sets.where('annotator.kind', '!=', 'visitor')
      : sets.where('annotator.account_id', '=', whose.account)
  // A list of nothing holds for nothing; SQL has no word for that.
  if (rounds) sets = sets.where('annotation_set.round_id', 'in', [...rounds, ''])
  if (annotators) sets = sets.where('annotator.pseudonym', 'in', [...annotators, ''])
  if (states) sets = sets.where('annotation_set.state', 'in', [...states])
  const readings = await sets.select((q) => q.fn.countAll().as('n')).executeTakeFirstOrThrow()
  let marks = sets.innerJoin('current_annotation', 'current_annotation.set_id', 'annotation_set.id')
  if (tags) marks = marks.where('current_annotation.tag', 'in', [...tags, ''])
  const annotations = await marks.select((q) => q.fn.countAll().as('n')).executeTakeFirstOrThrow()
  return { readings: Number(readings.n), annotations: Number(annotations.n) }
}

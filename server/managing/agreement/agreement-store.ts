/** SQL for what a round's readings are, without reading them. */
import type { SetState } from '../../annotations/annotation-set.ts'
import type { Db } from '../../database/db.ts'

export interface SetVersion {
  readonly id: string
  readonly articleId: string
  readonly annotatorId: string
  readonly state: SetState
  /** Grows with each revision in it. */
  readonly version: number
  /** When it was last finished; undefined where that was not here, as with imported ones. */
  readonly finishedAt: string | undefined
}

/** The sets of a round but visitors', by id: where all of this is as it was, so is everything that is measured of them. */
export async function listSetVersions(db: Db, roundId: string): Promise<SetVersion[]> {
  const rows = await db
    .selectFrom('annotation_set')
    .innerJoin('annotator', 'annotator.id', 'annotation_set.annotator_id')
    .where('round_id', '=', roundId)
    .where('annotator.kind', '!=', 'visitor')
    .select((set) => [
      'annotation_set.id',
      'article_id',
      'annotator_id',
      'state',
      set
        .selectFrom('annotation_revision')
        .whereRef('annotation_revision.set_id', '=', 'annotation_set.id')
        .select((revision) => revision.fn.max('annotation_revision.set_version').as('newest'))
        .as('newest'),
      set
        .selectFrom('set_change')
        .whereRef('set_change.set_id', '=', 'annotation_set.id')
        .where('set_change.to_state', '=', 'finished')
        .select((change) => change.fn.max('set_change.changed_at').as('finished_at'))
        .as('finished_at'),
    ])
    .orderBy('annotation_set.id')
    .execute()
  return rows.map(({ id, article_id, annotator_id, state, newest, finished_at }) => ({
    ...{ id, articleId: article_id, annotatorId: annotator_id },
    state: state as SetState,
    version: Number(newest ?? 0),
    finishedAt: finished_at ?? undefined,
  }))
}

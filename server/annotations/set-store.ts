/** SQL for the states of annotation sets. Every change is recorded beside the set that it changes. */
import type { Db } from '../database/db.ts'
import type { AnnotationSet, SetState } from './annotation-set.ts'

export interface SetChange {
  readonly from: SetState
  readonly to: SetState
  /** Why the article was skipped. */
  readonly reason?: string | undefined
  /** The annotator who did it. */
  readonly by: string
  /** ISO 8601, UTC. */
  readonly at: string
}

/** Changes a set's state and records it. */
export async function changeSet(db: Db, { id }: Pick<AnnotationSet, 'id'>, change: SetChange): Promise<void> {
  const reason = change.reason ?? null
  const number = (await listSetChanges(db, id)).length + 1
  await db.updateTable('annotation_set').set({ state: change.to, reason }).where('id', '=', id).execute()
  await db
    .insertInto('set_change')
    .values({
      set_id: id,
      number,
      from_state: change.from,
      to_state: change.to,
      reason,
      changed_by: change.by,
      changed_at: change.at,
    })
    .execute()
}

/** What became of a set, oldest first. */
export async function listSetChanges(db: Db, setId: string): Promise<SetChange[]> {
  const rows = await db.selectFrom('set_change').selectAll().where('set_id', '=', setId).orderBy('number').execute()
  return rows.map((row) => ({
    from: row.from_state,
    to: row.to_state,
    ...(row.reason !== null && { reason: row.reason }),
    by: row.changed_by,
    at: row.changed_at,
  }))
}

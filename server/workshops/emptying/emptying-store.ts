/** SQL of emptying a workshop of its participants: the guards know it by its row. */
import type { Db } from '../../database/db.ts'

export interface WorkshopErasure {
  readonly id: string
  readonly workshopId: string
  /** How many went. */
  readonly participants: number
  /** ISO 8601, UTC. */
  readonly at: string
}

/** From here on, within the transaction, the guards let the readings of the workshop's participants go. */
export async function beginEmptying(db: Db, { id, workshopId, participants, at }: WorkshopErasure): Promise<void> {
  await db
    .insertInto('workshop_erasure')
    .values({ id, workshop_id: workshopId, participants, begun_at: at, done_at: null })
    .execute()
}

export async function endEmptying(db: Db, { id, at }: WorkshopErasure): Promise<void> {
  await db.updateTable('workshop_erasure').set({ done_at: at }).where('id', '=', id).execute()
}

/** When somebody last marked in a workshop; undefined where nobody did. */
export async function findLastMark(db: Db, workshopId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('annotation_revision')
    .innerJoin('annotation_set', 'annotation_set.id', 'annotation_revision.set_id')
    .innerJoin('participant', 'participant.annotator_id', 'annotation_set.annotator_id')
    .select((q) => q.fn.max('annotation_revision.made_at').as('at'))
    .where('participant.workshop_id', '=', workshopId)
    .executeTakeFirst()
  return row?.at ?? undefined
}

/** The workshops that still hold something of their participants. */
export async function listFilled(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('workshop').select('id').where('emptied_at', 'is', null).execute()
  return rows.map(({ id }) => id)
}

/** Whether an account is a guest's. */
export async function isGuest(db: Db, accountId: string): Promise<boolean> {
  const row = await db.selectFrom('account').select('guest').where('id', '=', accountId).executeTakeFirst()
  return row?.guest === 1
}

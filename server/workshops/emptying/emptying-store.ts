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

/** When somebody last joined a workshop or marked in it; undefined where nobody has come. */
export async function findLastDeed(db: Db, workshopId: string): Promise<string | undefined> {
  const joined = await db
    .selectFrom('participant')
    .select((q) => q.fn.max('joined_at').as('at'))
    .where('workshop_id', '=', workshopId)
    .executeTakeFirst()
  const marked = await db
    .selectFrom('annotation_revision')
    .innerJoin('annotation_set', 'annotation_set.id', 'annotation_revision.set_id')
    .innerJoin('participant', 'participant.annotator_id', 'annotation_set.annotator_id')
    .select((q) => q.fn.max('annotation_revision.made_at').as('at'))
    .where('participant.workshop_id', '=', workshopId)
    .executeTakeFirst()
  return [joined?.at, marked?.at]
    .flatMap((at) => at ?? [])
    .toSorted()
    .at(-1)
}

/** The workshops that hold something of participants: one that waits for its lesson holds nothing. */
export async function listFilled(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('workshop')
    .select('id')
    .where('emptied_at', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('participant').select('annotator_id').whereRef('workshop_id', '=', 'workshop.id')),
    )
    .execute()
  return rows.map(({ id }) => id)
}

/** Whether an account is a guest's. */
export async function isGuest(db: Db, accountId: string): Promise<boolean> {
  const row = await db.selectFrom('account').select('guest').where('id', '=', accountId).executeTakeFirst()
  return row?.guest === 1
}

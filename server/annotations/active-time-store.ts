/** SQL for active time: what each visit to a desk came to, and the sum in its annotation set. */
import { sql } from 'kysely'
import type { Db } from '../database/db.ts'

export interface Visit {
  readonly id: string
  readonly setId: string
  readonly seconds: number
}

export async function findVisit(db: Db, id: string): Promise<Visit | undefined> {
  const row = await db.selectFrom('desk_visit').selectAll().where('id', '=', id).executeTakeFirst()
  return row && { id: row.id, setId: row.set_id, seconds: Number(row.seconds) }
}

/** Keeps what a visit has come to, and adds what is new of it to its set. */
export async function keepVisit(db: Db, { id, setId, seconds }: Visit, before: Visit | undefined): Promise<void> {
  if (before) await db.updateTable('desk_visit').set({ seconds }).where('id', '=', id).execute()
  else await db.insertInto('desk_visit').values({ id, set_id: setId, seconds }).execute()
  const more = seconds - (before?.seconds ?? 0)
  await db
    .updateTable('annotation_set')
    .set({ active_seconds: sql<number>`COALESCE(active_seconds, 0) + ${more}` })
    .where('id', '=', setId)
    .execute()
}

/** SQL of the one action that removes a person, and with them their readings where they wish it. */
import type { Db } from '../database/db.ts'

export interface Erasure {
  readonly id: string
  readonly accountId: string
  /** What becomes of the readings: they go too, or stay and belong to nobody. */
  readonly readings: 'removed' | 'kept'
  /** ISO 8601, UTC. */
  readonly at: string
}

/** From here on, within the transaction, the guards let this account's rows go. */
export async function beginErasure(db: Db, { id, accountId, readings, at }: Erasure): Promise<void> {
  await db.insertInto('erasure').values({ id, account_id: accountId, readings, begun_at: at, done_at: null }).execute()
}

export async function endErasure(db: Db, { id, at }: Erasure): Promise<void> {
  await db.updateTable('erasure').set({ done_at: at }).where('id', '=', id).execute()
}

/** Removes an annotator with all that they marked, answered and asked. The ids of their sets. */
export async function removeReadings(db: Db, annotatorId: string): Promise<string[]> {
  const questions = db.selectFrom('question').select('id').where('asked_by', '=', annotatorId)
  await db.deleteFrom('question_answer').where('question_id', 'in', questions).execute()
  await db.deleteFrom('question').where('asked_by', '=', annotatorId).execute()
  const rows = await db.selectFrom('annotation_set').select('id').where('annotator_id', '=', annotatorId).execute()
  for (const { id } of rows) {
    await db.deleteFrom('annotation_revision').where('set_id', '=', id).execute()
    await db.deleteFrom('document_answers').where('set_id', '=', id).execute()
    await db.deleteFrom('set_change').where('set_id', '=', id).execute()
    await db.deleteFrom('desk_visit').where('set_id', '=', id).execute()
    await db.deleteFrom('annotation_set').where('id', '=', id).execute()
  }
  for (const table of ['assignment', 'admission', 'feedback_opening', 'participant'] as const)
    await db.deleteFrom(table).where('annotator_id', '=', annotatorId).execute()
  await db.deleteFrom('annotator').where('id', '=', annotatorId).execute()
  return rows.map(({ id }) => id)
}

/** Leaves the readings under their pseudonym, and nothing that leads from there to a person. */
export async function unlinkReadings(db: Db, annotatorId: string): Promise<void> {
  await db.updateTable('annotator').set({ account_id: null, name: null }).where('id', '=', annotatorId).execute()
  await db
    .updateTable('participant')
    .set({ account_id: null, recovery_hash: null })
    .where('annotator_id', '=', annotatorId)
    .execute()
}

/** Removes an account with all that is only its own, and its name from what it did for others. False where it is gone already. */
export async function removeAccount(db: Db, accountId: string, at: string): Promise<boolean> {
  await db.updateTable('question_answer').set({ answered_by: null }).where('answered_by', '=', accountId).execute()
  await db.updateTable('round_move').set({ moved_by: null }).where('moved_by', '=', accountId).execute()
  await db.updateTable('assignment_change').set({ made_by: null }).where('made_by', '=', accountId).execute()
  await db.updateTable('withdrawal').set({ made_by: null }).where('made_by', '=', accountId).execute()
  await db.updateTable('workshop').set({ made_by: null }).where('made_by', '=', accountId).execute()
  await db.updateTable('codebook_draft').set({ saved_by: null }).where('saved_by', '=', accountId).execute()
  await db
    .updateTable('invitation')
    .set((q) => ({ made_by: null, note: null, revoked_at: q.fn.coalesce('revoked_at', q.val(at)) }))
    .where('made_by', '=', accountId)
    .execute()
  const files = db.selectFrom('intake_file').select('id').where('account_id', '=', accountId)
  await db.deleteFrom('draft').where('file_id', 'in', files).execute()
  for (const table of ['intake_file', 'membership', 'session', 'api_token'] as const)
    await db.deleteFrom(table).where('account_id', '=', accountId).execute()
  const { numDeletedRows } = await db.deleteFrom('account').where('id', '=', accountId).executeTakeFirst()
  return numDeletedRows > 0n
}

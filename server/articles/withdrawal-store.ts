/** SQL for the record of what was withdrawn. */
import type { Db } from '../database/db.ts'
import type { ListedWithdrawal, Withdrawal } from './withdrawal.ts'

/** From here on, within the transaction, the guards let this article's rows go. */
export async function beginWithdrawal(db: Db, withdrawal: Withdrawal): Promise<void> {
  const { id, studyId, articleId, position, readings, marks, reason = null, by, at } = withdrawal
  await db
    .insertInto('withdrawal')
    .values({
      id,
      study_id: studyId,
      article_id: articleId,
      position,
      readings,
      marks,
      reason,
      made_by: by,
      begun_at: at,
      done_at: null,
    })
    .execute()
}

export async function endWithdrawal(db: Db, { id, at }: Withdrawal): Promise<void> {
  await db.updateTable('withdrawal').set({ done_at: at }).where('id', '=', id).execute()
}

export async function isWithdrawn(db: Db, studyId: string, articleId: string): Promise<boolean> {
  const row = await db
    .selectFrom('withdrawal')
    .select('id')
    .where('study_id', '=', studyId)
    .where('article_id', '=', articleId)
    .executeTakeFirst()
  return row !== undefined
}

/** What was withdrawn from a study, by the places that it had. */
export async function listWithdrawals(db: Db, studyId: string): Promise<ListedWithdrawal[]> {
  const rows = await db
    .selectFrom('withdrawal')
    .leftJoin('account', 'account.id', 'withdrawal.made_by')
    .selectAll('withdrawal')
    .select('account.name')
    .where('study_id', '=', studyId)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    studyId: row.study_id,
    articleId: row.article_id,
    position: Number(row.position),
    readings: Number(row.readings),
    marks: Number(row.marks),
    reason: row.reason ?? undefined,
    name: row.name ?? undefined,
    at: row.begun_at,
  }))
}

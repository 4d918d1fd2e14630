/** SQL of who tries the demonstration without an account, and of whose time there is over. */
import { sql } from 'kysely'
import type { Db } from '../database/db.ts'

export async function addVisitor(db: Db, accountId: string, since: string): Promise<void> {
  await db.insertInto('visitor').values({ account_id: accountId, since }).execute()
}

/** How many have begun after a moment, those who have gone again too. */
export async function countVisitorsSince(db: Db, moment: string): Promise<number> {
  const row = await db
    .selectFrom('visitor')
    .select((q) => q.fn.countAll().as('n'))
    .where('since', '>', moment)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** The accounts of visitors, so many at most, who have marked nothing since a moment, or have not marked at all and came before it. */
export async function listVisitorsUntil(db: Db, moment: string, most: number): Promise<string[]> {
  const { rows } = await sql<{ account: string }>`
    SELECT annotator.account_id AS account
    FROM annotator
    LEFT JOIN annotation_set s ON s.annotator_id = annotator.id
    LEFT JOIN annotation_revision r ON r.set_id = s.id
    WHERE annotator.kind = 'visitor' AND annotator.account_id IS NOT NULL
    GROUP BY annotator.account_id
    HAVING COALESCE(MAX(r.made_at), MAX(s.opened_at), '') <= ${moment}
    UNION
    SELECT account.id
    FROM visitor
    JOIN account ON account.id = visitor.account_id
    WHERE visitor.since <= ${moment}
      AND NOT EXISTS (SELECT 1 FROM annotator WHERE annotator.account_id = account.id)
    LIMIT ${most}`.execute(db)
  return rows.map(({ account }) => account)
}

/** Forgets when those came who have gone, once an hour's count needs them no more. */
export async function forgetVisitors(db: Db, moment: string): Promise<void> {
  const accounts = db.selectFrom('account').select('id')
  await db.deleteFrom('visitor').where('since', '<=', moment).where('account_id', 'not in', accounts).execute()
}

/** Whether a guest takes part in a workshop, or did. */
export async function isInWorkshop(db: Db, accountId: string): Promise<boolean> {
  const row = await db
    .selectFrom('participant')
    .select('workshop_id')
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row !== undefined
}

/** SQL for who has compared their readings in a round with the reference. */
import type { Db } from '../database/db.ts'

export async function hasOpenedFeedback(db: Db, roundId: string, annotatorId: string): Promise<boolean> {
  const row = await db
    .selectFrom('feedback_opening')
    .select('opened_at')
    .where('round_id', '=', roundId)
    .where('annotator_id', '=', annotatorId)
    .executeTakeFirst()
  return row !== undefined
}

/** Records it, once. */
export async function addFeedbackOpening(
  db: Db,
  { roundId, annotatorId }: { readonly roundId: string; readonly annotatorId: string },
  at: string,
): Promise<void> {
  await db
    .insertInto('feedback_opening')
    .values({ round_id: roundId, annotator_id: annotatorId, opened_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** SQL for the rounds in which somebody may compare their readings with the reference. */
import type { Db } from '../database/db.ts'
import type { Round } from '../rounds/round.ts'
import { roundOf } from '../rounds/round-store.ts'

/** Rounds of some studies that give feedback and in which somebody has finished a reading, newest first. */
export async function listReadWithFeedback(
  db: Db,
  accountId: string,
  studies: readonly string[],
): Promise<{ round: Round; studyTitle: string; isOpened: boolean }[]> {
  if (studies.length === 0) return []
  const rows = await db
    .selectFrom('round')
    .innerJoin('study', 'study.id', 'round.study_id')
    .innerJoin('annotator', 'annotator.study_id', 'round.study_id')
    .leftJoin('feedback_opening', (join) =>
      join
        .onRef('feedback_opening.round_id', '=', 'round.id')
        .onRef('feedback_opening.annotator_id', '=', 'annotator.id'),
    )
    .selectAll('round')
    .select(['study.title as study_title', 'feedback_opening.opened_at as looked_at'])
    .where('annotator.account_id', '=', accountId)
    .where('round.study_id', 'in', studies)
    .where('round.feedback', '=', 1)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('annotation_set')
          .select('annotation_set.id')
          .whereRef('annotation_set.round_id', '=', 'round.id')
          .whereRef('annotation_set.annotator_id', '=', 'annotator.id')
          .where('annotation_set.state', '=', 'finished'),
      ),
    )
    .orderBy('round.opened_at', 'desc')
    .orderBy('round.id')
    .execute()
  return rows.map((row) => ({ round: roundOf(row), studyTitle: row.study_title, isOpened: row.looked_at !== null }))
}

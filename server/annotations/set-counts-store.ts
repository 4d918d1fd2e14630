/** SQL for how far the sets of a round have come. Visitors count nowhere here. */
import type { Db } from '../database/db.ts'
import type { BegunSet, SetCounts } from './set-counts.ts'

/** Annotator → how many sets they have begun and done in a round. Who has none is left out. */
export async function countSetsIn(db: Db, roundId: string): Promise<Map<string, SetCounts>> {
  const rows = await db
    .selectFrom('annotation_set')
    .innerJoin('annotator', 'annotator.id', 'annotation_set.annotator_id')
    .where('annotator.kind', '!=', 'visitor')
    .select((q) => ['annotator_id', 'state', q.fn.countAll().as('n')])
    .where('round_id', '=', roundId)
    .groupBy(['annotator_id', 'state'])
    .execute()
  const counts = new Map<string, SetCounts>()
  for (const { annotator_id, state, n } of rows) {
    const { begun, done } = counts.get(annotator_id) ?? { begun: 0, done: 0 }
    const isDone = state === 'finished' || state === 'skipped'
    counts.set(annotator_id, { begun: begun + Number(n), done: done + (isDone ? Number(n) : 0) })
  }
  return counts
}

/** The sets that have begun on some articles of a round. */
export async function listBegun(db: Db, roundId: string, articles: readonly string[]): Promise<BegunSet[]> {
  if (articles.length === 0) return []
  const rows = await db
    .selectFrom('annotation_set')
    .innerJoin('annotator', 'annotator.id', 'annotation_set.annotator_id')
    .where('annotator.kind', '!=', 'visitor')
    .select(['annotation_set.id', 'article_id', 'annotator_id', 'state'])
    .where('round_id', '=', roundId)
    .where('article_id', 'in', articles)
    .execute()
  return rows.map(({ id, article_id, annotator_id, state }) => ({
    id,
    articleId: article_id,
    annotatorId: annotator_id,
    state,
  }))
}

/** The sets of a round that are finished, for one annotator or for all. */
export async function listFinished(db: Db, roundId: string, annotatorId?: string): Promise<BegunSet[]> {
  let query = db
    .selectFrom('annotation_set')
    .innerJoin('annotator', 'annotator.id', 'annotation_set.annotator_id')
    .where('annotator.kind', '!=', 'visitor')
    .select(['annotation_set.id', 'article_id', 'annotator_id', 'state'])
    .where('round_id', '=', roundId)
    .where('state', '=', 'finished')
  if (annotatorId !== undefined) query = query.where('annotator_id', '=', annotatorId)
  const rows = await query.execute()
  return rows.map(({ id, article_id, annotator_id, state }) => ({
    id,
    articleId: article_id,
    annotatorId: annotator_id,
    state,
  }))
}

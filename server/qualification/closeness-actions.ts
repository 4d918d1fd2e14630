/** Measuring what somebody has finished in a round by the reference readings. */
import { listReferences } from '../annotations/reference-store.ts'
import type { BegunSet } from '../annotations/set-counts.ts'
import { listFinished } from '../annotations/set-counts-store.ts'
import type { Db } from '../database/db.ts'
import type { Parts } from '../parts.ts'
import type { Round } from '../rounds/round.ts'
import { type Closeness, closeness, type ReadTwice } from './closeness.ts'

/** How close somebody's finished readings in a round come to the reference. */
export async function closenessOf(parts: Parts, db: Db, round: Round, annotatorId: string): Promise<Closeness> {
  const references = await listReferences(db, round)
  const sets = await listFinished(db, round.id, annotatorId)
  return closeness(await readTwice(parts, db, sets, references))
}

/** Annotator → how close their finished readings in a round come to the reference; those with nothing to compare are left out. */
export async function listCloseness(parts: Parts, db: Db, round: Round): Promise<Map<string, Closeness>> {
  const references = await listReferences(db, round)
  const sets = (await listFinished(db, round.id)).filter(({ articleId }) => references.has(articleId))
  const found = new Map<string, Closeness>()
  for (const [annotator, theirs] of Map.groupBy(sets, ({ annotatorId }) => annotatorId))
    found.set(annotator, closeness(await readTwice(parts, db, theirs, references)))
  return found
}

async function readTwice(
  { frozen }: Parts,
  db: Db,
  sets: readonly BegunSet[],
  references: ReadonlyMap<string, string>,
): Promise<ReadTwice[]> {
  const found: ReadTwice[] = []
  for (const { id, articleId } of sets) {
    const reference = references.get(articleId)
    const article = reference === undefined ? undefined : await frozen.article(db, articleId)
    if (reference === undefined || !article) continue
    found.push({
      article,
      reading: await frozen.annotations(db, id),
      reference: await frozen.annotations(db, reference),
    })
  }
  return found
}

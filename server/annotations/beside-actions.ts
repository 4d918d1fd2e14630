/** Another reading beside one's own: the reference, or for who manages the study anybody's. */
import { type Access, mayIn } from '../accounts/permissions.ts'
import type { Db } from '../database/db.ts'
import { Refusal } from '../errors.ts'
import type { Parts } from '../parts.ts'
import { findAnnotator } from '../studies/study-store.ts'
import type { Beside, Neighbour } from './annotation-page.ts'
import type { AnnotationSet } from './annotation-set.ts'
import { listSets } from './annotation-store.ts'
import { findAnswers } from './answers-store.ts'

interface Own {
  readonly access: Access
  /** Whether they are to read here themselves, before they see what others read. */
  readonly marks: boolean
  readonly round: string
  readonly article: string
  /** One's own set, as far as it has begun. */
  readonly set: AnnotationSet | undefined
  /** The set with the reference reading that may be shown here. */
  readonly reference: string | undefined
}

/**
 * Readings of others that may be shown here: to who marks in the round none before their own is finished, so that
 * nobody reads after another.
 */
export async function listNeighbours(db: Db, own: Own): Promise<Neighbour[]> {
  const isDone = !own.marks || own.set?.state === 'finished'
  if (!mayIn(own.access, 'see-readings') || !isDone) return []
  const neighbours: Neighbour[] = []
  for (const { id, roundId, annotatorId } of await listSets(db, own.article)) {
    if (roundId !== own.round || id === own.set?.id || id === own.reference) continue
    const annotator = await findAnnotator(db, annotatorId)
    if (annotator && annotator.kind !== 'visitor') neighbours.push({ id, pseudonym: annotator.pseudonym })
  }
  return neighbours
}

/** @param wanted `reference` or the id of a set; throws Refusal (not-found), also where it may not be seen */
export async function findBeside(
  { database, frozen }: Parts,
  own: Own,
  neighbours: readonly Neighbour[],
  wanted: string,
): Promise<Beside> {
  const neighbour = neighbours.find(({ id }) => id === wanted)
  const setId = wanted === 'reference' ? own.reference : neighbour?.id
  if (setId === undefined) throw new Refusal('not-found')
  const annotations = await frozen.annotations(database.db, setId)
  const answers = await findAnswers(database.db, { id: setId })
  return { id: wanted, pseudonym: neighbour?.pseudonym, annotations, answers }
}

/** The readings of a workshop, as far as they count. */
import type { Annotation } from '../annotations/annotation.ts'
import type { AnnotationSet } from '../annotations/annotation-set.ts'
import { listSets } from '../annotations/annotation-store.ts'
import type { Db } from '../database/db.ts'
import type { Parts } from '../parts.ts'
import type { Participant, Workshop } from './workshop.ts'
import { listParticipants } from './workshop-store.ts'

/** A participant with what they have marked in one of the workshop's rounds; without a set where they have not begun. */
export interface ParticipantReading {
  readonly participant: Participant
  readonly set: AnnotationSet | undefined
  readonly annotations: readonly Annotation[]
  /** Whether they have handed it in; found nothing is done, too. */
  readonly isDone: boolean
}

/** All who take part, in the order of joining. What simulated participants are yet to do is left out. */
export async function listReadings(
  { frozen, clock }: Pick<Parts, 'frozen' | 'clock'>,
  db: Db,
  { id, articleId }: Pick<Workshop, 'id' | 'articleId'>,
  roundId: string,
): Promise<ParticipantReading[]> {
  const now = clock.now()
  const sets = (await listSets(db, articleId)).filter((set) => set.roundId === roundId)
  const byAnnotator = new Map(sets.map((set) => [set.annotatorId, set]))
  const readings: ParticipantReading[] = []
  for (const participant of await listParticipants(db, id)) {
    if (participant.removedAt !== undefined || participant.joinedAt > now) continue
    const set = byAnnotator.get(participant.annotatorId)
    const annotations = set ? await frozen.annotations(db, set.id) : []
    const made = participant.isSimulated ? madeBy(annotations, now) : annotations
    const isDone = set?.state === 'finished' && made.length === annotations.length
    readings.push({ participant, set, annotations: made, isDone })
  }
  return readings
}

/** The same array where all are made by then: whoever counts readings knows it again. */
function madeBy(annotations: readonly Annotation[], now: string): readonly Annotation[] {
  const isMade = ({ createdAt }: Annotation) => createdAt <= now
  return annotations.every(isMade) ? annotations : annotations.filter(isMade)
}

/** Simulated participants: their joining and marking lies in the next seconds from the beginning; time alone shows it. */
import type { Annotation } from '../../annotations/annotation.ts'
import { addAnnotations } from '../../annotations/annotation-actions.ts'
import { addSet, findSet, listAnnotations } from '../../annotations/annotation-store.ts'
import type { Db } from '../../database/db.ts'
import type { Parts } from '../../parts.ts'
import { randomFrom } from '../../random.ts'
import { addNewParticipant } from '../joining/joining-actions.ts'
import type { Workshop } from '../workshop.ts'
import { listParticipants } from '../workshop-store.ts'
import { referenceOf } from './making-actions.ts'
import { inventedReading, type SimulatedMark, simulatedReading, simulatedSecondReading } from './simulated-reading.ts'

export const SIMULATED_PARTICIPANTS = 24
/** Within so many milliseconds all have joined, and all have marked. */
export const JOINING_TAKES = 4_000
export const MARKING_TAKES = 8_000

/** Lets the simulated participants come, one after the other. Call it in a transaction. */
export async function addSimulated(parts: Pick<Parts, 'clock'>, db: Db, workshop: Workshop): Promise<void> {
  const now = Date.parse(parts.clock.now())
  for (let number = 0; number < SIMULATED_PARTICIPANTS; number++) {
    const joinedAt = timeAt(now, (JOINING_TAKES * number) / SIMULATED_PARTICIPANTS)
    await addNewParticipant(parts, db, workshop, { isSimulated: true, joinedAt })
  }
}

/** Lets those who are simulated mark in a round. Call it in a transaction, as the phase begins. */
export async function simulateMarking(parts: Parts, db: Db, workshop: Workshop, roundId: string): Promise<void> {
  const article = await parts.frozen.article(db, workshop.articleId)
  if (!article) return
  const read = await referenceOf(parts, db, article)
  const reference = read.length > 0 ? read : inventedReading(article, workshop.settings.tags)
  const now = Date.parse(parts.clock.now())
  const simulated = (await listParticipants(db, workshop.id)).filter(({ isSimulated }) => isSimulated)
  for (const [number, { annotatorId }] of simulated.entries()) {
    const key = { roundId, articleId: article.id, annotatorId }
    if (await findSet(db, key)) continue
    const random = randomFrom(number + 1)
    const first = simulatedReading(article, reference, workshop.settings.tags, random)
    const isSecond = roundId === workshop.secondRoundId
    const marks = isSecond ? simulatedSecondReading(first, reference, random) : first
    const setId = parts.clock.newId()
    const begun = timeAt(now, (MARKING_TAKES / 3) * random())
    await addSet(db, { id: setId, ...key, state: random() < 0.8 ? 'finished' : 'in-progress' }, begun)
    const pace = (MARKING_TAKES * 2) / 3 / Math.max(marks.length, 1)
    const annotations = marks.map((mark, index) => markedAt(parts, mark, timeAt(Date.parse(begun), pace * index)))
    await addAnnotations(db, setId, article, annotations)
  }
}

/** Begins the second readings of those who have a first one as what they are: the first one, to be changed. */
export async function copyFirstReadings(
  parts: Parts,
  db: Db,
  workshop: Workshop,
  secondRoundId: string,
): Promise<void> {
  const article = await parts.frozen.article(db, workshop.articleId)
  if (!article) return
  const now = parts.clock.now()
  for (const { annotatorId, isSimulated } of await listParticipants(db, workshop.id)) {
    const key = { roundId: workshop.roundId, articleId: article.id, annotatorId }
    const first = isSimulated ? undefined : await findSet(db, key)
    if (!first || (await findSet(db, { ...key, roundId: secondRoundId }))) continue
    const setId = parts.clock.newId()
    await addSet(db, { id: setId, ...key, roundId: secondRoundId, state: 'in-progress' }, now)
    const renewed = { revision: 1, createdAt: now, changedAt: now }
    const annotations = await listAnnotations(db, first.id)
    const copies = annotations.map((annotation) => ({ ...annotation, ...renewed, id: parts.clock.newId() }))
    await addAnnotations(db, setId, article, copies)
  }
}

function markedAt({ clock }: Pick<Parts, 'clock'>, { start, end, tag }: SimulatedMark, at: string): Annotation {
  const empty = { attributes: {}, parts: [], revision: 1, retracted: false }
  return { start, end, tag, ...empty, id: clock.newId(), origin: 'annotator', createdAt: at, changedAt: at }
}

function timeAt(from: number, later: number): string {
  return new Date(from + Math.round(later)).toISOString()
}

/** A workshop with a class in it, whose marks come from a test. */
import assert from 'node:assert/strict'
import { revisionChecksum } from '../../server/annotations/annotation-actions.ts'
import { addRevision, addSet } from '../../server/annotations/annotation-store.ts'
import type { Article } from '../../server/articles/article.ts'
import { addAnnotator } from '../../server/studies/study-store.ts'
import type { Marks } from '../../server/workshops/wall/heat-map.ts'
import type { Workshop } from '../../server/workshops/workshop.ts'
import { addParticipant, changeWorkshop, findWorkshop } from '../../server/workshops/workshop-store.ts'
import type { Agent, TestApp } from './app.ts'

/** Starts the demonstration workshop as its instructor does, and sends its simulated participants away. */
export async function demonstrationWorkshop(app: TestApp, agent: Agent): Promise<Workshop> {
  const { headers } = await agent.post('/workshops/demonstration').type('form').send({}).expect(303)
  const workshop = await findIt(app, headers.location!.replace('/workshops/', ''))
  const removed = { removed_at: app.clock.now() }
  await app.parts.database.transact((db) =>
    db.updateTable('participant').set(removed).where('workshop_id', '=', workshop.id).execute(),
  )
  return workshop
}

async function findIt({ parts }: TestApp, id: string): Promise<Workshop> {
  const workshop = await findWorkshop(parts.database.db, id)
  assert.ok(workshop)
  return workshop
}

/** Puts a workshop into a phase, whatever came before. */
export async function putInto(app: TestApp, { id }: Workshop, changed: Partial<Workshop>): Promise<Workshop> {
  const workshop = await findIt(app, id)
  await app.parts.database.transact((db) => changeWorkshop(db, id, { ...workshop, ...changed }))
  return findIt(app, id)
}

/** One participant for each reading, without an account; gives back their annotators. */
export async function seatClass(app: TestApp, workshop: Workshop, readings: readonly Marks[]): Promise<string[]> {
  const { parts, clock } = app
  const seated = await parts.database.transact(async (db) => {
    const ids: string[] = []
    for (const [index] of readings.entries()) {
      const id = clock.newId()
      await addAnnotator(db, { id, studyId: workshop.studyId, kind: 'participant', pseudonym: `Probevogel ${index}` })
      const participant = { annotatorId: id, workshopId: workshop.id, joinedAt: clock.now() }
      await addParticipant(db, { ...participant, isSimulated: false, isHidden: false }, undefined)
      ids.push(id)
    }
    return ids
  })
  await markAs(app, workshop, workshop.roundId, seated, readings)
  return seated
}

/** What each of these annotators marked in a round. */
export async function markAs(
  { parts, clock }: TestApp,
  { articleId }: Workshop,
  roundId: string,
  annotators: readonly string[],
  readings: readonly Marks[],
): Promise<void> {
  const article = (await parts.frozen.article(parts.database.db, articleId)) as Article
  await parts.database.transact(async (db) => {
    for (const [index, marks] of readings.entries()) {
      if (marks.length === 0) continue
      const setId = clock.newId()
      const now = clock.now()
      const set = { id: setId, roundId, articleId, annotatorId: annotators[index]!, state: 'in-progress' } as const
      await addSet(db, set, now)
      for (const { start, end, tag } of marks) {
        const times = { createdAt: now, changedAt: now }
        const judgement = { start, end, tag, attributes: {}, parts: [], note: 'Geheimnis einer Schülerin' }
        const state = { id: clock.newId(), revision: 1, retracted: false, origin: 'annotator' }
        const annotation = { ...judgement, ...state, ...times }
        await addRevision(db, annotation, { setId, checksum: revisionChecksum(annotation, article) })
      }
    }
  })
}

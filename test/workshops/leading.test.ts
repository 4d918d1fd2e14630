/** A workshop over HTTP: who gets in, what each phase allows, what is shown to whom, and that presses count once. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { joinersOf, partnerOf } from '../../server/workshops/taking-part/pairs.ts'
import type { Participant, Workshop } from '../../server/workshops/workshop.ts'
import { findWorkshop } from '../../server/workshops/workshop-store.ts'
import { type Agent, send, startApp, type TestApp } from '../support/app.ts'
import { making, newId, type Place } from '../support/builders.ts'
import { contentDigest, countRows } from '../support/database.ts'
import { demonstrationParams } from '../support/routes.ts'

interface Class {
  readonly app: TestApp
  readonly ines: Agent
  readonly workshop: Workshop
  readonly place: Place
  now(): Promise<Workshop>
  join(agent?: Agent, code?: string): Promise<Agent>
  move(to: string, from?: string): Promise<void>
}

async function startClass(t: TestContext): Promise<Class> {
  const app = await startApp(t)
  await app.signedIn('Rui')
  const ines = await app.signedIn('Ines')
  const { headers } = await ines.post('/workshops/demonstration').type('form').send({}).expect(303)
  const id = headers.location!.replace('/workshops/', '')
  const { db } = app.parts.database
  const now = async () => (await findWorkshop(db, id))!
  const workshop = await now()
  const article = (await app.parts.frozen.article(db, workshop.articleId))!
  return {
    ...{ app, ines, workshop, now, place: { round: workshop.roundId, article } },
    async join(agent = app.stranger(), code = workshop.code) {
      await agent.post('/join').type('form').send({ code }).expect(303).expect('Location', `/workshops/${id}/desk`)
      return agent
    },
    async move(to, from) {
      const form = { from: from ?? (await now()).phase, to }
      await ines.post(`/workshops/${id}/phase`).type('form').send(form).expect(303)
    },
  }
}

test('thirty-five join in a minute from one address, and who guesses codes is stopped', async (t) => {
  const { join, app, workshop } = await startClass(t)
  const sessions = await countRows(app.parts.database, 'session')
  await Promise.all(Array.from({ length: 35 }, () => join()))
  assert.equal(await countRows(app.parts.database, 'session'), sessions + 35)
  const guesser = app.stranger()
  const statuses = []
  for (let guess = 0; guess < 210; guess++) {
    const code = `222${String(guess).padStart(5, '2').replaceAll(/[01]/g, 'X')}`
    statuses.push((await guesser.post('/join').type('form').send({ code })).status)
  }
  assert.deepEqual([statuses[0], statuses.at(-1)], [422, 429])
  await guesser.post('/join').type('form').send({ code: workshop.code }).expect(429)
})

test('who has joined comes back as who they are, and nobody gets in where it is locked, full or over', async (t) => {
  const { join, ines, workshop, app, move } = await startClass(t)
  const pupil = await join()
  const before = await contentDigest(app.parts.database)
  await join(pupil, ` ${workshop.code.toLowerCase()} `)
  assert.equal(await contentDigest(app.parts.database), before)
  const refused = async (words: RegExp) =>
    assert.match(
      (await app.stranger().post('/join').type('form').send({ code: workshop.code }).expect(422)).text,
      words,
    )
  await ines.post(`/workshops/${workshop.id}/lock`).type('form').send({ locked: 'yes' }).expect(303)
  await refused(/zugesperrt/)
  await join(pupil)
  await ines.post(`/workshops/${workshop.id}/lock`).type('form').send({ locked: 'no' }).expect(303)
  await move('ended')
  await refused(/zu Ende/)
})

test('who was removed gets in again only when brought back, and then as who they were', async (t) => {
  const { join, ines, workshop, app } = await startClass(t)
  const { db } = app.parts.database
  const ben = await app.signedIn('Ben')
  const deed = async (deed: string) => {
    const rows = await db.selectFrom('participant').selectAll().where('simulated', '=', 0).execute()
    for (const { annotator_id } of rows)
      await ines.post(`/workshops/${workshop.id}/participants/${annotator_id}`).type('form').send({ deed }).expect(303)
    return rows.map(({ annotator_id }) => annotator_id)
  }
  const people = [await join(), await join(ben)]
  const before = await deed('remove')
  for (const agent of people) {
    const { text } = await agent.post('/join').type('form').send({ code: workshop.code }).expect(422)
    assert.match(text, /herausgenommen/)
  }
  await deed('restore')
  for (const agent of people) await join(agent)
  assert.deepEqual(await deed('show'), before)
})

test('an end that was pressed too early is taken back, until the participants have gone', async (t) => {
  const { join, move, now, place, ines, workshop } = await startClass(t)
  const pupil = await join()
  await move('marking')
  await move('ended')
  await move('marking')
  const { endedAt, phase } = await now()
  assert.deepEqual([phase, endedAt], ['marking', undefined])
  await send(pupil, making(place, 'gewohnt', { tag: 'framing' })).expect(201)
  await move('ended')
  await ines.post(`/workshops/${workshop.id}/emptying`).type('form').send({ what: 'remove', sure: 'on' }).expect(303)
  await move('marking')
  assert.equal((await now()).phase, 'ended')
})

test('marks can be made in the phases that are for it; what was made in time may come later', async (t) => {
  const { join, move, place, app } = await startClass(t)
  const pupil = await join()
  const mark = making(place, 'gewohnt diplomatisch verpackt', { tag: 'framing' })
  await send(pupil, mark).expect(409)
  await move('marking')
  await send(pupil, mark).expect(201)
  await send(pupil, making(place, 'gewohnt', { tag: 'old' })).expect(422)
  app.clock.advance(60_000)
  await move('together')
  await send(pupil, making(place, 'unmissverständlich', { tag: 'framing' })).expect(409)
  const madeBefore = uuidAt(app.clock.now(), -1_000)
  const late = making(place, 'unmissverständlich', { tag: 'framing' })
  await pupil.put(`/api/v1/actions/${madeBefore}`).send(late).expect(201)
  app.clock.advance(11 * 60_000)
  const tooLate = making(place, 'Rhetorik', { tag: 'framing' })
  await pupil
    .put(`/api/v1/actions/${uuidAt(app.clock.now(), -12 * 60_000)}`)
    .send(tooLate)
    .expect(409)
})

/** A UUID of version 7 made so many milliseconds later. */
function uuidAt(time: string, later: number): string {
  const hex = (Date.parse(time) + later).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}${newId().slice(13)}`
}

test('a press that comes twice moves once, and phases that it does not have are refused', async (t) => {
  const { move, now, ines, workshop } = await startClass(t)
  await move('marking', 'lobby')
  await move('marking', 'lobby')
  await move('together', 'lobby')
  assert.equal((await now()).phase, 'marking')
  await ines.post(`/workshops/${workshop.id}/phase`).type('form').send({ from: 'marking', to: 'x' }).expect(422)
})

test('nobody sees the marks of another one before the phase for it, and then one partner’s', async (t) => {
  const { join, move, place, workshop, app } = await startClass(t)
  const [ada, ben, eve] = [await join(), await join(), await join()]
  await move('marking')
  const note = (who: string) => ({ tag: 'framing', note: `of ${who}` })
  await send(ada, making(place, 'gewohnt', note('Ada'))).expect(201)
  await send(ben, making(place, 'unmissverständlich', note('Ben'))).expect(201)
  const desk = async (agent: Agent) => (await agent.get(`/workshops/${workshop.id}/desk`).expect(200)).text
  assert.doesNotMatch(await desk(ada), /of Ben/)
  await move('neighbours')
  assert.match(await desk(ada), /of Ben/)
  assert.match(await desk(ben), /of Ada/)
  assert.doesNotMatch(await desk(eve), /of Ada/)
  await move('together')
  assert.doesNotMatch(await desk(ada), /of Ben|data-beside/)
  await move('reference')
  assert.match(await desk(ada), /data-differences/)
  await ada.get(`/workshops/${workshop.id}`).expect(404)
  for (const path of ['/account', '/studies', '/workshops']) await ada.get(path).expect(404)
  const { round, article } = await demonstrationParams(app.parts)
  const shown = (await app.parts.frozen.article(app.parts.database.db, article!))!
  // The demonstration is open to everybody; who marks it without an account is a visitor there, and counts nowhere.
  await send(ada, making({ round: round!, article: shown }, 'gewohnt', { tag: 'framing' })).expect(201)
  const kinds = app.parts.database.db.selectFrom('annotator').where('study_id', '=', shown.studyId).select('kind')
  assert.deepEqual(
    (await kinds.where('kind', '!=', 'reference').execute()).map(({ kind }) => kind),
    ['visitor'],
  )
  assert.doesNotMatch((await ada.get('/').expect(200)).text, /data-demo-workshop|data-queue/)
})

test('who is removed is out, and back with all their marks where that was a mistake', async (t) => {
  const { join, move, place, workshop, ines, app } = await startClass(t)
  const pupil = await join()
  await move('marking')
  await send(pupil, making(place, 'gewohnt', { tag: 'framing' })).expect(201)
  const { annotator_id: id } = await app.parts.database.db
    .selectFrom('participant')
    .select('annotator_id')
    .where('account_id', 'is not', null)
    .executeTakeFirstOrThrow()
  const deed = (deed: string) =>
    ines.post(`/workshops/${workshop.id}/participants/${id}`).type('form').send({ deed }).expect(303)
  await deed('remove')
  await pupil.get(`/workshops/${workshop.id}/desk`).expect(303).expect('Location', '/join')
  await send(pupil, making(place, 'Rhetorik', { tag: 'framing' })).expect(404)
  await deed('restore')
  assert.match((await pupil.get(`/workshops/${workshop.id}/desk`).expect(200)).text, /<mark/)
})

test('the second marking begins with the first one, and leaves it as it was', async (t) => {
  const { join, move, place, workshop, app } = await startClass(t)
  const pupil = await join()
  await move('marking')
  await send(pupil, making(place, 'gewohnt', { tag: 'framing', note: 'erste' })).expect(201)
  await move('second-marking')
  assert.match((await pupil.get(`/workshops/${workshop.id}/desk`).expect(200)).text, /erste/)
  await send(pupil, making({ ...place, round: workshop.secondRoundId! }, 'Rhetorik', { tag: 'framing' })).expect(201)
  const sets = await app.parts.database.db
    .selectFrom('current_annotation')
    .innerJoin('annotation_set', 'annotation_set.id', 'set_id')
    .innerJoin('annotator', 'annotator.id', 'annotator_id')
    .select(['round_id'])
    .where('account_id', 'is not', null)
    .execute()
  const count = (round: string) => sets.filter(({ round_id }) => round_id === round).length
  assert.deepEqual([count(workshop.roundId), count(workshop.secondRoundId!)], [1, 2])
})

test('who has found nothing is done, and can still change their mind', async (t) => {
  const { join, move, place, workshop, ines } = await startClass(t)
  const pupil = await join()
  await move('marking')
  const path = `/rounds/${place.round}/articles/${place.article.id}`
  const done = async () => (await ines.get(`/api/v1/workshops/${workshop.id}/class`).expect(200)).body.finished
  assert.equal(await done(), 0)
  await pupil.put(`/api/v1${path}/state`).send({ state: 'finished', found: 'nothing' }).expect(200)
  assert.equal(await done(), 1)
  await send(pupil, making(place, 'gewohnt', { tag: 'framing' })).expect(409)
  await pupil.put(`/api/v1${path}/state`).send({ state: 'in-progress' }).expect(200)
  await send(pupil, making(place, 'gewohnt', { tag: 'framing' })).expect(201)
})

test('pairs stay as they are, and nobody is left alone', () => {
  const people = ['a', 'b', 'c', 'd', 'e'].map((annotatorId) => ({ annotatorId, isSimulated: false }) as Participant)
  const partner = (id: string, among = people) => partnerOf(among, id)?.annotatorId
  assert.deepEqual(
    ['a', 'b', 'c', 'd', 'e'].map((id) => partner(id)),
    ['b', 'a', 'd', 'c', 'd'],
  )
  const without = people.map((one) => (one.annotatorId === 'c' ? { ...one, removedAt: 'now' } : one))
  assert.equal(partner('d', without), 'b')
  assert.equal(partner('a', people.slice(0, 1)), undefined)
  const joiners = (id: string, among = people) => joinersOf(among, id).map(({ annotatorId }) => annotatorId)
  assert.deepEqual(
    ['a', 'c', 'd', 'e'].map((id) => joiners(id)),
    [[], [], ['e'], []],
  )
  assert.deepEqual(joiners('b', without), ['d'])
})

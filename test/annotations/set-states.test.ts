/** Finishing, skipping and opening an article again: each change once, recorded, and only where it may be. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { listSetChanges } from '../../server/annotations/set-store.ts'
import { lesart } from '../../server/exchange/formats/lesart.ts'
import { de } from '../../server/words/de.ts'
import { type Agent, send, startApp, stored, type TestApp } from '../support/app.ts'
import { addArticleTo, addPlace, closeRound, making, type Place, revising, turning } from '../support/builders.ts'
import { contentDigest, countRows } from '../support/database.ts'
import { emptyStore, take, written } from '../support/exchange.ts'
import { comparable } from '../support/lesart-file.ts'

async function scene(t: TestContext) {
  const app = await startApp(t, { seeded: false })
  const owner = await app.signedIn('Rui')
  const ada = await app.signedIn('Ada')
  return { app, owner, ada, place: await addPlace(app.parts) }
}

const desk = ({ round, article }: Pick<Place, 'round' | 'article'>) => `/rounds/${round}/articles/${article.id}`
const put = (agent: Agent, place: Place, wish: object) => agent.put(`/api/v1${desk(place)}/state`).send(wish)
const post = (agent: Agent, place: Place, form: string, fields: object = {}) =>
  agent
    .post(`${desk(place)}/${form}`)
    .type('form')
    .send(fields)

const FINISHED = { state: 'finished', found: 'marks' }
const EMPTY = { state: 'finished', found: 'nothing' }
const SKIPPED = { state: 'skipped', reason: 'Kein Text, nur Tabellen' }
const OPEN = { state: 'in-progress' }

async function changesIn({ parts }: TestApp): Promise<string[]> {
  const sets = await parts.database.db.selectFrom('annotation_set').select('id').execute()
  const changes = await Promise.all(sets.map(({ id }) => listSetChanges(parts.database.db, id)))
  return changes.flat().map(({ from, to, reason }) => `${from} → ${to}${reason === undefined ? '' : `: ${reason}`}`)
}

test('the way of a set: begun, finished, opened again, skipped with a reason, and all of it recorded', async (t) => {
  const { app, ada, place } = await scene(t)
  await stored(ada, making(place, 'ernst'))
  assert.deepEqual((await put(ada, place, FINISHED).expect(200)).body, { set: { state: 'finished' } })
  assert.deepEqual((await put(ada, place, OPEN).expect(200)).body.set, { state: 'in-progress' })
  const skipped = await put(ada, place, { ...SKIPPED, reason: '  Kein Text, nur Tabellen ' }).expect(200)
  assert.deepEqual(skipped.body, { set: SKIPPED })
  assert.deepEqual((await ada.get(`/api/v1${desk(place)}/state`).expect(200)).body, { set: SKIPPED })
  assert.deepEqual(await changesIn(app), [
    'in-progress → finished',
    'finished → in-progress',
    'in-progress → skipped: Kein Text, nur Tabellen',
  ])
})

test('a change that is made twice is made once: by a double click, and by two requests at the same time', async (t) => {
  const { app, ada, place } = await scene(t)
  await Promise.all([put(ada, place, EMPTY).expect(200), put(ada, place, EMPTY).expect(200)])
  await put(ada, place, EMPTY).expect(200)
  await Promise.all([put(ada, place, OPEN).expect(200), put(ada, place, OPEN).expect(200)])
  await put(ada, place, SKIPPED).expect(200)
  await put(ada, place, SKIPPED).expect(200)
  assert.deepEqual(await changesIn(app), [
    'new → finished',
    'finished → in-progress',
    'in-progress → skipped: Kein Text, nur Tabellen',
  ])
  await closeRound(app.parts, place)
  assert.deepEqual((await put(ada, place, SKIPPED).expect(200)).body.set, SKIPPED)
})

test('nothing to mark is a finish of its own: a finished set without annotations, which goes out as such', async (t) => {
  const { app, ada, place } = await scene(t)
  await put(ada, place, EMPTY).expect(200)
  assert.equal(await countRows(app.parts.database, 'annotation_set'), 1)
  const { text } = await written(app.parts, lesart)
  assert.match(text, /"state":"finished","annotations":\[\]/)
})

test('what is found must be true: marks where some stand, nothing where none does', async (t) => {
  const { ada, place } = await scene(t)
  const refused = async (wish: object, reason: string) => {
    const { body } = await put(ada, place, wish).expect(422)
    assert.deepEqual([body.error.code, body.error.details], ['invalid', { found: reason }])
  }
  await refused(FINISHED, 'nothing-marked')
  const mark = making(place, 'ernst')
  await stored(ada, mark)
  await refused(EMPTY, 'marks-stand')
  await stored(ada, turning(mark, 'retract', 1))
  await refused(FINISHED, 'nothing-marked')
  await put(ada, place, EMPTY).expect(200)
})

for (const closing of [FINISHED, SKIPPED])
  test(`while a set is ${closing.state}, its marks stand still`, async (t) => {
    const { app, ada, place } = await scene(t)
    const mark = making(place, 'ernst')
    await stored(ada, mark)
    await put(ada, place, closing).expect(200)
    const before = await contentDigest(app.parts.database)
    for (const action of [making(place, 'Straße'), revising(mark, 1, { note: 'x' }), turning(mark, 'retract', 1)]) {
      const { body } = await send(ada, action).expect(409)
      const message = de.errors['round-closed']
      assert.deepEqual(body, { error: { code: 'round-closed', message, details: { state: closing.state } } })
    }
    assert.equal(await contentDigest(app.parts.database), before)
    await put(ada, place, OPEN).expect(200)
    await stored(ada, revising(mark, 1, { note: 'x' }))
  })

test('an action that had been stored before the set was finished gets its answer again', async (t) => {
  const { ada, place } = await scene(t)
  const mark = making(place, 'ernst')
  const id = mark.annotation.replace(/^./, '0')
  await send(ada, mark, id).expect(201)
  await put(ada, place, FINISHED).expect(200)
  await send(ada, mark, id).expect(200)
})

test('what is finished cannot be skipped, and what is skipped not finished, before it is opened again', async (t) => {
  const { app, ada, place } = await scene(t)
  await put(ada, place, EMPTY).expect(200)
  assert.equal((await put(ada, place, SKIPPED).expect(409)).body.error.details.state, 'finished')
  await put(ada, place, OPEN).expect(200)
  await put(ada, place, SKIPPED).expect(200)
  assert.equal((await put(ada, place, EMPTY).expect(409)).body.error.details.state, 'skipped')
  await put(ada, place, { ...SKIPPED, reason: 'anders' }).expect(409)
  assert.equal((await changesIn(app)).length, 3)
})

test('once the round is closed, nothing is finished, skipped or opened again', async (t) => {
  const { app, ada, owner, place } = await scene(t)
  await put(ada, place, EMPTY).expect(200)
  await closeRound(app.parts, place)
  for (const [agent, wish] of [
    [ada, OPEN],
    [owner, EMPTY],
    [owner, SKIPPED],
  ] as const)
    assert.equal((await put(agent, place, wish).expect(409)).body.error.code, 'round-closed')
})

test('opening again what has not begun begins nothing', async (t) => {
  const { app, ada, place } = await scene(t)
  await put(ada, place, OPEN).expect(200)
  assert.equal(await countRows(app.parts.database, 'annotation_set'), 0)
  assert.equal(await countRows(app.parts.database, 'annotator'), 0)
})

test('a set is its annotator’s: what Ada finishes stays open for Rui', async (t) => {
  const { ada, owner, place } = await scene(t)
  await put(ada, place, EMPTY).expect(200)
  assert.deepEqual((await owner.get(`/api/v1${desk(place)}/state`)).body.set, { state: 'new' })
  await stored(owner, making(place, 'ernst'))
})

test('an imported set that is new is in progress from its first action on', async (t) => {
  const { app, ada, place } = await scene(t)
  await stored(ada, making(place, 'ernst'))
  await app.parts.database.transact((db) => db.updateTable('annotation_set').set({ state: 'new' }).execute())
  await stored(ada, making(place, 'Straße'))
  await stored(ada, making(place, 'marode'))
  assert.deepEqual(await changesIn(app), ['new → in-progress'])
})

test('states and reasons survive export and import', async (t) => {
  const { app, ada, owner, place } = await scene(t)
  const second = await addArticleTo(app.parts, place)
  await put(ada, place, SKIPPED).expect(200)
  await put(ada, second, EMPTY).expect(200)
  await stored(owner, making(place, 'ernst'))
  const { text } = await written(app.parts, lesart)
  for (const part of ['"state":"skipped","reason":"Kein Text, nur Tabellen"', '"state":"finished"'])
    assert.ok(text.includes(part), part)
  const elsewhere = await emptyStore(t)
  await take(elsewhere, text)
  assert.equal(comparable((await written(elsewhere, lesart)).text), comparable(text))
})

const REFUSED_SHAPES: readonly (readonly [string, object, Record<string, string>])[] = [
  ['no state', {}, { state: 'invalid-value' }],
  ['a finish that does not say what was found', { state: 'finished' }, { found: 'missing' }],
  ['a skip without a reason', { state: 'skipped' }, { reason: 'missing' }],
  ['a skip with an empty reason', { state: 'skipped', reason: ' \n' }, { reason: 'missing' }],
  ['a reason for finishing', { ...EMPTY, reason: 'x' }, { reason: 'unknown-key' }],
]
for (const [name, wish, details] of REFUSED_SHAPES)
  test(`refused as invalid: ${name}`, async (t) => {
    const { ada, place } = await scene(t)
    assert.deepEqual((await put(ada, place, wish).expect(422)).body.error.details, details)
  })

test('by forms: finish and go on to the next open article, in the order of the study, wrapping round', async (t) => {
  const { app, ada, place: first } = await scene(t)
  const second = await addArticleTo(app.parts, first)
  const third = await addArticleTo(app.parts, first)
  const at = async (place: Place, form: string, fields: object = {}) =>
    (await post(ada, place, form, fields).expect(303)).headers.location
  assert.equal(await at(second, 'completion', { found: 'nothing' }), desk(third))
  assert.equal(await at(third, 'omission', { reason: 'Doppelt' }), desk(first))
  assert.equal(await at(second, 'reopening'), desk(second))
  await stored(ada, making(first, 'ernst'))
  assert.equal(await at(first, 'completion', { found: 'marks' }), desk(second))
  assert.equal(await at(second, 'completion', { found: 'nothing' }), `${desk(second)}#end`)
})

test('a form that does not fit is answered by a page that says why', async (t) => {
  const { ada, place } = await scene(t)
  const { text } = await post(ada, place, 'completion', { found: 'marks' }).expect(422)
  assert.match(text, new RegExp(de.flow.nothingMarked))
  assert.match(text, new RegExp(`name="next" value="${desk(place)}"`), 'the switches lead to a page that can be read')
})

test('the desk of a finished article is read-only and offers to open it again', async (t) => {
  const { ada, place } = await scene(t)
  await stored(ada, making(place, 'ernst'))
  assert.match((await ada.get(desk(place))).text, /"mayMark":true/)
  await put(ada, place, FINISHED).expect(200)
  const { text } = await ada.get(desk(place)).expect(200)
  assert.match(text, /"mayMark":false/)
  assert.match(text, /\/reopening"/)
  assert.doesNotMatch(text, /\/completion"|\/omission"/)
})

/** What happens at the same time: nothing is stored twice, nothing that was answered is lost. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import http from 'node:http'
import { type TestContext, test } from 'node:test'
import { type Agent, send, startApp, stored, type TestApp } from '../support/app.ts'
import { addPlace, making, newId, type Place, revising, type SentAction, turning } from '../support/builders.ts'
import { countRows } from '../support/database.ts'

async function scene(t: TestContext) {
  const app = await startApp(t, { seeded: false })
  await app.signedIn('Rui')
  const ada = await app.signedIn('Ada')
  return { app, ada, place: await addPlace(app.parts) }
}

async function sendAll(agent: Agent, actions: readonly (readonly [string, object])[]) {
  return Promise.all(actions.map(([id, action]) => send(agent, action, id)))
}

/** How often each answer was given, such as `{ 201: 1, 'stale': 9 }`. */
function tally(answers: readonly { status: number; body: { error?: { code: string } } }[]) {
  const counts: Record<string, number> = {}
  for (const { status, body } of answers) {
    const answer = body.error?.code ?? status
    counts[answer] = (counts[answer] ?? 0) + 1
  }
  return counts
}

test('the same action a hundred times at once is one row and one answer', async (t) => {
  const { app, ada, place } = await scene(t)
  const [id, action] = [newId(), making(place, 'ernst')]
  const answers = await sendAll(ada, Array(100).fill([id, action]))
  assert.deepEqual(tally(answers), { 200: 99, 201: 1 })
  for (const { body } of answers) assert.deepEqual(body, answers[0]!.body)
  assert.equal(await countRows(app.parts.database, 'annotation_revision'), 1)
})

test('a hundred first marks at once begin one annotation set of one annotator', async (t) => {
  const { app, ada, place } = await scene(t)
  const answers = await sendAll(
    ada,
    Array.from({ length: 100 }, () => [newId(), making(place, 'ernst')] as const),
  )
  assert.deepEqual(tally(answers), { 201: 100 })
  const { database } = app.parts
  assert.equal(await countRows(database, 'annotator'), 1)
  assert.equal(await countRows(database, 'annotation_set'), 1)
  const rows = await database.db
    .selectFrom('annotation_revision')
    .select('set_version')
    .orderBy('set_version')
    .execute()
  assert.deepEqual(
    rows.map((row) => row.set_version),
    Array.from({ length: 100 }, (_, index) => index + 1),
  )
})

test('of many who revise the same state one succeeds, and the others are shown what it did', async (t) => {
  const { app, ada, place } = await scene(t)
  const made = making(place, 'ernst')
  await stored(ada, made)
  const answers = await sendAll(
    ada,
    Array.from({ length: 30 }, (_, n) => [newId(), revising(made, 1, { note: `${n}` })] as const),
  )
  assert.deepEqual(tally(answers), { 201: 1, stale: 29 })
  const winner = answers.find(({ status }) => status === 201)!.body.annotation
  for (const { body, status } of answers) if (status === 409) assert.deepEqual(body.error.details.current, winner)
  assert.equal(await countRows(app.parts.database, 'annotation_revision'), 2)
})

test('one id with two contents at the same time is one of them, and the other one is told', async (t) => {
  const { app, ada, place } = await scene(t)
  const id = newId()
  const [one, other] = [making(place, 'ernst'), making(place, 'Lage')]
  const answers = await sendAll(
    ada,
    [one, other, one, other].map((action) => [id, action] as const),
  )
  assert.deepEqual(tally(answers), { 200: 1, 201: 1, 'action-reused': 2 })
  assert.equal(await countRows(app.parts.database, 'annotation_revision'), 1)
})

test('people who mark the same article at the same time do not meet', async (t) => {
  const { app, place } = await scene(t)
  const people = [await app.signedIn('Ben'), await app.signedIn('Cleo'), await app.signedIn('Ines')]
  const answers = await Promise.all(
    people.flatMap((agent) => Array.from({ length: 10 }, () => send(agent, making(place, 'ernst')))),
  )
  assert.deepEqual(tally(answers), { 201: 30 })
  const { db } = app.parts.database
  const annotators = await db.selectFrom('annotator').select('pseudonym').orderBy('pseudonym').execute()
  assert.deepEqual(
    annotators.map((row) => row.pseudonym),
    ['a1', 'a2', 'a3'],
  )
})

test('clients that act without regard to each other lose nothing that was answered, and skip no revision', async (t) => {
  const { app, ada, place } = await scene(t)
  const marks = Array.from({ length: 5 }, () => making(place, 'ernst'))
  for (const made of marks) await stored(ada, made)
  const seen = new Map(marks.map((made) => [made.annotation, { revision: 1, retracted: false }]))
  let accepted = marks.length
  async function client(seed: number): Promise<void> {
    for (let turn = 0; turn < 12; turn++) {
      const made = marks[(seed * 7 + turn * 3) % marks.length]!
      const answer = await send(ada, nextAct(made, seen.get(made.annotation)!, seed + turn))
      if (answer.status === 201) accepted++
      const current = answer.status === 201 ? answer.body.annotation : answer.body.error.details.current
      seen.set(made.annotation, current)
    }
  }
  await Promise.all(Array.from({ length: 8 }, (_, seed) => client(seed)))
  const rows = await app.parts.database.db
    .selectFrom('annotation_revision')
    .select(['annotation_id', 'revision'])
    .orderBy('annotation_id')
    .orderBy('revision')
    .execute()
  assert.equal(rows.length, accepted)
  for (const { annotation } of marks) {
    const revisions = rows.filter((row) => row.annotation_id === annotation).map((row) => row.revision)
    assert.deepEqual(
      revisions,
      revisions.map((_, index) => index + 1),
    )
  }
})

function nextAct(made: SentAction, { revision, retracted }: { revision: number; retracted: boolean }, n: number) {
  if (retracted) return turning(made, 'restore', revision)
  return n % 3 === 0 ? turning(made, 'retract', revision) : revising(made, revision, { note: `${n}` })
}

test('whoever hears no answer and sends again stores each mark once', async (t) => {
  const { app, ada, place } = await scene(t)
  await stored(ada, making(place, 'Lage'))
  const cookie = await app.cookieOf('Ada')
  const acts = Array.from({ length: 20 }, () => [newId(), making(place, 'ernst')] as const)
  await Promise.all(acts.map(([id, action]) => sendAndHangUp(app, cookie, id, action)))
  const answers = await sendAll(ada, acts)
  assert.ok(answers.every(({ status }) => status === 200 || status === 201))
  assert.equal(await countRows(app.parts.database, 'annotation_revision'), 21)
})

/** Sends an action and closes the connection without waiting for what the server says. */
async function sendAndHangUp(app: TestApp, cookie: string, id: string, action: object): Promise<void> {
  const headers = { 'Content-Type': 'application/json', Cookie: cookie, Origin: app.origin }
  const request = http.request(`${app.origin}/api/v1/actions/${id}`, { method: 'PUT', headers })
  request.on('error', () => undefined)
  request.end(JSON.stringify(action))
  await once(request, 'finish')
  request.destroy()
}

test('marks that forbid each other and come at the same time do not both get in', async (t) => {
  const { app, ada } = await scene(t)
  const place: Place = await addPlace(app.parts, { overlap: 'forbidden' })
  const words = ['Brücke sei', 'sei', 'Brücke sei „marode“', 'Die Brücke', 'Brücke']
  const answers = await sendAll(
    ada,
    words.map((quote) => [newId(), making(place, quote)] as const),
  )
  const rows = await app.parts.database.db
    .selectFrom('annotation_revision')
    .select(['span_start', 'span_end'])
    .execute()
  const inOrder = rows.toSorted((a, b) => a.span_start - b.span_start)
  for (const [index, row] of inOrder.entries()) if (index > 0) assert.ok(inOrder[index - 1]!.span_end <= row.span_start)
  assert.equal(tally(answers)[201], rows.length)
})

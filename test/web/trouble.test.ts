/** When the machine fails: a full disk, a busy one, a fault of the program. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { troubleOf } from '../../server/web/error-answers.ts'
import { de } from '../../server/words/de.ts'
import { PASSWORD, send, startApp, stored } from '../support/app.ts'
import { addPlace, making, newId, turning } from '../support/builders.ts'
import { contentDigest, countRows, fillStorage } from '../support/database.ts'

test('on a full disk nothing is half stored, reading goes on, and writing too once there is room', async (t) => {
  const app = await startApp(t)
  const ada = await app.signedIn('Ada')
  const place = await addPlace(app.parts)
  const { database } = app.parts
  const seeded = await countRows(database, 'annotation_revision')
  const made = making(place, 'ernst')
  await stored(ada, made)
  await fillStorage(database, true)
  const before = await contentDigest(database)
  const long = { note: 'x'.repeat(9_000) }
  const waiting = Array.from({ length: 20 }, () => [newId(), making(place, 'ernst', long)] as const)
  for (const { status, body } of await Promise.all(waiting.map(([id, action]) => send(ada, action, id))))
    assert.deepEqual([status, body], [507, { error: { code: 'storage-full', message: de.errors['storage-full'] } }])
  assert.equal(await contentDigest(database), before)
  for (const path of ['/', `/rounds/${place.round}/articles/${place.article.id}`, '/healthz'])
    await ada.get(path).expect(200)

  await fillStorage(database, false)
  for (const [id, action] of waiting) await send(ada, action, id).expect(201)
  await stored(ada, turning(made, 'retract', 1))
  assert.equal(await countRows(database, 'annotation_revision'), seeded + 2 + waiting.length)
})

test('of what comes while the disk fills up, exactly what was answered with 201 is stored', async (t) => {
  const app = await startApp(t, { seeded: false })
  const ada = await app.signedIn('Ada')
  const place = await addPlace(app.parts)
  await stored(ada, making(place, 'ernst'))
  const { database } = app.parts
  await fillStorage(database, true, 12)
  const acts = Array.from({ length: 40 }, (_, n) =>
    making(place, 'ernst', { note: 'x'.repeat(n % 2 === 0 ? 1 : 5_000) }),
  )
  const answers = await Promise.all(acts.map((action) => send(ada, action)))
  const kept = acts.filter((_, index) => answers[index]!.status === 201).map((action) => action.annotation)
  assert.ok(answers.every(({ status }) => status === 201 || status === 507))
  assert.ok(kept.length < acts.length)
  const rows = await database.db.selectFrom('annotation_revision').select('annotation_id').execute()
  assert.deepEqual(
    rows
      .map((row) => row.annotation_id)
      .slice(1)
      .sort(),
    kept.sort(),
  )
})

test('a person who signs in while the disk is full is told so on a page', async (t) => {
  const app = await startApp(t, { seeded: false })
  await app.signedIn('Ada')
  await fillStorage(app.parts.database, true)
  const agents = Array.from({ length: 60 }, () => app.stranger())
  const signIn = () => agents.pop()!.post('/sign-in').type('form').send({ name: 'Ada', password: PASSWORD })
  let answer = await signIn()
  while (answer.status === 303 && agents.length > 0) answer = await signIn()
  assert.equal(answer.status, 507)
  assert.match(answer.text, new RegExp(de.errors['storage-full']))
})

test('a fault of the program is reported, and says nothing of itself to the reader', async (t) => {
  const app = await startApp(t, { seeded: false })
  await app.parts.database.close()
  for (const [path, isPage] of [
    ['/', true],
    ['/api/v1/actions/x', false],
  ] as const) {
    const request = isPage
      ? app.stranger().get(path)
      : app.stranger().put(path).set('Cookie', 'lesart=x').type('json').send('{}')
    const answer = await request.expect(500)
    assert.ok(answer.text.includes(de.errors.fault))
    assert.doesNotMatch(answer.text, /driver|at .*\.ts|node_modules/)
    assert.equal(answer.headers['cache-control'], 'no-store')
    assert.match(answer.headers['content-security-policy']!, /default-src 'none'/)
    if (!isPage) assert.deepEqual(answer.body, { error: { code: 'fault', message: de.errors.fault } })
  }
  assert.equal(app.faults.splice(0).length, 2)
})

const CODES: readonly (readonly [string, number, string])[] = [
  ['SQLITE_FULL', 507, 'storage-full'],
  ['SQLITE_IOERR_WRITE', 507, 'storage-full'],
  ['SQLITE_IOERR_FSYNC', 507, 'storage-full'],
  ['SQLITE_BUSY', 503, 'storage-busy'],
  ['SQLITE_BUSY_SNAPSHOT', 503, 'storage-busy'],
  ['SQLITE_CORRUPT', 500, 'fault'],
  ['SQLITE_CONSTRAINT_UNIQUE', 500, 'fault'],
  ['SQLITE_CONSTRAINT_TRIGGER', 500, 'fault'],
  // PostgreSQL: disk full, stopping, too many connections, locked by another; a key that is there, a guard.
  ['53100', 507, 'storage-full'],
  ['57P01', 503, 'storage-busy'],
  ['53300', 503, 'storage-busy'],
  ['55P03', 503, 'storage-busy'],
  ['23505', 500, 'fault'],
  ['LS001', 500, 'fault'],
  // A server of databases that cannot be reached.
  ['ECONNREFUSED', 503, 'storage-busy'],
]

for (const [engineCode, status, code] of CODES)
  test(`what the engine calls ${engineCode} is answered with ${status}`, () => {
    assert.deepEqual(troubleOf(Object.assign(new Error('x'), { code: engineCode })), { status, code })
  })

test('an error that only looks like a refusal is a fault', () => {
  for (const error of [
    undefined,
    null,
    'x',
    {},
    new Error('x'),
    Object.assign(new Error('x'), { status: 200 }),
    { status: 404 },
  ])
    assert.deepEqual(troubleOf(error), { status: 500, code: 'fault' })
})

/** PUT /api/v1/actions/:id refuses what it cannot take, in the order that is promised. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { Response } from 'supertest'
import { de } from '../../server/words/de.ts'
import { en } from '../../server/words/en.ts'
import { type Agent, send, startApp, stored } from '../support/app.ts'
import { addPlace, closeRound, making, newId, type Place, revising, type SentAction } from '../support/builders.ts'
import { contentDigest, fillStorage } from '../support/database.ts'

async function scene(t: TestContext) {
  const app = await startApp(t, { seeded: false })
  const owner = await app.signedIn('Rui')
  const ada = await app.signedIn('Ada')
  return { app, owner, ada, place: await addPlace(app.parts) }
}

function assertRefused(
  answer: Response,
  status: number,
  code: string,
  said: string = de.errors[code as keyof typeof de.errors] as string,
): void {
  assert.deepEqual([answer.status, answer.body.error?.code], [status, code])
  assert.equal(answer.body.error.message, said)
  assert.equal(answer.headers['content-type'], 'application/json; charset=utf-8')
}

test('of several things that are wrong, the first in the order is said', async (t) => {
  const { app, ada, place } = await scene(t)
  const { database } = app.parts
  const closing = await addPlace(app.parts)
  const usedId = newId()
  await send(ada, making(place, 'die Lage'), usedId).expect(201)
  const early = making(closing, 'die Lage')
  await stored(ada, early)
  await closeRound(app.parts, closing)
  const standing = making(place, 'Straße')
  await stored(ada, standing)

  const wrongQuote = { quote: 'Anderes' }
  const unknownTag = { tag: 'nowhere', ...wrongQuote }
  const stale = revising(standing, 7, unknownTag)
  const closedAndStale = revising(early, 7, unknownTag)
  const absent = { ...closedAndStale, round: newId() }
  const shapeless = { ...absent, extra: true }
  const json = JSON.stringify(shapeless)
  const foreign = (agent: Agent, body: string, type = 'application/json') =>
    agent.put('/api/v1/actions/none').set('Origin', 'http://elsewhere.test').type(type).send(body)

  await fillStorage(database, true)
  const before = await contentDigest(database)
  assertRefused(await foreign(app.stranger(), json.slice(1)), 400, 'malformed')
  assertRefused(await foreign(app.stranger(), `{"note":"${'x'.repeat(300_000)}"}`), 413, 'too-large')
  assertRefused(await foreign(app.stranger(), json, 'text/plain'), 415, 'unsupported-media-type')
  assertRefused(await foreign(app.stranger(), json), 401, 'sign-in')
  assertRefused(await foreign(ada, json), 403, 'foreign-origin')
  assertRefused(await send(ada, shapeless, usedId), 422, 'invalid')
  assertRefused(await send(ada, absent, usedId), 404, 'not-found')
  assertRefused(await send(ada, closedAndStale, usedId), 409, 'action-reused')
  assertRefused(await send(ada, closedAndStale), 409, 'round-closed')
  assertRefused(await send(ada, stale), 409, 'stale')
  assertRefused(await send(ada, revising(standing, 1, unknownTag)), 422, 'invalid', de.reasons['unknown-tag'])
  assertRefused(await send(ada, revising(standing, 1, wrongQuote)), 409, 'quote-mismatch')
  assertRefused(await send(ada, revising(standing, 1, { note: 'x'.repeat(9_000) })), 507, 'storage-full')
  assert.equal(await contentDigest(database), before)
  await fillStorage(database, false)
  await send(ada, revising(standing, 1)).expect(201)
})

const UNREADABLE: readonly (readonly [string, string | Buffer, Record<string, string>, number, string])[] = [
  ['half an object', '{"kind":', {}, 400, 'malformed'],
  ['no JSON at all', 'kind=make', {}, 400, 'malformed'],
  ['bytes that are no UTF-8', Buffer.from([0x22, 0xff, 0x22]), {}, 400, 'malformed'],
  [
    'UTF-16',
    Buffer.from('\ufeff{}', 'utf16le'),
    { 'Content-Type': 'application/json; charset=utf-16' },
    400,
    'malformed',
  ],
  ['what only claims to be packed', '{}', { 'Content-Encoding': 'gzip' }, 400, 'malformed'],
  [
    'a charset that JSON does not have',
    '{}',
    { 'Content-Type': 'application/json; charset=latin1' },
    415,
    'unsupported-media-type',
  ],
  ['a packing that nobody knows', '{}', { 'Content-Encoding': 'zip' }, 415, 'unsupported-media-type'],
  ['a form', 'kind=make', { 'Content-Type': 'application/x-www-form-urlencoded' }, 415, 'unsupported-media-type'],
  [
    'a form of several parts',
    '--x--',
    { 'Content-Type': 'multipart/form-data; boundary=x' },
    415,
    'unsupported-media-type',
  ],
  ['no type', '{}', { 'Content-Type': '' }, 415, 'unsupported-media-type'],
]

for (const [name, body, headers, status, code] of UNREADABLE)
  test(`${name} is refused with ${status} before anybody asks who sent it`, async (t) => {
    const app = await startApp(t, { seeded: false })
    const request = app
      .stranger()
      .put(`/api/v1/actions/${newId()}`)
      .set({ 'Content-Type': 'application/json', ...headers })
    assertRefused(await request.serialize((sent) => sent as unknown as string).send(body as string), status, code)
  })

const SHAPES: readonly (readonly [string, Record<string, unknown>, Record<string, string>])[] = [
  ['a key that nobody knows', { colour: 'red' }, { colour: 'unknown-key' }],
  ['a kind that nobody knows', { kind: 'remove' }, { kind: 'invalid-value' }],
  ['a round that is no id', { round: 'first' }, { round: 'invalid-format' }],
  ['an article that is missing', { article: undefined }, { article: 'missing' }],
  ['an annotation in an array', { annotation: [newId()] }, { annotation: 'invalid-type' }],
  ['a make that has seen a revision', { base: 1 }, { base: 'invalid-value' }],
  ['a start below the text', { start: -1 }, { start: 'too-small' }],
  ['a start between two characters', { start: 1.5 }, { start: 'invalid-type' }],
  ['an end that no number holds', { end: 2 ** 53 }, { end: 'too-big' }],
  ['an end as text', { end: '5' }, { end: 'invalid-type' }],
  ['no quote', { quote: undefined }, { quote: 'missing' }],
  ['a quote with a lone surrogate', { quote: 'Stra\ud83d' }, { quote: 'unprintable' }],
  ['a quote with NUL', { quote: 'Stra\0' }, { quote: 'unprintable' }],
  ['a note with a lone surrogate', { note: '\udc00' }, { note: 'unprintable' }],
  ['a note with NUL', { note: 'a\0b' }, { note: 'unprintable' }],
  ['a note that is too long', { note: 'x'.repeat(10_001) }, { note: 'too-big' }],
  ['a confidence that nobody knows', { confidence: 'certain' }, { confidence: 'invalid-value' }],
  ['null for what is absent', { secondTag: null }, { secondTag: 'invalid-type' }],
  ['attributes in an array', { attributes: ['direct'] }, { attributes: 'invalid-type' }],
  ['an answer inside an answer', { attributes: { type: { is: 'direct' } } }, { 'attributes.type': 'invalid-type' }],
  ['an answer with NUL', { attributes: { comment: '\0' } }, { 'attributes.comment': 'unprintable' }],
  ['a part without a role', { parts: [{ start: 0, end: 1, quote: 'S' }] }, { 'parts.0.role': 'missing' }],
  [
    'a part with a key too many',
    { parts: [{ role: 'cue', start: 0, end: 1, quote: 'S', tag: 'x' }] },
    { 'parts.0.tag': 'unknown-key' },
  ],
  ['a prototype', JSON.parse('{"__proto__":{"tag":"x"}}'), { __proto__: 'unknown-key' }],
  [
    'a prototype among the answers',
    { attributes: JSON.parse('{"__proto__":"x"}') },
    { 'attributes.__proto__': 'unknown-key' },
  ],
  ['several things at once', { start: 'a', tag: 5 }, { start: 'invalid-type', tag: 'invalid-type' }],
]

test('what has the wrong shape is refused with each path and its reason', async (t) => {
  const { app, ada, place } = await scene(t)
  const before = await contentDigest(app.parts.database)
  for (const [name, change, details] of SHAPES)
    await t.test(name, async () => {
      const action = Object.defineProperties(making(place, 'Straße'), Object.getOwnPropertyDescriptors(change))
      const answer = await send(ada, action)
      assertRefused(answer, 422, 'invalid')
      assert.deepEqual(Object.entries(answer.body.error.details), Object.entries(own(details)))
    })
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
  const nested = JSON.stringify(making(place, 'Straße', { note: 5 })).replace(/5(?=}$)/, deep)
  for (const content of ['null', '5', '"make"', '[]', '{}', deep, nested])
    assertRefused(await ada.put(`/api/v1/actions/${newId()}`).type('json').send(content), 422, 'invalid')
  assert.equal(await contentDigest(app.parts.database), before)
})

/** In a literal `__proto__` is not a key of its own. */
function own(details: Record<string, string>): object {
  return Object.keys(details).length > 0 ? details : JSON.parse('{"__proto__":"unknown-key"}')
}

test('an action whose id is no UUID of version 7 is refused', async (t) => {
  const { ada, place } = await scene(t)
  for (const id of [
    '1',
    '9f8b7c6d-1234-4abc-8def-0123456789ab',
    '00000000-0000-0000-0000-000000000000',
    `${newId()}0`,
  ]) {
    const answer = await send(ada, making(place, 'Straße'), id)
    assertRefused(answer, 422, 'invalid')
    assert.deepEqual(answer.body.error.details, { id: 'invalid-format' })
  }
})

test('content belongs to make and revise only', async (t) => {
  const { ada, place } = await scene(t)
  const made = making(place, 'Straße')
  await stored(ada, made)
  for (const kind of ['retract', 'restore']) {
    const answer = await send(ada, { ...made, kind, base: 1 })
    assertRefused(answer, 422, 'invalid')
    assert.deepEqual(Object.values(answer.body.error.details), Array(4).fill('unknown-key'))
  }
})

test('what is not there, and what may not be seen, is not found', async (t) => {
  const { app, owner, ada, place } = await scene(t)
  const ben = await app.signedIn('Ben')
  const elsewhere = await addPlace(app.parts)
  const blind = await addPlace(app.parts, { kind: 'annotation' })
  const bens = making(place, 'Straße')
  await stored(ben, bens)
  const adasElsewhere = making(elsewhere, 'Straße')
  await stored(ada, adasElsewhere)
  const bensId = { annotation: bens.annotation }
  const CASES: readonly (readonly [string, SentAction])[] = [
    ['a round that does not exist', making(place, 'Straße', { round: newId() })],
    ['an article that does not exist', making(place, 'Straße', { article: newId() })],
    ['an article of another study', making(place, 'Straße', { article: elsewhere.article.id })],
    ['a round that may not be seen', making(blind, 'Straße')],
    ['a mark of somebody else, made again', making(place, 'die Lage', bensId)],
    ['a mark of somebody else, revised', revising(making(place, 'die Lage', bensId), 1)],
    ['a mark that nobody made, revised', revising(making(place, 'die Lage'), 1)],
    [
      'an own mark of another article, revised',
      revising(making(place, 'die Lage', { annotation: adasElsewhere.annotation }), 1),
    ],
    ['a mark of somebody else, retracted', { ...target(place), ...bensId, kind: 'retract', base: 1 }],
    ['a mark of somebody else, restored', { ...target(place), ...bensId, kind: 'restore', base: 1 }],
  ]
  const before = await contentDigest(app.parts.database)
  for (const [name, action] of CASES)
    await t.test(name, async () => assertRefused(await send(ada, action), 404, 'not-found'))
  assert.equal(await contentDigest(app.parts.database), before)
  await send(owner, making(blind, 'Straße')).expect(201)
})

function target({ round, article }: Place) {
  return { round, article: article.id }
}

test('the message of a refusal is in the language of the reader', async (t) => {
  const { app, ada } = await scene(t)
  const languages = [
    ['de-AT,de;q=0.9', de],
    ['en-GB,en;q=0.9,de;q=0.5', en],
    ['fr', en],
    ['', de],
  ] as const
  for (const [accepted, words] of languages) {
    const strangers = await send(app.stranger().set('Accept-Language', accepted), {})
    assert.equal(strangers.body.error.message, words.errors['sign-in'])
    const adas = await send(ada.set('Accept-Language', accepted), {})
    assert.equal(adas.body.error.message, words.errors.invalid)
  }
})

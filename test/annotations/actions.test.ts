/** What an action does: make, revise, retract, restore, each exactly once. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { issueApiToken } from '../../server/accounts/account-actions.ts'
import { canonicalJson } from '../../server/text/canonical-json.ts'
import { send, startApp, stored } from '../support/app.ts'
import { addPlace, closeRound, making, newId, revising, turning, wordsIn } from '../support/builders.ts'
import { contentDigest, countRows } from '../support/database.ts'

async function scene(t: TestContext) {
  const app = await startApp(t, { seeded: false })
  await app.signedIn('Rui')
  const ada = await app.signedIn('Ada')
  return { app, ada, place: await addPlace(app.parts) }
}

test('a made mark is answered with its state: id, revision, span, quote and tag, and nothing that is empty', async (t) => {
  const { app, ada, place } = await scene(t)
  const made = making(place, 'die Lage', { attributes: {}, parts: [] })
  const { start, end } = wordsIn(place.article, 'die Lage')
  const now = app.clock.now()
  const answer = await send(ada, made).expect(201)
  assert.deepEqual(answer.body, {
    annotation: {
      id: made.annotation,
      revision: 1,
      retracted: false,
      start,
      end,
      quote: 'die Lage',
      tag: 'reporting',
      createdAt: now,
      changedAt: now,
    },
  })
})

test('answers, parts and the rest come back as they were given, in the order of the codebook', async (t) => {
  const { ada, place } = await scene(t)
  const part = (role: string, words: string) => ({ role, ...wordsIn(place.article, words) })
  const made = making(place, 'Die Brücke sei „marode“, erklärte die Ministerin', {
    tag: 'attribution',
    attributes: { comment: 'so\r\ngesagt', signals: ['quotes', 'verb'], named: false, strength: 5, type: 'direct' },
    parts: [
      part('content', 'Die Brücke sei „marode“'),
      part('cue', 'erklärte'),
      part('source', 'die Ministerin 👩‍👧'),
      part('source', 'قال'),
    ],
    confidence: 'medium',
    secondTag: 'framing',
    note: 'Cafe\u0301 😃',
  })
  const annotation = await stored(ada, made)
  assert.deepEqual(Object.entries(annotation.attributes as object), [
    ['type', 'direct'],
    ['signals', ['verb', 'quotes']],
    ['named', false],
    ['strength', 5],
    ['comment', 'so\ngesagt'],
  ])
  assert.deepEqual(annotation.parts, [
    part('source', 'die Ministerin 👩‍👧'),
    part('source', 'قال'),
    part('cue', 'erklärte'),
    part('content', 'Die Brücke sei „marode“'),
  ])
  assert.deepEqual([annotation.confidence, annotation.secondTag, annotation.note], ['medium', 'framing', 'Café 😃'])
})

test('a revision states the whole new content: what it does not name is gone', async (t) => {
  const { app, ada, place } = await scene(t)
  const made = making(place, 'die Lage', { confidence: 'low', secondTag: 'framing', note: 'first' })
  const first = await stored(ada, made)
  app.clock.advance(1_000)
  const plain = { ...making(place, 'ernst', { tag: 'framing' }), annotation: made.annotation }
  const second = await stored(ada, revising(plain, 1))
  assert.deepEqual(second, {
    id: made.annotation,
    revision: 2,
    retracted: false,
    ...wordsIn(place.article, 'ernst'),
    tag: 'framing',
    createdAt: first.createdAt,
    changedAt: app.clock.now(),
  })
})

test('a retracted mark keeps its content, and comes back as it was', async (t) => {
  const { app, ada, place } = await scene(t)
  const made = making(place, 'die Lage', { note: 'first', confidence: 'low' })
  const first = await stored(ada, made)
  const retracted = await stored(ada, turning(made, 'retract', 1))
  assert.deepEqual(retracted, { ...first, revision: 2, retracted: true })
  const restored = await stored(ada, turning(made, 'restore', 2))
  assert.deepEqual(restored, { ...first, revision: 3 })
  assert.equal(await countRows(app.parts.database, 'annotation_revision'), 3)
})

test('the same words can carry the same tag twice', async (t) => {
  const { app, ada, place } = await scene(t)
  const ids = [await stored(ada, making(place, 'ernst')), await stored(ada, making(place, 'ernst'))].map(({ id }) => id)
  assert.notEqual(ids[0], ids[1])
  assert.equal(await countRows(app.parts.database, 'annotation_set'), 1)
})

test('where the codebook forbids overlap, marks may touch but not share a character', async (t) => {
  const { app, ada } = await scene(t)
  const place = await addPlace(app.parts, { overlap: 'forbidden' })
  const made = making(place, 'sei „marode“')
  await stored(ada, made)
  await stored(ada, making(place, ', erklärte'))
  const refused = await send(ada, making(place, '“, er')).expect(422)
  assert.deepEqual(refused.body.error.details, { start: 'overlap-forbidden' })
  await stored(ada, revising({ ...made, ...wordsIn(place.article, '„marode“') }, 1))
  await stored(ada, turning(made, 'retract', 2))
  await stored(ada, making(place, 'Brücke sei „marode“'))
})

test('marks of different people do not overlap in this sense', async (t) => {
  const { app, ada } = await scene(t)
  const place = await addPlace(app.parts, { overlap: 'forbidden' })
  await stored(ada, making(place, 'ernst'))
  await stored(await app.signedIn('Ben'), making(place, 'ernst'))
})

test('the same action again is stored once and gets the same answer, whatever happened since', async (t) => {
  const { app, ada, place } = await scene(t)
  const [id, made] = [newId(), making(place, 'die Lage', { note: 'Cafe\u0301' })]
  const first = await send(ada, made, id).expect(201)
  await stored(ada, revising(made, 1, { tag: 'framing' }))
  await stored(ada, turning(made, 'retract', 2))
  await closeRound(app.parts, place)
  const before = await contentDigest(app.parts.database)
  const sameInOtherWords = {
    ...JSON.parse(canonicalJson(made)),
    note: 'Café',
    annotation: made.annotation.toUpperCase(),
  }
  for (const action of [made, sameInOtherWords]) {
    const again = await send(ada, action, id.toUpperCase()).expect(200)
    assert.deepEqual(again.body, first.body)
  }
  assert.equal(await contentDigest(app.parts.database), before)
})

test('the id of an action that was stored never stands for another one, whoever sends it and in whichever order', async (t) => {
  const { app, ada, place } = await scene(t)
  const ben = await app.signedIn('Ben')
  const elsewhere = await addPlace(app.parts)
  const made = making(place, 'die Lage')
  const OTHERS = [
    ['other words', ada, making(place, 'ernst')],
    ['another tag', ada, { ...made, tag: 'framing' }],
    ['the same words under another id', ada, making(place, 'die Lage')],
    ['another article', ada, making(elsewhere, 'die Lage')],
    ['another kind', ada, turning(made, 'retract', 1)],
    ['another person', ben, making(place, 'die Lage')],
  ] as const
  const id = newId()
  await send(ada, made, id).expect(201)
  const before = await contentDigest(app.parts.database)
  for (const [name, agent, action] of OTHERS) {
    const answer = await send(agent, action, id)
    assert.deepEqual([name, answer.status, answer.body.error?.code], [name, 409, 'action-reused'])
  }
  assert.equal(await contentDigest(app.parts.database), before)
  const other = newId()
  await send(ada, making(place, 'ernst'), other).expect(201)
  await send(ada, made, other).expect(409)
})

test('an action in sight of another state than the current one is stale, and is shown the current one', async (t) => {
  const { app, ada, place } = await scene(t)
  const elsewhere = await addPlace(app.parts)
  const [standing, gone, far] = [making(place, 'die Lage'), making(place, 'ernst'), making(elsewhere, 'ernst')]
  await stored(ada, standing)
  const standingNow = await stored(ada, revising(standing, 1, { tag: 'framing' }))
  await stored(ada, gone)
  const goneNow = await stored(ada, turning(gone, 'retract', 1))
  const farNow = await stored(ada, far)
  const CASES = [
    ['a revise of a revision that is not the newest', revising(standing, 1), standingNow],
    ['a revise of a revision that does not exist yet', revising(standing, 3), standingNow],
    ['a retract of a revision that is not the newest', turning(standing, 'retract', 1), standingNow],
    ['a make whose id is taken', { ...making(place, 'ernst'), annotation: standing.annotation }, standingNow],
    [
      'a make whose id an own mark of another article has',
      { ...making(place, 'ernst'), annotation: far.annotation },
      farNow,
    ],
    ['a make whose id a retracted mark has', { ...making(place, 'ernst'), annotation: gone.annotation }, goneNow],
    ['a restore of a standing mark', turning(standing, 'restore', 2), standingNow],
    ['a revise of a retracted mark', revising(gone, 2), goneNow],
    ['a retract of a retracted mark', turning(gone, 'retract', 2), goneNow],
    ['a restore of a revision that is not the newest', turning(gone, 'restore', 1), goneNow],
  ] as const
  const before = await contentDigest(app.parts.database)
  for (const [name, action, current] of CASES)
    await t.test(name, async () => {
      const answer = await send(ada, action)
      assert.deepEqual([answer.status, answer.body.error?.code], [409, 'stale'])
      assert.deepEqual(answer.body.error.details, { current })
    })
  assert.equal(await contentDigest(app.parts.database), before)
})

test('a round that is closed, and one that is not marked at the desk, takes no marks', async (t) => {
  const { app } = await scene(t)
  const rui = app.stranger()
  await rui.post('/sign-in').type('form').send({ name: 'Rui', password: 'correct horse' }).expect(303)
  const places = [
    await addPlace(app.parts, { closed: true }),
    await addPlace(app.parts, { kind: 'reference' }),
    await addPlace(app.parts, { kind: 'adjudication' }),
  ]
  for (const place of places) {
    const answer = await send(rui, making(place, 'ernst'))
    assert.deepEqual([answer.status, answer.body.error.code], [409, 'round-closed'])
  }
})

test('a program marks with a bearer token, without cookie and Origin', async (t) => {
  const { app, place } = await scene(t)
  const token = await issueApiToken(app.parts, 'ADA')
  const put = (authorization: string) =>
    app.bare().put(`/api/v1/actions/${newId()}`).set('Authorization', authorization).send(making(place, 'ernst'))
  await put(`Bearer ${token}`).expect(201)
  await put(`bearer ${token}`).expect(201)
  for (const other of [`Bearer ${token}x`, 'Bearer x', `Basic ${token}`, 'Bearer', ''])
    assert.equal((await put(other)).status, 401, other)
})

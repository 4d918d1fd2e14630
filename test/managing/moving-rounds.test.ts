/** A round goes over to another version of its codebook: never so that a mark that stands would not fit. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Codebook, Tag } from '../../server/codebook/codebook.ts'
import { addRound, findRound } from '../../server/rounds/round-store.ts'
import { send, startApp, stored } from '../support/app.ts'
import { addPlace, making, newId, turning, withTwoVersions } from '../support/builders.ts'
import { roundScene } from '../support/rounds.ts'

const withTags =
  (change: (tag: Tag) => Tag | undefined) =>
  (codebook: Codebook): Codebook => ({ ...codebook, tags: codebook.tags.flatMap((tag) => change(tag) ?? []) })
const only = (id: string, change: (tag: Tag) => Tag | undefined) =>
  withTags((tag) => (tag.id === id ? change(tag) : tag))
const attribution = { tag: 'attribution', attributes: { type: 'direct' } }

for (const [name, change, says] of [
  ['a tag', only('attribution', () => undefined), /den Tag gibt es dann nicht mehr/],
  ['a question', only('attribution', (tag) => ({ ...tag, attributes: [] })), /die Frage gibt es dann nicht mehr/],
  [
    'an answer',
    only('attribution', (tag) => ({
      ...tag,
      attributes: tag.attributes!.map((question) => ({ ...question, choices: question.choices?.slice(1) })),
    })),
    /die Antwort gibt es dann nicht mehr/,
  ],
] as const)
  test(`a version without ${name} that a mark has is refused, with the number of marks`, async (t) => {
    const app = await startApp(t)
    const rui = await app.signedIn('Rui')
    const place = await addPlace(app.parts)
    await stored(rui, making(place, 'ernst', attribution))
    const { slug, round } = await withTwoVersions(app.parts, place, change)
    const path = `/studies/${slug}/codebook/rounds/${round}`
    const { text } = await rui.get(path).expect(200)
    assert.match(text, says)
    assert.doesNotMatch(text, /data-move/)
    await rui.post(path).type('form').send({ from: 1, to: 2 }).expect(409)
    assert.equal((await findRound(app.parts.database.db, round))?.codebook.version, 1)
  })

test('a mark that was taken back counts too: it can be brought back', async (t) => {
  const app = await startApp(t)
  const rui = await app.signedIn('Rui')
  const place = await addPlace(app.parts)
  const made = making(place, 'ernst', attribution)
  await stored(rui, made)
  await stored(rui, turning(made, 'retract', 1))
  const { slug, round } = await withTwoVersions(
    app.parts,
    place,
    only('attribution', () => undefined),
  )
  await rui.post(`/studies/${slug}/codebook/rounds/${round}`).type('form').send({ from: 1, to: 2 }).expect(409)
})

test('with a retired tag and a new duty marks stay, it is said how many, and what is new is held from then on', async (t) => {
  const app = await startApp(t)
  const rui = await app.signedIn('Rui')
  const place = await addPlace(app.parts)
  const framing = making(place, 'ernst', { tag: 'framing' })
  await stored(rui, framing)
  await stored(rui, making(place, 'Lage', attribution))
  const change = withTags((tag) => {
    if (tag.id === 'framing') return { ...tag, retired: true }
    if (tag.id !== 'attribution') return tag
    return { ...tag, attributes: tag.attributes!.map((question) => ({ ...question, required: true })) }
  })
  const { slug, round } = await withTwoVersions(app.parts, place, change)
  const path = `/studies/${slug}/codebook/rounds/${round}`
  const { text } = await rui.get(path).expect(200)
  assert.match(text, /stillgelegt<\/th><td>1<[\s\S]*gebraucht und fehlt/)
  await rui.post(path).type('form').send({ from: 1, to: 2 }).expect(303)
  assert.equal((await findRound(app.parts.database.db, round))?.codebook.version, 2)
  const desk = await rui.get(`/rounds/${round}/articles/${place.article.id}`).expect(200)
  assert.match(desk.text, /<mark[^>]*data-tags="framing"/)
  const { body } = await send(rui, making(place, 'sehr', { tag: 'framing' })).expect(422)
  assert.deepEqual(body.error.details, { tag: 'retired-tag' })
  assert.match(body.error.message, /stillgelegt/)
  // The same form twice moves once.
  await rui.post(path).type('form').send({ from: 1, to: 2 }).expect(303)
  const moves = await app.parts.database.db.selectFrom('round_move').selectAll().execute()
  assert.deepEqual(
    moves.map(({ number, from_number, to_number }) => [number, from_number, to_number]),
    [[1, 1, 2]],
  )
})

test('with a version go the rounds that are asked to and have no marks; one that was marked meanwhile stays', async (t) => {
  const { app, manager, readers, places, slug } = await roundScene(t, 1, ['Ada'])
  const { db } = app.parts.database
  const first = (await findRound(db, places[0]!.round))!
  const [other, left] = [newId(), newId()]
  await app.parts.database.transact(async (tx) => {
    for (const id of [other, left]) await addRound(tx, { ...first, id, title: `Runde ${id}` }, app.clock.now())
  })
  const draft = `/studies/${slug}/codebook/draft`
  await manager.post(draft).expect(303)
  await manager.post(`${draft}/tags`).type('form').send({ act: 'add', name: 'Neu' }).expect(303)
  const { text } = await manager.get(draft).expect(200)
  const offered = [...text.matchAll(/name="round" value="([^"]+)" checked/g)].map(([, id]) => id!)
  assert.deepEqual(offered.sort(), [first.id, other, left].sort())
  await stored(readers.Ada!, making(places[0]!, 'ernst'))
  const seen = /publication[\s\S]*?name="seen" value="(\w+)"/.exec(text)![1]!
  await manager
    .post(`${draft}/publication`)
    .type('form')
    .send({ seen, round: [first.id, other] })
    .expect(303)
  const versions = await Promise.all(
    [first.id, other, left].map(async (id) => (await findRound(db, id))!.codebook.version),
  )
  assert.deepEqual(versions, [1, 2, 1])
})

test('where marks must not overlap any more, those that do are counted by tag, and the round stays', async (t) => {
  const { app, manager, readers, places } = await roundScene(t, 1, ['Ada', 'Ben'])
  const [place] = places
  await stored(readers.Ada!, making(place!, 'die Lage ist ernst', { tag: 'reporting' }))
  const inner = making(place!, 'ernst', { tag: 'framing' })
  await stored(readers.Ada!, inner)
  await stored(readers.Ada!, making(place!, 'Straße', { tag: 'framing' }))
  await stored(readers.Ben!, making(place!, 'ernst', { tag: 'framing' }))
  const { slug, round } = await withTwoVersions(app.parts, place!, (codebook) => ({
    ...codebook,
    overlap: 'forbidden',
  }))
  const path = `/studies/${slug}/codebook/rounds/${round}`
  const { text } = await manager.get(path).expect(200)
  const counts = [...text.matchAll(/<bdi>([^<]+)<\/bdi>: sie überlappt[^<]*<\/th><td>(\d+)</g)].map(([, tag, n]) => [
    tag,
    n,
  ])
  assert.equal(counts.length, 2)
  for (const [, n] of counts) assert.equal(n, '1')
  await manager.post(path).type('form').send({ from: 1, to: 2 }).expect(409)
  await stored(readers.Ada!, turning(inner, 'retract', 1))
  await manager.post(path).type('form').send({ from: 1, to: 2 }).expect(303)
  const back = await send(readers.Ada!, turning(inner, 'restore', 2)).expect(422)
  assert.deepEqual(back.body.error.details, { start: 'overlap-forbidden' })
})

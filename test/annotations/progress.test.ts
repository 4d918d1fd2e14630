/** How far somebody has come: the queue on the start page, the place at the desk, and the next open article. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import fc from 'fast-check'
import { findAccountByName } from '../../server/accounts/account-store.ts'
import { listProgress } from '../../server/annotations/progress-store.ts'
import { startApp } from '../support/app.ts'
import { addArticleTo, addPlace, closeRound, type Place } from '../support/builders.ts'

async function scene(t: TestContext, articles: number) {
  const app = await startApp(t, { seeded: false })
  await app.signedIn('Rui')
  const ada = await app.signedIn('Ada')
  const first = await addPlace(app.parts)
  const places = [first]
  while (places.length < articles) places.push(await addArticleTo(app.parts, first))
  const { db } = app.parts.database
  const account = await findAccountByName(db, 'Ada')
  const at = async ({ round, article }: Place) =>
    (await listProgress(db, account!.id, { round, article: article.id }))[0]!
  const close = (place: Place, state: object = { state: 'finished', found: 'nothing' }) =>
    ada.put(`/api/v1/rounds/${place.round}/articles/${place.article.id}/state`).send(state).expect(200)
  return { app, ada, places, at, close }
}

test('next is the next open article in the order of the study, wrapping round, whatever is done', async (t) => {
  const { places, at, close } = await scene(t, 6)
  const isOpen = places.map(() => true)
  await fc.assert(
    fc.asyncProperty(fc.nat(5), async (index) => {
      isOpen[index] = !isOpen[index]
      await close(places[index]!, isOpen[index] ? { state: 'in-progress' } : undefined)
      for (const [here, place] of places.entries()) {
        const order = [...places.slice(here + 1), ...places.slice(0, here)]
        const next = order.find((other) => isOpen[places.indexOf(other)])
        const found = await at(place)
        const done = isOpen.filter((open) => !open).length
        assert.deepEqual([found.place, found.articles, found.done], [here + 1, 6, done])
        assert.equal(found.next, next?.article.id)
      }
    }),
    { numRuns: 25 },
  )
})

test('the start page names each open round that one may mark in, how far one is, and leads on', async (t) => {
  const { app, ada, places, close } = await scene(t, 3)
  const closed = await addPlace(app.parts)
  await closeRound(app.parts, closed)
  const owners = await addPlace(app.parts, { kind: 'annotation' })
  const linksOf = async (agent: typeof ada) =>
    [...(await agent.get('/').expect(200)).text.matchAll(/data-queue href="([^"]+)"/g)].map(([, href]) => href)
  const desk = ({ round, article }: Place) => `/rounds/${round}/articles/${article.id}`
  assert.deepEqual(await linksOf(ada), [desk(places[0]!)])
  await close(places[0]!)
  await close(places[1]!, { state: 'skipped', reason: 'Doppelt' })
  assert.deepEqual(await linksOf(ada), [desk(places[2]!)])
  assert.match((await ada.get('/')).text, /2 von 3 Artikeln erledigt/)
  await close(places[2]!)
  assert.deepEqual(await linksOf(ada), [])
  assert.deepEqual(await linksOf(app.stranger()), [])
  const rui = app.stranger().set('Cookie', await app.cookieOf('Rui'))
  assert.deepEqual(await linksOf(rui), [desk(places[0]!), desk(owners)])
  await app.takeIn('Ada', owners.article.studyId, 'reader')
  assert.deepEqual(await linksOf(ada), [])
  assert.deepEqual(await linksOf(rui), [desk(places[0]!)])
  await app.takeIn('Ada', owners.article.studyId, 'annotator')
  assert.deepEqual(await linksOf(ada), [desk(owners)])
})

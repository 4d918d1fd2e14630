/** Lists of rounds, and of a round's articles: searched, narrowed, turned over, whatever their number. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addRound, findRound } from '../../server/rounds/round-store.ts'
import { newId } from '../support/builders.ts'
import { assignAll, roundScene } from '../support/rounds.ts'

const titlesIn = (html: string) =>
  [...html.matchAll(/class="row-title" href="[^"]*\/rounds\/[^"]*"><bdi>([^<]*)</g)].map(([, title]) => title!)

test('hundred rounds: by pages, by words of any case and accent, by state, by due date', async (t) => {
  const { app, manager, places, slug } = await roundScene(t, 1, [])
  const { db } = app.parts.database
  const first = (await findRound(db, places[0]!.round))!
  await app.parts.database.transact(async (tx) => {
    for (let n = 1; n <= 100; n++) {
      const title = n % 10 === 0 ? `Übung „Größe“ ${n}` : `Runde ${n}`
      const ends = { ...(n % 2 === 0 && { closedAt: app.clock.now() }), ...(n === 77 && { dueOn: '2027-01-01' }) }
      await addRound(tx, { ...first, ...ends, id: newId(), title }, app.clock.now())
    }
  })
  const page = async (query = '') => (await manager.get(`/studies/${slug}/rounds${query}`).expect(200)).text
  const start = await page()
  assert.deepEqual([titlesIn(start).length, titlesIn(start)[0]], [50, first.title])
  assert.match(start, /101 Runden/)
  assert.match(start, /rel="next" href="\?page=2"/)
  assert.deepEqual(titlesIn(await page('?page=3')), ['Übung „Größe“ 100'])
  assert.equal(titlesIn(await page('?order=newest'))[0], 'Übung „Größe“ 100')
  assert.equal(titlesIn(await page('?order=due'))[0], 'Runde 77')
  const found = await page('?q=GROESSE&order=newest')
  assert.deepEqual(titlesIn(await page('?q=GROSSE+10')), ['Übung „Größe“ 10'], 'two signs are a whole word')
  assert.deepEqual(titlesIn(await page('?q=gr%C3%B6%C3%9Fe+UBUNG+100')), ['Übung „Größe“ 100'])
  assert.deepEqual(titlesIn(found), [])
  assert.match(found, /Nichts gefunden/)
  assert.equal(titlesIn(await page('?q=ubung&state=closed')).length, 10)
  assert.equal(titlesIn(await page('?q=ubung&state=open')).length, 0)
  assert.equal(titlesIn(await page('?state=open')).length, 50)
  for (const odd of ['?page=0', '?page=999', '?state=x&order=y', '?q=%F0%9F%98%83', `?q=${'x'.repeat(999)}`])
    await page(odd)
})

test('a round and a plan of many articles are turned over, and an assignment leads back to its page', async (t) => {
  const scene = await roundScene(t, 60, ['Ada', 'Ben'])
  const { manager, places, path } = scene
  const plan = (await manager.get(`${path}/plan?readers=1&seed=7`).expect(200)).text
  const next = /rel="next" href="([^"]+)"/.exec(plan)![1]!.replaceAll('&#38;', '&').replaceAll('&amp;', '&')
  assert.match((await manager.get(`${path}/plan${next}`).expect(200)).text, /rel="prev"/)
  await assignAll(scene, { readers: 1 })
  const rows = async (query: string) =>
    ((await manager.get(`${path}${query}`).expect(200)).text.match(/id="article-/g) ?? []).length
  assert.deepEqual([await rows(''), await rows('?page=2'), await rows('?page=3')], [50, 10, 0])
  const article = places[55]!.article.id
  const { headers } = await manager
    .post(`${path}/assignments`)
    .type('form')
    .send({ article, annotator: 'a1', q: 'die lage', page: '2' })
    .expect(303)
  assert.equal(headers.location, `${path}?q=die+lage&page=2#article-${article}`)
})

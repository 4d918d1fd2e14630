/** Lists of articles: found by their words, narrowed by how far they have been read, the same after an older start. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import fc from 'fast-check'
import { enterArticles } from '../../server/articles/entering-actions.ts'
import { freezeArticle } from '../../server/articles/freezing-actions.ts'
import { findStudyBySlug } from '../../server/studies/study-store.ts'
import { indexText } from '../../server/text/code-points.ts'
import { wordKeys, wordQueries } from '../../server/text/word-keys.ts'
import { startApp, stored } from '../support/app.ts'
import { addPlace, making } from '../support/builders.ts'

const ARTICLES = [
  ['Die Brücke ist zu', 'Kölner Bote', 'Der Ausschuss tagt. Straßen werden gesperrt.'],
  ['Ein neuer Élan', 'Anzeiger', 'Die Maßnahme kostet Geld. Der Ausschuß tagt nicht.'],
  ['東京の橋', 'Zeitung', '橋は閉鎖された。 nothing else'],
] as const

async function list(t: TestContext) {
  const app = await startApp(t)
  const rui = await app.signedIn('Rui')
  await rui.post('/studies').type('form').send({ title: 'S', description: '', language: 'de' }).expect(303)
  const { db } = app.parts.database
  const study = (await findStudyBySlug(db, 's'))!
  for (const [title, outlet, text] of ARTICLES) {
    const body = `${title}\n\n${text}`
    const end = indexText(title).length
    const blocks = [
      { kind: 'headline', start: 0, end },
      { kind: 'paragraph', start: end + 2, end: indexText(body).length },
    ] as const
    await app.parts.database.transact((db) =>
      freezeArticle(app.parts, db, study, { title, language: 'de', source: { outlet }, body, blocks: [...blocks] }),
    )
  }
  const page = async (query: string) => (await rui.get(`/studies/s/articles${query}`).expect(200)).text
  const places = async (query: string) =>
    [...(await page(query)).matchAll(/<li class="row" value="(\d+)"/g)].map(([, n]) => Number(n))
  return { app, study, page, places, rui }
}

for (const [query, found] of [
  ['brucke', [1]],
  ['STRASSE', [1]],
  ['ausschuß', [1, 2]],
  ['massn', [2]],
  ['elan', [2]],
  ['kölner', [1]],
  ['ausschuss köln', [1]],
  ['ausschuss nirgends', []],
  ['tag', [1, 2]],
  ['ta', []],
  ['橋', [3]],
  ['東京', [3]],
  ['%', [1, 2, 3]],
  ["brücke' OR 1=1 --", []],
] as const)
  test(`„${query}“ finds ${found.join(', ') || 'nothing'}`, async (t) => {
    const { places } = await list(t)
    assert.deepEqual(await places(`?q=${encodeURIComponent(query)}`), found)
  })

test('what is asked of a list stands in its form and its count, and can be taken back', async (t) => {
  const { page } = await list(t)
  const found = await page('?q=Ausschuss+%3Cb%3E&order=title')
  assert.match(found, /value="Ausschuss &lt;b&gt;"/)
  assert.match(found, /<option value="title" selected>/)
  const some = await page('?q=Ausschuss')
  assert.match(some, /2 von 3 · <a href="\?">/)
  assert.match(await page('?q=nirgends'), /Nichts gefunden/)
  assert.match(await page('?order=nonsense&page=-1&state=x'), /3 Artikel/)
})

test('articles come in the order of their titles, outlets and lengths', async (t) => {
  const { places } = await list(t)
  assert.deepEqual(await places('?order=title'), [1, 2, 3])
  assert.deepEqual(await places('?order=outlet'), [2, 1, 3])
  assert.deepEqual((await places('?order=words'))[0], 3)
})

test('an article that somebody reads is in progress, then done', async (t) => {
  const app = await startApp(t)
  const rui = await app.signedIn('Rui')
  const place = await addPlace(app.parts, { kind: 'annotation' })
  const address = `/studies/study-${place.article.studyId}/articles`
  const states = async () => {
    const shown: string[] = []
    for (const state of ['untouched', 'in-progress', 'done'])
      if (/<li class="row"/.test((await rui.get(`${address}?state=${state}`)).text)) shown.push(state)
    return shown
  }
  assert.deepEqual(await states(), ['untouched'])
  await stored(rui, making(place, 'Straße'))
  assert.deepEqual(await states(), ['in-progress'])
  await rui.post(`/rounds/${place.round}/articles/${place.article.id}/completion`).type('form').send({ found: 'marks' })
  assert.deepEqual(await states(), ['done'])
  assert.match((await rui.get(address)).text, /1 von 1 Lesarten fertig/)
})

test('articles from before lists could be searched are entered at the next start, once', async (t) => {
  const { app, page, places } = await list(t)
  const { transact } = app.parts.database
  for (const table of ['shelf_word', 'article_shelf', 'article_entry'] as const)
    await transact((db) => db.deleteFrom(table).execute())
  assert.match(await page(''), /3 Artikel werden noch/)
  await enterArticles(app.parts)
  await enterArticles(app.parts)
  assert.deepEqual(await places('?q=ausschuss'), [1, 2])
  assert.doesNotMatch(await page(''), /werden noch/)
})

test('every word of a text is asked for by its own words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
      const words = wordKeys(`${before} ${after}`)
      for (const { word } of wordQueries(before)) assert.ok(words.includes(word), word)
    }),
  )
})

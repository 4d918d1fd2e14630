/** A new study, and what one sees of it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listArticleIds } from '../../server/articles/article-store.ts'
import { listCodebooks } from '../../server/codebook/codebook-store.ts'
import { listRounds } from '../../server/rounds/round-store.ts'
import { findStudyBySlug, listAnnotators } from '../../server/studies/study-store.ts'
import { send, startApp } from '../support/app.ts'
import { addArticleTo, addPlace, newId } from '../support/builders.ts'
import { deskOf, roundScene } from '../support/rounds.ts'

const typed = { title: 'Brücken  im\tFluss', description: ' Zwei Zeilen\r\nlang ', language: 'de' }

test('a new study has a codebook of its own and a round in which one can read', async (t) => {
  const app = await startApp(t)
  const rui = await app.signedIn('Rui')
  const { headers } = await rui.post('/studies').type('form').send(typed).expect(303)
  assert.equal(headers.location, '/studies/bruecken-im-fluss')
  const { db } = app.parts.database
  const study = await findStudyBySlug(db, 'bruecken-im-fluss')
  assert.equal(study?.title, 'Brücken im Fluss')
  assert.equal(study.description, 'Zwei Zeilen\nlang')
  assert.equal(study.language, 'de')
  const [codebook, ...more] = await listCodebooks(db, study.id)
  assert.deepEqual(more, [])
  assert.deepEqual(codebook?.tags.map(({ id }) => id).slice(0, 3), ['reporting', 'attribution', 'framing'])
  const [round] = await listRounds(db, study.id)
  assert.deepEqual(
    [round?.title, round?.kind, round?.codebook, round?.closedAt],
    ['Runde 1', 'annotation', { id: codebook!.id, version: 1 }, undefined],
  )
  const { text } = await rui.get('/studies/bruecken-im-fluss').expect(200)
  assert.match(text, /Brücken im Fluss[\s\S]*Zwei Zeilen\nlang[\s\S]*0 Artikel[\s\S]*Runde 1/)
  assert.match((await rui.get('/studies')).text, /href="\/studies\/bruecken-im-fluss"/)
})

test('whoever makes a study manages it and can mark in it; nobody else but the owner sees it', async (t) => {
  const app = await startApp(t)
  const [rui, ada, ben] = [await app.signedIn('Rui'), await app.signedIn('Ada'), await app.signedIn('Ben')]
  const { headers } = await ada.post('/studies').type('form').send(typed).expect(303)
  const study = await findStudyBySlug(app.parts.database.db, headers.location!.split('/')[2]!)
  const [round] = await listRounds(app.parts.database.db, study!.id)
  await ada.post(`${headers.location}/import/text`).field('text', 'Die Lage ist ernst.').expect(303)
  await ada.post(`${headers.location}/import/articles`).expect(303)
  const [article] = await listArticleIds(app.parts.database.db, study!.id)
  const desk = `/rounds/${round!.id}/articles/${article}`
  const words = { start: 0, end: 3, quote: 'Die', tag: 'framing' }
  const action = { round: round!.id, article, annotation: newId(), kind: 'make', base: 0, ...words }
  await send(ben, action).expect(404)
  await send(ada, action).expect(201)
  for (const address of [headers.location!, `${headers.location}/articles`, desk]) {
    await ben.get(address).expect(404)
    for (const agent of [ada, rui]) await agent.get(address).expect(200)
  }
  assert.deepEqual(
    (await listAnnotators(app.parts.database.db, study!.id)).map(({ pseudonym }) => pseudonym),
    ['a1'],
  )
})

test('two studies of one title have different addresses', async (t) => {
  const app = await startApp(t)
  const rui = await app.signedIn('Rui')
  const addresses = []
  for (let n = 0; n < 2; n++) addresses.push((await rui.post('/studies').type('form').send(typed)).headers.location)
  assert.deepEqual(addresses, ['/studies/bruecken-im-fluss', '/studies/bruecken-im-fluss-2'])
})

for (const [name, change, says] of [
  ['no title', { title: ' \n ' }, /Bitte ausfüllen/],
  ['a title that is too long', { title: 'x'.repeat(201) }, /zu lang/],
  ['a title with a control character', { title: 'a\u0001b' }, /Zeichen, die nicht gehen/],
] as const)
  test(`${name} is shown again with what is wrong, and nothing is made`, async (t) => {
    const app = await startApp(t)
    const rui = await app.signedIn('Rui')
    const form = { ...typed, ...change, description: 'stays <b>' }
    const { text } = await rui.post('/studies').type('form').send(form).expect(422)
    assert.match(text, says)
    assert.match(text, /stays &lt;b&gt;/)
    assert.doesNotMatch((await rui.get('/studies')).text, /bruecken|href="\/studies\/x/)
  })

test('articles are listed in their order, fifty a page', async (t) => {
  const app = await startApp(t)
  const rui = await app.signedIn('Rui')
  const place = await addPlace(app.parts)
  for (let n = 0; n < 50; n++) await addArticleTo(app.parts, place)
  const address = `/studies/study-${place.article.studyId}/articles`
  const places = async (query: string) =>
    [...(await rui.get(address + query).expect(200)).text.matchAll(/<li class="row" value="(\d+)"/g)].map(([, n]) => n)
  const first = await places('')
  assert.deepEqual([first.length, first[0], first[49]], [50, '1', '50'])
  assert.deepEqual(await places('?page=2'), ['51'])
  assert.deepEqual(await places('?page=3'), [])
  assert.deepEqual(await places('?page=x'), first)
  const { text } = await rui.get(`${address}/${place.article.id}`).expect(200)
  assert.ok(text.includes(place.article.sha256))
  assert.match(text, /Die Brücke sei „marode“, erklärte die Ministerin 👩‍👧/)
})

test('who joins finds on the front page of the study what is theirs to read, and begins there', async (t) => {
  const { readers, manager, places, slug } = await roundScene(t, 2, ['Ada'])
  const { text } = await readers.Ada!.get(`/studies/${slug}`).expect(200)
  assert.match(text, /0 von 2 Artikeln erledigt/)
  assert.ok(text.includes(`data-queue href="${deskOf(places[0]!)}"`))
  assert.doesNotMatch((await manager.get(`/studies/${slug}`).expect(200)).text, /data-queue/)
})

test('a study without articles asks nobody to begin', async (t) => {
  const app = await startApp(t, { seeded: false })
  const rui = await app.signedIn('Rui')
  await rui.post('/studies').type('form').send(typed).expect(303)
  for (const address of ['/studies/bruecken-im-fluss', '/'])
    assert.doesNotMatch((await rui.get(address).expect(200)).text, /0 von 0/)
})

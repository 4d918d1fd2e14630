/** Files and texts brought in over HTTP: looked at, corrected, taken; nothing of them is an article before. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { findArticle, listArticleIds } from '../../server/articles/article-store.ts'
import { findStudyBySlug } from '../../server/studies/study-store.ts'
import { de } from '../../server/words/de.ts'
import { type Agent, startApp, type TestApp } from '../support/app.ts'
import { newId } from '../support/builders.ts'

const TEXT = 'Brücke gesperrt\n\nVon Ada Ohm\n\nDie Brücke 😃 ist zu. Das sagt die Stadt. Niemand zahlt.\n'

interface Desk {
  readonly app: TestApp
  readonly rui: Agent
  /** What the page of the intake says. */
  page(): Promise<string>
  bring(name: string, content: string | Uint8Array, id?: string): Promise<Record<string, unknown>>
  drafts(): Promise<string[]>
  articles(): Promise<Awaited<ReturnType<typeof findArticle>>[]>
}

async function study(t: TestContext): Promise<Desk> {
  const app = await startApp(t)
  const rui = await app.signedIn('Rui')
  await rui.post('/studies').type('form').send({ title: 'S', description: '', language: 'de' }).expect(303)
  const page = async () => (await rui.get('/studies/s/import').expect(200)).text
  return {
    app,
    rui,
    page,
    async bring(name, content, id = newId()) {
      const address = `/api/v1/studies/s/import/files/${id}?name=${encodeURIComponent(name)}`
      const request = rui.put(address).set('Content-Type', 'application/octet-stream')
      return (await request.send(content as string).expect(200)).body.file
    },
    drafts: async () => [...(await page()).matchAll(/href="([^"]*\/drafts\/[^"]*)"/g)].map(([, path]) => path!),
    async articles() {
      const { db } = app.parts.database
      const { id } = (await findStudyBySlug(db, 's'))!
      return Promise.all((await listArticleIds(db, id)).map((article) => findArticle(db, article)))
    },
  }
}

const FORM = { revision: 1, act: 'save', title: 'Brücke gesperrt', language: 'de' }

test('a text is pasted, corrected block by block, and frozen as it was seen', async (t) => {
  const { rui, drafts, articles } = await study(t)
  await rui.post('/studies/s/import/text').field('text', TEXT.replaceAll('\n', '\r\n')).expect(303)
  const [draft] = await drafts()
  const page = (await rui.get(draft!)).text
  assert.match(page, /value="Brücke gesperrt"/)
  assert.doesNotMatch(page, /Vereinheitlicht/, 'line ends as every form sends them are no change')
  assert.deepEqual(await articles(), [], 'nothing is an article yet')
  const bounds = (await rui.get(`${draft}?block=2`)).text
  const [, before] = [...bounds.matchAll(/value="split-(\d+)"/g)].map(([, start]) => start)
  const send = async (change: object) =>
    (
      await rui
        .post(draft!)
        .type('form')
        .send({ ...FORM, ...change })
    ).headers.location
  assert.match((await send({ 'kind-1': 'byline', act: `split-${before}`, at: '2' }))!, /#block-2$/)
  const source = { outlet: ' Rheinbote ', author: '', publishedOn: '2026-03-04', url: '', licence: '' }
  assert.equal(await send({ revision: 2, act: 'take', ...source }), '/studies/s/import?new=1')
  const [article] = await articles()
  assert.equal(article!.body.text, TEXT)
  assert.deepEqual(article!.source, { outlet: 'Rheinbote', publishedOn: '2026-03-04' })
  assert.deepEqual(
    article!.blocks.map(({ kind, start, end }) => [kind, article!.body.slice(start, end)]),
    [
      ['headline', 'Brücke gesperrt'],
      ['byline', 'Von Ada Ohm'],
      ['paragraph', 'Die Brücke 😃 ist zu. Das sagt die Stadt.'],
      ['paragraph', 'Niemand zahlt.'],
    ],
  )
  assert.deepEqual(await drafts(), [])
})

test('two blocks become one, of the first one’s kind', async (t) => {
  const { rui, bring, drafts, articles } = await study(t)
  await bring('a.txt', TEXT)
  const [draft] = await drafts()
  await rui
    .post(draft!)
    .type('form')
    .send({ ...FORM, act: 'join-1' })
    .expect(303)
  await rui
    .post(draft!)
    .type('form')
    .send({ ...FORM, revision: 2, act: 'take' })
    .expect(303)
  const [article] = await articles()
  assert.deepEqual(
    article!.blocks.map(({ kind }) => kind),
    ['headline', 'paragraph'],
  )
  assert.match(
    article!.body.slice(article!.blocks[1]!.start, article!.blocks[1]!.end),
    /^Von Ada Ohm\n\nDie[\s\S]*zahlt\.$/,
  )
})

test('a draft that was corrected elsewhere meanwhile is not overwritten', async (t) => {
  const { rui, bring, drafts, articles } = await study(t)
  await bring('a.txt', TEXT)
  const [draft] = await drafts()
  await rui
    .post(draft!)
    .type('form')
    .send({ ...FORM, title: 'Zuerst' })
    .expect(303)
  const late = await rui
    .post(draft!)
    .type('form')
    .send({ ...FORM, title: 'Zu spät', act: 'take' })
    .expect(409)
  assert.match(late.text, /inzwischen in einem anderen Fenster[\s\S]*value="Zu spät"/)
  assert.match((await rui.get(draft!)).text, /value="Zuerst"/)
  assert.deepEqual(await articles(), [])
})

test('all that waits is taken at once, and what is there already adds nothing', async (t) => {
  const { rui, bring, page, articles } = await study(t)
  const table = 'title,outlet,text\nEins,Rheinbote,"Erster Text."\nZwei,Uferpost,"Zweiter Text."\n'
  const take = async () => (await rui.post('/studies/s/import/articles').expect(303)).headers.location
  await bring('a.txt', TEXT)
  await bring('b.csv', table)
  await bring('bad.jsonl', '{"text":')
  assert.match(await page(), /3 Artikel übernehmen/)
  assert.equal(await take(), '/studies/s/import?new=3&equal=0')
  assert.match(await page(), /bad\.jsonl[\s\S]*Zeile 1: Diese Zeile ist kein JSON-Objekt/, 'what cannot be taken stays')
  await bring('b.csv', table.replace('Uferpost', 'Morgenblatt'))
  const again = await page()
  assert.match(again, /Eins[\s\S]*liegt schon in der Studie[\s\S]*Zwei[\s\S]*derselbe Text aus anderer Quelle/)
  assert.equal(await take(), '/studies/s/import?new=1&equal=1')
  assert.match((await rui.get('/studies/s/import?new=1&equal=1')).text, /1 Artikel übernommen\.\s*1 Artikel lag schon/)
  assert.deepEqual(
    (await articles()).map((article) => article!.title),
    ['Brücke gesperrt', 'Eins', 'Zwei', 'Zwei'],
  )
})

test('a file in another encoding is read as somebody says', async (t) => {
  const { rui, bring, page, drafts } = await study(t)
  const file = await bring('alt.txt', Buffer.from('Br\xfccke \x84marode\x93.\n\nSonst nichts.', 'latin1'))
  assert.equal((file.trouble as { fault: string }).fault, 'other-encoding')
  assert.equal(file.message, 'Die Datei ist nicht in UTF-8.')
  assert.match(await page(), /value="windows-1252" checked[\s\S]*Brücke „marode“\./)
  const read = (form: object) =>
    rui.post(`/studies/s/import/files/${file.id}/reading`).type('form').send(form).expect(303)
  await read({ likely: '', other: 'macintosh' })
  assert.match((await rui.get((await drafts())[0]!)).text, /Br¸cke/)
  await read({ likely: 'utf-8', other: 'utf-8' })
  assert.match(await page(), /In dieser Zeichenkodierung ist die Datei nicht lesbar/)
  assert.deepEqual(await drafts(), [])
  await read({ likely: 'windows-1252', other: 'utf-8' })
  assert.match((await rui.get((await drafts())[0]!)).text, /Brücke „marode“\./)
})

test('columns with names that say nothing are named by hand', async (t) => {
  const { rui, bring, page, drafts } = await study(t)
  const { id } = await bring('a.csv', 'a;b;c\nDrei;Dritter Text.;x\n')
  assert.match(await page(), /Welche Spalte ist was/)
  await rui
    .post(`/studies/s/import/files/${id}/reading`)
    .type('form')
    .send({ body: 'b', title: 'a', outlet: '' })
    .expect(303)
  assert.equal((await drafts()).length, 1)
  assert.match(await page(), />Drei</)
  await rui
    .post(`/studies/s/import/files/${id}/reading`)
    .type('form')
    .send({ body: 'b', title: '', outlet: 'c' })
    .expect(303)
  assert.match(await page(), /<bdi>a<\/bdi><\/a>[\s\S]*<bdi>x<\/bdi>/)
})

test('what does not fit in the form about a draft comes back as it was typed', async (t) => {
  const { rui, bring, drafts } = await study(t)
  await bring('a.txt', TEXT)
  const [draft] = await drafts()
  const typed = { ...FORM, title: ' ', outlet: 'bleibt', 'kind-1': 'byline', 'kind-2': 'quote', act: 'take' }
  const { text } = await rui.post(draft!).type('form').send(typed).expect(422)
  assert.match(text, /Bitte ausfüllen[\s\S]*value="bleibt"[\s\S]*value="byline" selected[\s\S]*value="quote" selected/)
})

test('files go in by a form without scripts, many at once', async (t) => {
  const { rui, drafts } = await study(t)
  const files = rui.post('/studies/s/import/files')
  for (const name of ['Ünizwei.txt', 'b.md', '../../etc/passwd'])
    files.attach('file', Buffer.from(`Text in ${name}`), { filename: name, contentType: 'text/plain' })
  await files.expect(303)
  assert.equal((await drafts()).length, 3)
})

test('the same file under the same id is one; another file under it is refused', async (t) => {
  const { rui, bring, drafts } = await study(t)
  const id = newId()
  assert.deepEqual(await bring('a.txt', TEXT, id), await bring('a.txt', TEXT, id))
  assert.equal((await drafts()).length, 1)
  const address = `/api/v1/studies/s/import/files/${id}?name=a.txt`
  const { body } = await rui.put(address).set('Content-Type', 'text/plain').send('Anderes.').expect(409)
  assert.equal(body.error.code, 'action-reused')
})

test('what is too large or compressed is refused before it is read', async (t) => {
  const { rui, drafts } = await study(t)
  const put = (type = 'application/octet-stream') =>
    rui.put(`/api/v1/studies/s/import/files/${newId()}?name=a.html`).set('Content-Type', type)
  await put()
    .send(Buffer.alloc(16 * 1024 * 1024 + 1, 'x'))
    .expect(413)
  await put()
    .set('Content-Encoding', 'gzip')
    .send(gzipSync(Buffer.alloc(40_000_000, '<p>')))
    .expect(415)
  assert.equal(
    (
      await put()
        .send(gzipSync(Buffer.alloc(40_000_000, '<p>')))
        .expect(200)
    ).body.file.trouble.fault,
    'compressed',
  )
  await rui.post('/studies/s/import/text').type('form').send({ text: 'x' }).expect(415)
  await rui
    .post('/studies/s/import/files')
    .set('Content-Type', 'multipart/form-data; boundary=x')
    .send('no parts')
    .expect(400)
  await rui.post('/studies/s/import/files').set('Content-Type', 'multipart/form-data').send('--x').expect(400)
  assert.deepEqual(await drafts(), [])
})

test('nobody sees what another person has brought in, and after seven days it is gone', async (t) => {
  const { app, bring, drafts } = await study(t)
  await bring('a.txt', TEXT)
  const [draft] = await drafts()
  await app.parts.database.transact((db) => db.updateTable('account').set({ role: 'owner' }).execute())
  const eva = await app.signedIn('Eva')
  await app.parts.database.transact((db) => db.updateTable('account').set({ role: 'owner' }).execute())
  await eva
    .get('/studies/s/import')
    .expect(200)
    .expect((answer) => assert.doesNotMatch(answer.text, /drafts/))
  await eva.get(draft!).expect(404)
  await eva.post(draft!).type('form').send(FORM).expect(404)
  app.clock.advance(8 * 86_400_000)
  const later = app.stranger().set('Cookie', await app.cookieOf('Rui'))
  assert.doesNotMatch((await later.get('/studies/s/import').expect(200)).text, /drafts/)
  await later
    .put(`/api/v1/studies/s/import/files/${newId()}?name=b.txt`)
    .set('Content-Type', 'text/plain')
    .send('Neu.')
    .expect(200)
  const files = await app.parts.database.db.selectFrom('intake_file').select('name').execute()
  assert.deepEqual(files, [{ name: 'b.txt' }])
})

test('what is in a file stands on the pages as words', async (t) => {
  const { rui, bring, page, drafts } = await study(t)
  const evil = '<img src=x onerror=alert(1)>'
  await bring(`${evil}.html`, `<title>${evil}</title><h1>&lt;script&gt;alert(2)&lt;/script&gt;</h1><p>&lt;b&gt;"'</p>`)
  await bring('a.csv', `${evil},b\n1,2\n`)
  for (const text of [await page(), (await rui.get((await drafts())[0]!)).text]) {
    assert.doesNotMatch(text, /<img|<script>alert|<b>"/)
    assert.match(text, /&lt;(?:img|script)/)
  }
})

test('the same text twice among the files that wait is said before it is taken, and taken once', async (t) => {
  const { rui, bring, page, articles } = await study(t)
  for (const name of ['eins.txt', 'zwei.txt']) await bring(name, TEXT)
  await bring('drei.csv', `title,text\nAnderer Titel,"${TEXT.trim()}\n"\n`)
  const shown = await page()
  // Those brought last stand first.
  const { again, twin } = de.intake.standings
  assert.match(shown, new RegExp(`drei\\.csv[\\s\\S]*${twin}[\\s\\S]*zwei\\.txt[\\s\\S]*${again}[\\s\\S]*eins\\.txt`))
  assert.equal(shown.split(again).length, 2)
  const { headers } = await rui.post('/studies/s/import/articles').expect(303)
  assert.equal(headers.location, '/studies/s/import?new=2&equal=1')
  assert.equal((await articles()).length, 2)
})

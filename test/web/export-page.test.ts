/** The page on which a dataset is chosen: what it says is what the file holds. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { FORMATS } from '../../server/exchange/formats/index.ts'
import { startApp, stored } from '../support/app.ts'
import { addPlace, making, revising, turning } from '../support/builders.ts'
import { readCsv } from '../support/csv.ts'

async function scene(t: TestContext) {
  const app = await startApp(t, { seeded: false })
  const rui = await app.signedIn('Rui')
  const ada = await app.signedIn('Ada')
  const place = await addPlace(app.parts)
  const { studyId } = place.article
  await app.takeIn('Ada', studyId, 'annotator')
  const first = making(place, 'Straße')
  await stored(rui, first)
  await stored(rui, making(place, 'gesperrt', { tag: 'framing', note: '=1+1' }))
  await stored(ada, making(place, 'erklärte', { tag: 'framing' }))
  await stored(rui, revising(first, 1, { tag: 'framing' }))
  return { app, rui, ada, place, first, studyId, page: `/studies/study-${studyId}/export` }
}

const download = (html: string) => /<a class="primary" href="([^"]+)" download data-download>([^<]+)</.exec(html)
const unescaped = (text: string) => text.replaceAll('&amp;', '&')

test('the number on the button is the number in the file, whatever is chosen', async (t) => {
  const { rui, page } = await scene(t)
  for (const [query, marks] of [
    ['', 3],
    ['&tag=reporting', 0],
    ['&tag=framing&tag=reporting', 3],
    ['&annotator=a1', 1],
    ['&state=finished', 0],
    ['&state=in-progress&annotator=a2', 2],
  ] as const) {
    const { text } = await rui.get(`${page}?format=csv${query}`).expect(200)
    const found = download(text)
    if (!found) {
      assert.match(text, /hat noch niemand etwas gelesen/, query)
      continue
    }
    assert.equal(found[2], `Herunterladen: ${marks === 1 ? '1 Markierung' : `${marks} Markierungen`}`, query)
    const file = await rui.get(unescaped(found[1]!)).buffer(true).expect(200)
    const [head, ...rows] = readCsv(file.text)
    assert.equal(rows.filter((cells) => cells[head!.indexOf('annotation')] !== '').length, marks, query)
  }
})

test('what belongs beside a dataset is a second download', async (t) => {
  const { rui, page } = await scene(t)
  const { text } = await rui.get(`${page}?format=label-studio`).expect(200)
  const [, path] = /<a class="secondary" href="([^"]+)" download>Dazu gehört: config\.xml</.exec(text)!
  const config = await rui.get(path!).buffer(true).expect(200)
  assert.match(config.headers['content-disposition'] as string, /attachment; filename=config\.xml/)
  assert.match(config.text, /^<View>[\s\S]*<Label value="[^"]+" alias="reporting"/)
  assert.doesNotMatch((await rui.get(`${page}?format=csv`).expect(200)).text, /Dazu gehört/)
})

test('every format shows how its file begins, what it leaves out, and its manual', async (t) => {
  const { rui, page } = await scene(t)
  const { text: table } = await rui.get(`${page}?format=csv`).expect(200)
  assert.match(table, /<li data-loss="block">Absätze mit ihrer Art: <b>5<\/b>/)
  for (const { id } of FORMATS) {
    const { text } = await rui.get(`${page}?format=${id}`).expect(200)
    assert.match(text, /<pre class="file-text"[^>]*>[^<]+/, id)
    assert.match(text, /data-loss="|Dieses Format trägt alles/, id)
    assert.match(text, /<div lang="en"><p>/, id)
    assert.ok(text.includes(`--format ${id} --out`), id)
  }
  // What has been read, and not what belongs to all of a folder.
  for (const [id, file] of [
    ['brat', /So beginnt a\d\/[\w-]+\.ann<\/h3>\s*<pre[^>]*>T1\t/],
    ['cas-xmi', /So beginnt a\d\/[\w-]+\.xmi</],
    ['cas-json', /So beginnt a\d\/[\w-]+\.json</],
  ] as const)
    assert.match((await rui.get(`${page}?format=${id}`).expect(200)).text, file, id)
})

test('who does not manage the study takes their own readings, under a pseudonym', async (t) => {
  const { ada, page } = await scene(t)
  const { text } = await ada.get(`${page}?format=lesart`).expect(200)
  const [, address, button] = download(text)!
  assert.equal(button, 'Herunterladen: 1 Markierung')
  const file = await ada.get(unescaped(address!)).buffer(true).expect(200)
  assert.doesNotMatch(file.text, /"name":"(Ada|Rui)"|"annotator":"a2"/)
})

test('all changes of all marks are a table, those taken back too', async (t) => {
  const { rui, place, first, studyId } = await scene(t)
  await stored(rui, turning(first, 'retract', 2))
  await stored(rui, turning(first, 'restore', 3))
  const { text } = await rui.get(`/studies/study-${studyId}/revisions.csv`).buffer(true).expect(200)
  const [head, ...rows] = readCsv(text)
  const own = rows.filter((cells) => cells[head!.indexOf('annotation')] === first.annotation)
  const cell = (name: string) => own.map((cells) => cells[head!.indexOf(name)])
  assert.deepEqual(cell('change'), ['make', 'revise', 'retract', 'restore'])
  assert.deepEqual(cell('tag'), ['reporting', 'framing', 'framing', 'framing'])
  assert.deepEqual(cell('revision'), ['1', '2', '3', '4'])
  assert.equal(rows.length, 6)
  assert.equal(cell('article')[0], place.article.id)
})

/** Marking without scripts: forms that lead to the same actions, each once, and lose nothing where something changed. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { Response } from 'supertest'
import type { SparseAnnotation } from '../../server/annotations/annotation.ts'
import { sentenceSpans } from '../../server/annotations/sentence-page.ts'
import { de } from '../../server/words/de.ts'
import { type Agent, send, startApp, stored } from '../support/app.ts'
import {
  addPlace,
  making,
  newId,
  type Place,
  revising,
  type SentAction,
  turning,
  wordsIn,
} from '../support/builders.ts'
import { contentDigest, countRows } from '../support/database.ts'

async function scene(t: TestContext) {
  const app = await startApp(t, { seeded: false })
  await app.signedIn('Rui')
  const ada = await app.signedIn('Ada')
  return { app, ada, place: await addPlace(app.parts) }
}

const desk = ({ round, article }: Place) => `/rounds/${round}/articles/${article.id}`
const SENTENCE = 'Die Brücke sei „marode“, erklärte die Ministerin 👩‍👧 am x̌-Tag.'

/** The fields of the n-th form of a page that is sent to an address, as a browser would send them untouched. */
function fieldsOf({ text }: Response, address: string, n = 0): Record<string, string | string[]> {
  const forms = [...text.matchAll(/<form method="post" action="([^"]+)"[^>]*>(.*?)<\/form>/gs)]
  const [, , form] = forms.filter(([, action]) => action === address)[n] ?? []
  assert.ok(form !== undefined, `the page has no form to ${address}`)
  const fields: Record<string, string | string[]> = {}
  const add = (name: string, value: string) => {
    fields[name] = name in fields ? [fields[name]!, value].flat() : value
  }
  for (const [input] of form.matchAll(/<input[^>]*>/g)) {
    const value = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1]
    if (['radio', 'checkbox'].includes(value('type')!) && !input.includes(' checked')) continue
    add(value('name')!, unescaped(value('value') ?? ''))
  }
  const [, note] = /<textarea[^>]*name="note"[^>]*>\n?(.*?)<\/textarea>/s.exec(form) ?? []
  if (note !== undefined) add('note', unescaped(note))
  return fields
}

function unescaped(html: string): string {
  return html
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
}

async function formAt(agent: Agent, page: string, address = page, n = 0) {
  return fieldsOf(await agent.get(page).expect(200), address, n)
}

const post = (agent: Agent, address: string, fields: object) => agent.post(address).type('form').send(fields)

/** The annotations that the desk shows; a page leaves a first revision unsaid. */
async function annotationsAt(agent: Agent, place: Place) {
  const { text } = await agent.get(desk(place)).expect(200)
  const annotations = JSON.parse(/id="desk-annotations">(.*?)<\/script>/s.exec(text)![1]!)
  return annotations.map(([id, start, end, tag, more]: SparseAnnotation) => ({
    revision: 1,
    id,
    start,
    end,
    tag,
    ...more,
  }))
}

test('the sentences of an article are those of its blocks that can be marked', async (t) => {
  const { place } = await scene(t)
  const words = sentenceSpans(place.article).map(({ start, end }) => place.article.body.slice(start, end))
  assert.deepEqual(words, ['Straße 😃 gesperrt', SENTENCE, 'قال الوزير: die Lage ist ernst, sehr ernst.'])
})

test('each sentence can be tagged by a form, once, however often the form is sent', async (t) => {
  const { app, ada, place } = await scene(t)
  const address = `${desk(place)}/sentences`
  const { start } = wordsIn(place.article, SENTENCE)
  const form = { ...(await formAt(ada, address, address, 1)), tag: 'framing' }
  for (const _ of ['a click', 'a double click']) {
    const { headers } = await post(ada, address, form).expect(303)
    assert.equal(headers.location, `${address}#s${start}`)
  }
  assert.equal(await countRows(app.parts.database, 'annotation_revision'), 1)
  const [made] = await annotationsAt(ada, place)
  assert.deepEqual([made.tag, made.start, made.end], ['framing', start, start + [...SENTENCE].length])
  const { text } = await ada.get(address).expect(200)
  assert.match(text, new RegExp(`id="annotation-${made.id}"`))
})

test('a form brings its quote, and is refused where other words stand there', async (t) => {
  const { ada, place } = await scene(t)
  const address = `${desk(place)}/sentences`
  const form = await formAt(ada, address, address, 1)
  await post(ada, address, { ...form, tag: 'framing', quote: 'Andere Worte' }).expect(409)
  await post(ada, address, { ...form, tag: 'nowhere' }).expect(422)
  await post(ada, address, { ...form, tag: 'framing', start: 'x' }).expect(422)
  assert.deepEqual(await annotationsAt(ada, place), [])
})

async function attribution(ada: Agent, place: Place) {
  const part = (role: string, words: string) => ({ role, ...wordsIn(place.article, words) })
  const made = making(place, 'Die Brücke sei „marode“, erklärte die Ministerin', {
    tag: 'attribution',
    attributes: { type: 'direct', signals: ['verb', 'mood'], named: false, strength: 4, comment: '<b>"so"</b>' },
    parts: [part('source', 'die Ministerin 👩‍👧'), part('cue', 'erklärte')],
    confidence: 'low',
    secondTag: 'framing',
    note: '\nerste Zeile leer\n& <i>',
  })
  await stored(ada, made)
  const address = `${desk(place)}/annotations/${made.annotation}`
  return { made, address, form: await formAt(ada, address) }
}

const content = ({ tag, attributes, parts, confidence, secondTag, note, start, end }: Record<string, unknown>) => ({
  ...{ tag, attributes, parts, confidence, secondTag, note, start, end },
})

test('a form that is sent as it came leaves the mark as it was: tag, answers, parts, confidence and note', async (t) => {
  const { ada, place } = await scene(t)
  const { address, form } = await attribution(ada, place)
  const [before] = await annotationsAt(ada, place)
  await post(ada, address, form).expect(303)
  const [after] = await annotationsAt(ada, place)
  assert.deepEqual([before.revision, after.revision], [1, 2])
  assert.deepEqual(content(after), content(before))
})

test('tag, answers and note can be changed; what the new tag does not know goes', async (t) => {
  const { ada, place } = await scene(t)
  const { address, form } = await attribution(ada, place)
  const changed = { ...form, 'attribute.type': 'indirect', 'attribute.signals': 'quotes', 'attribute.named': 'true' }
  await post(ada, address, { ...changed, 'attribute.strength': '', confidence: '', secondTag: '', note: ' ' }).expect(
    303,
  )
  const [first] = await annotationsAt(ada, place)
  assert.deepEqual(first.attributes, { type: 'indirect', signals: ['quotes'], named: true, comment: '<b>"so"</b>' })
  assert.deepEqual([first.confidence, first.secondTag, first.note], [undefined, undefined, undefined])
  await post(ada, address, { ...(await formAt(ada, address)), tag: 'framing' }).expect(303)
  const [second] = await annotationsAt(ada, place)
  assert.deepEqual([second.tag, second.attributes, second.parts], ['framing', undefined, undefined])
})

test('a mark over the end of a paragraph survives the way browsers send the ends of lines', async (t) => {
  const { ada, place } = await scene(t)
  const made = making(place, 'am x̌-Tag.')
  const end = wordsIn(place.article, 'قال').end
  const { start } = made as SentAction & { start: number }
  await stored(ada, { ...made, end, quote: place.article.body.slice(start, end) })
  const address = `${desk(place)}/annotations/${made.annotation}`
  const form = await formAt(ada, address)
  const asSent = Object.entries(form).map(([name, value]) => [name, String(value).replace(/\n/g, '\r\n')])
  await post(ada, address, { ...Object.fromEntries(asSent), note: 'eins\r\nzwei' }).expect(303)
  assert.equal((await annotationsAt(ada, place))[0].note, 'eins\nzwei')
})

test('a mark is taken back by a form, once', async (t) => {
  const { app, ada, place } = await scene(t)
  const { made } = await attribution(ada, place)
  const page = `${desk(place)}/sentences`
  const address = `${desk(place)}/annotations/${made.annotation}/retraction`
  const form = await formAt(ada, page, address)
  for (const _ of ['a click', 'a double click']) await post(ada, address, form).expect(303)
  assert.deepEqual(await annotationsAt(ada, place), [])
  assert.equal(await countRows(app.parts.database, 'annotation_revision'), 2)
})

test('a mark that was changed elsewhere: both states are shown, and saving again makes the typed one count', async (t) => {
  const { ada, place } = await scene(t)
  const { made, address, form } = await attribution(ada, place)
  await stored(ada, revising(made, 1, { note: 'von anderswo', end: (made as unknown as { end: number }).end }))
  const typed = { ...form, note: 'was ich meinte' }
  const answer = await post(ada, address, typed).expect(409)
  for (const words of ['von anderswo', 'was ich meinte', de.forms.changedMeanwhile, 'data-conflict'])
    assert.ok(answer.text.includes(words), words)
  assert.equal((await annotationsAt(ada, place))[0].note, 'von anderswo')
  await post(ada, address, fieldsOf(answer, address)).expect(303)
  const [after] = await annotationsAt(ada, place)
  assert.deepEqual([after.revision, after.note], [3, 'was ich meinte'])
})

test('a mark that was taken back elsewhere: what was typed makes a new one', async (t) => {
  const { ada, place } = await scene(t)
  const { made, address, form } = await attribution(ada, place)
  await stored(ada, turning(made, 'retract', 1))
  const answer = await post(ada, address, { ...form, note: 'was ich meinte' }).expect(409)
  assert.ok(answer.text.includes(de.forms.goneMeanwhile))
  const again = /action="([^"]+\/annotations\/[^"/]+)"/.exec(answer.text)![1]!
  assert.notEqual(again, address)
  await post(ada, again, fieldsOf(answer, again)).expect(303)
  const [after] = await annotationsAt(ada, place)
  assert.deepEqual([after.revision, after.note, after.parts.length], [1, 'was ich meinte', 2])
  assert.notEqual(after.id, made.annotation)
})

test('a mark that was changed elsewhere is not taken back unseen', async (t) => {
  const { ada, place } = await scene(t)
  const { made } = await attribution(ada, place)
  const address = `${desk(place)}/annotations/${made.annotation}/retraction`
  const form = await formAt(ada, `${desk(place)}/sentences`, address)
  await stored(ada, revising(made, 1, { note: 'von anderswo' }))
  const { text } = await post(ada, address, form).expect(409)
  assert.ok(text.includes('von anderswo'))
  assert.equal((await annotationsAt(ada, place)).length, 1)
})

test('in a finished article nothing changes by a form either, and what was typed is still there', async (t) => {
  const { app, ada, place } = await scene(t)
  const { address, form } = await attribution(ada, place)
  await post(ada, `${desk(place)}/completion`, { found: 'marks' }).expect(303)
  const before = await contentDigest(app.parts.database)
  const { text } = await post(ada, address, { ...form, note: 'was ich meinte' }).expect(409)
  assert.ok(text.includes('was ich meinte') && text.includes(de.errors['round-closed']))
  assert.equal(await contentDigest(app.parts.database), before)
  const page = await ada.get(`${desk(place)}/sentences`).expect(200)
  assert.doesNotMatch(page.text, /class="tag-form"|\/retraction"/)
  await ada.get(address).expect(404)
})

test('nobody reaches another person’s mark by a form', async (t) => {
  const { app, ada, place } = await scene(t)
  const { address, form } = await attribution(ada, place)
  const ben = await app.signedIn('Ben')
  await ben.get(address).expect(404)
  await post(ben, address, { ...form, action: newId() }).expect(404)
  assert.deepEqual(await annotationsAt(ben, place), [])
  await send(ada, making(place, 'ernst')).expect(201)
})

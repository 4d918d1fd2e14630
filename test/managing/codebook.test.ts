/** Changing a study's codebook: a draft, section by section, its faults, publishing, and two who edit at once. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Response } from 'supertest'
import { findCodebookDraft } from '../../server/codebook/codebook-draft-store.ts'
import { listCodebooks } from '../../server/codebook/codebook-store.ts'
import { listDemonstrations } from '../../server/rounds/round-store.ts'
import { de } from '../../server/words/de.ts'
import { type Agent, startApp, stored, type TestApp } from '../support/app.ts'
import { addPlace, making, wordsIn } from '../support/builders.ts'

/** The fields of a page's form about a section, as a browser would send them again. */
function fieldsIn(html: string): Record<string, string | string[]> {
  const from = html.slice(Math.max(0, html.indexOf('name="seen"') - 40))
  const form = from.slice(0, from.indexOf('</form>'))
  const fields: Record<string, string[]> = {}
  const add = (name: string, value: string) => {
    fields[name] = [...(fields[name] ?? []), unescaped(value)]
  }
  for (const [tag, name] of form.matchAll(/<input\b[^>]*\bname="([^"]+)"[^>]*>/g)) {
    const value = /\bvalue="([^"]*)"/.exec(tag)?.[1] ?? ''
    if (!/type="(?:checkbox|radio)"/.test(tag) || / checked/.test(tag)) add(name!, value)
  }
  for (const [, name, value] of form.matchAll(/<textarea\b[^>]*\bname="([^"]+)"[^>]*>([^<]*)</g)) add(name!, value!)
  for (const [, name, options] of form.matchAll(/<select\b[^>]*\bname="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g))
    add(name!, /value="([^"]*)" selected/.exec(options!)?.[1] ?? '')
  return Object.fromEntries(
    Object.entries(fields).map(([name, values]) => [name, values.length > 1 ? values : values[0]!]),
  )
}

function unescaped(text: string): string {
  const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', '#34': '"', '#39': "'" }
  return text.replace(/&([^;]+);/g, (_, name: string) => signs[name] ?? _)
}

interface Editing {
  readonly app: TestApp
  readonly rui: Agent
  readonly path: string
  readonly study: string
  get(page: string): Promise<string>
  save(page: string, changes?: object, act?: string): Promise<Response>
}

async function editing(t: { after(fn: () => unknown): void }): Promise<Editing> {
  const app = await startApp(t)
  const rui = await app.signedIn('Rui')
  const [round] = await listDemonstrations(app.parts.database.db)
  const path = '/studies/erster-artikel/codebook/draft'
  await rui.post(path).expect(303)
  const get = async (page: string) => (await rui.get(path + page).expect(200)).text
  return {
    ...{ app, rui, path, get },
    study: round!.studyId,
    save: async (page, changes = {}, act = 'save') =>
      rui
        .post(path + page)
        .type('form')
        .send({ ...fieldsIn(await get(page)), act, ...changes }),
  }
}

const draftOf = async ({ app, study }: Editing) => (await findCodebookDraft(app.parts.database.db, study))?.content
const versionsOf = ({ app, study }: Editing) => listCodebooks(app.parts.database.db, study)

/** The two digests of the front page: of the whole draft. */
async function seenIn(it: Editing): Promise<string> {
  return /publication[\s\S]*?name="seen" value="(\w+)"/.exec(await it.get(''))![1]!
}

test('a form that is sent again as it is changes nothing about any section', async (t) => {
  const it = await editing(t)
  const before = await draftOf(it)
  for (const page of ['/tags/reporting', '/tags/attribution', '/tags/framing', '/guidelines'])
    assert.equal((await it.save(page)).status, 303, page)
  const after = await draftOf(it)
  assert.deepEqual(after, before)
})

test('tags, questions, answers and parts are added, moved and removed one by one, and become the next version', async (t) => {
  const it = await editing(t)
  const added = await it.rui.post(`${it.path}/tags`).type('form').send({ act: 'add', name: 'Ironie & Spott' })
  assert.equal(added.headers.location, `${it.path}/tags/ironie-spott`)
  const tag = '/tags/ironie-spott'
  await it.save(tag, { 'label.en': 'Irony', colour: '#FFEE00', line: 'dashed', key: 'X', id: 'irony' })
  assert.match(await it.get('/tags/irony'), /name="id" value="irony"/)
  await it.save('/tags/irony', {}, 'add:attributes')
  await it.save('/tags/irony', { 'attributes.0.label.en': 'Aimed at' }, 'add:attributes.0.choices')
  await it.save('/tags/irony', { 'attributes.0.choices.0.label.en': 'A person' }, 'add:attributes.0.choices')
  await it.save('/tags/irony', { 'attributes.0.choices.1.label.de': 'Sache' })
  await it.save('/tags/irony', {}, 'up:attributes.0.choices:1')
  await it.save('/tags/irony', {}, 'add:roles')
  await it.save('/tags/irony', { 'roles.0.label.de': 'Ziel', 'roles.0.many': 'true', 'roles.0.key': 'o' })
  await it.rui.post(`${it.path}/tags`).type('form').send({ act: 'up:irony' }).expect(303)
  const done = await it.rui
    .post(`${it.path}/publication`)
    .type('form')
    .send({ seen: await seenIn(it) })
    .expect(303)
  const [, second] = await versionsOf(it)
  assert.equal(second?.version, 2)
  assert.equal(done.headers.location, `/studies/erster-artikel/codebook/versions/${second.id}/2`)
  assert.deepEqual(
    second.tags.map(({ id }) => id),
    ['reporting', 'attribution', 'irony', 'framing'],
  )
  assert.deepEqual(second.tags[2], {
    id: 'irony',
    label: { de: 'Ironie & Spott', en: 'Irony' },
    colour: '#ffee00',
    line: 'dashed',
    key: 'x',
    attributes: [
      {
        id: 'aimed-at',
        label: { en: 'Aimed at' },
        kind: 'one-of',
        choices: [
          { id: 'sache', label: { de: 'Sache' } },
          { id: 'a-person', label: { en: 'A person' } },
        ],
      },
    ],
    roles: [{ id: 'ziel', label: { de: 'Ziel' }, key: 'o', many: true }],
  })
  assert.equal(await draftOf(it), undefined)
  const changes = await it.rui.get(`${done.headers.location}/changes`).expect(200)
  assert.match(changes.text, /Ironie &amp; Spott[\s\S]*hinzugekommen/)
  assert.match((await it.rui.get(`${done.headers.location}`)).text, /--hue-ffee00/)
})

for (const [name, page, change, field, says] of [
  ['a key of the desk', '/tags/framing', { key: 'n' }, 'key', /am Schreibtisch schon/],
  ['a key of another tag', '/tags/framing', { key: '1' }, 'key', /anderer Tag/],
  ['two signs for a key', '/tags/framing', { key: 'xy' }, 'key', /genau ein Zeichen/],
  ['a colour that is none', '/tags/framing', { colour: 'red' }, 'colour', /#2a6f97/],
  ['no name', '/tags/framing', { 'label.de': '', 'label.en': ' ' }, 'label.de', /ausfüllen/],
  ['a control character', '/tags/framing', { 'definition.de': 'a\u0001b' }, 'definition.de', /nicht gehen/],
  [
    'a question without answers',
    '/tags/reporting',
    { 'attributes.0.label.de': 'Was?', 'attributes.0.kind': 'one-of' },
    undefined,
    /fehlt eine Antwort/,
  ],
  [
    'a scale without ends',
    '/tags/reporting',
    { 'attributes.0.label.de': 'Was?', 'attributes.0.kind': 'scale', 'attributes.0.min': 'x' },
    'attributes.0.min',
    /ganze Zahl/,
  ],
  ['no title', '/frame', { 'title.de': '', 'title.en': '', overlap: 'allowed' }, 'title.de', /ausfüllen/],
] as const)
  test(`${name} is kept, named at its field, and keeps the draft from being published`, async (t) => {
    const it = await editing(t)
    const own = page === '/frame' ? '' : page
    const fields = fieldsIn(await it.get(own))
    const sent = { ...fields, act: 'save', ...change }
    await it.rui
      .post(it.path + page)
      .type('form')
      .send(sent)
      .expect(303)
    const text = await it.get(own)
    assert.match(text, says)
    if (field) assert.match(text, new RegExp(`<(?:input|textarea)[^>]*name="${field}"[^>]*aria-invalid="true"`))
    const front = await it.get('')
    assert.match(front, /zu beheben/)
    assert.doesNotMatch(front, /publication/)
    const { seen } = fieldsIn(front.slice(front.indexOf('removal')))
    assert.match((await it.rui.post(`${it.path}/publication`).type('form').send({ seen }).expect(409)).text, /beheben/)
    assert.equal((await versionsOf(it)).length, 1)
  })

test('a second person is told, sees both states, and chooses', async (t) => {
  const it = await editing(t)
  const stale = fieldsIn(await it.get('/tags/framing'))
  await it.save('/tags/framing', { 'label.de': 'Deutung' })
  const answer = await it.rui
    .post(`${it.path}/tags/framing`)
    .type('form')
    .send({ ...stale, act: 'save', 'label.de': 'Rahmen' })
    .expect(409)
  assert.match(answer.text, /data-codebook-conflict[\s\S]*Deutung[\s\S]*Rahmen[\s\S]*name="label.de" value="Rahmen"/)
  assert.equal((await draftOf(it))?.tags[2]?.label.de, 'Deutung')
  await it.rui
    .post(`${it.path}/tags/framing`)
    .type('form')
    .send({ ...fieldsIn(answer.text), act: 'save' })
    .expect(303)
  assert.equal((await draftOf(it))?.tags[2]?.label.de, 'Rahmen')
})

test('two people who edit different sections do not disturb each other', async (t) => {
  const it = await editing(t)
  const other = fieldsIn(await it.get('/guidelines'))
  await it.save('/tags/framing', { 'label.de': 'Deutung' })
  await it.rui
    .post(`${it.path}/guidelines`)
    .type('form')
    .send({ ...other, act: 'save', 'guidelines.de': '# Neu' })
    .expect(303)
  const draft = await draftOf(it)
  assert.deepEqual([draft?.tags[2]?.label.de, draft?.guidelines?.de], ['Deutung', '# Neu'])
})

test('what was decided in sight of another state is not done', async (t) => {
  const it = await editing(t)
  await it.save('/tags/framing', { 'label.de': 'Deutung' })
  const seen = await seenIn(it)
  await it.save('/tags/framing', { 'label.de': 'Rahmen' })
  for (const [deed, sure] of [
    ['publication', {}],
    ['removal', { sure: 'on' }],
  ] as const)
    await it.rui
      .post(`${it.path}/${deed}`)
      .type('form')
      .send({ seen, ...sure })
      .expect(409)
  const unsure = { seen: await seenIn(it) }
  await it.rui.post(`${it.path}/removal`).type('form').send(unsure).expect(422)
  assert.equal((await draftOf(it))?.tags[2]?.label.de, 'Rahmen')
  await it.rui
    .post(`${it.path}/removal`)
    .type('form')
    .send({ ...unsure, sure: 'on' })
    .expect(303)
  assert.equal(await draftOf(it), undefined)
})

test('a tag that any mark has or had cannot be removed; one that nobody used can', async (t) => {
  const app = await startApp(t)
  const rui = await app.signedIn('Rui')
  const place = await addPlace(app.parts)
  const path = `/studies/study-${place.article.studyId}/codebook/draft`
  await stored(rui, making(place, 'ernst', { tag: 'framing' }))
  await rui.post(path).expect(303)
  const remove = (tag: string) =>
    rui
      .post(`${path}/tags`)
      .type('form')
      .send({ act: `remove:${tag}` })
      .expect(303)
  const { headers } = await remove('framing')
  assert.match((await rui.get(headers.location!)).text, /1 Markierung .*stillgelegt/)
  await remove('reporting')
  const draft = await findCodebookDraft(app.parts.database.db, place.article.studyId)
  assert.deepEqual(
    draft?.content.tags.map(({ id }) => id),
    ['attribution', 'framing', 'old'],
  )
  // Used after it had been removed from the draft: nothing is published, and nothing lost.
  await stored(rui, making(place, 'Lage', { tag: 'reporting' }))
  const [, seen] = /publication[\s\S]*?name="seen" value="(\w+)"/.exec((await rui.get(path)).text)!
  assert.match(
    (await rui.post(`${path}/publication`).type('form').send({ seen }).expect(409)).text,
    /inzwischen vergeben/,
  )
  assert.equal((await listCodebooks(app.parts.database.db, place.article.studyId)).length, 1)
})

test('a version goes out as JSON that holds all of it, and as Markdown to be read', async (t) => {
  const it = await editing(t)
  const [first] = await versionsOf(it)
  const version = `/studies/erster-artikel/codebook/versions/${first!.id}/1/file`
  const json = await it.rui.get(`${version}/json`).buffer(true).expect(200)
  assert.deepEqual(JSON.parse(json.text), first)
  assert.match(json.headers['content-disposition']!, /erster-artikel-codebook-1\.json/)
  const markdown = await it.rui.get(`${version}/md`).buffer(true).expect(200)
  assert.match(
    markdown.text,
    /^# Berichten, wiedergeben, rahmen[\s\S]*### Wiedergabe[\s\S]*- Art der Wiedergabe\n {2}- wörtlich/,
  )
})

test('a codebook goes out as a file and comes in again as a draft; what is none is said, and nothing is taken', async (t) => {
  const app = await startApp(t)
  const rui = await app.signedIn('Rui')
  const place = await addPlace(app.parts)
  const path = `/studies/study-${place.article.studyId}/codebook/draft`
  const take = (text: string) => rui.post(`${path}/file`).attach('file', Buffer.from(text), 'codebook.json')
  assert.match((await take('{').expect(422)).text, /kein JSON/)
  assert.match((await take('{"title":{},"overlap":"maybe","tags":[]}').expect(422)).text, /overlap/)
  const [codebook] = await listCodebooks(app.parts.database.db, place.article.studyId)
  await take(JSON.stringify({ ...codebook, version: 7, title: { de: 'Anderes' }, unknown: 1 })).expect(303)
  const draft = await findCodebookDraft(app.parts.database.db, place.article.studyId)
  const { id: _, version, ...content } = codebook!
  assert.deepEqual(draft?.content, { ...content, title: { de: 'Anderes' } })
  assert.equal(draft?.base, version)
  assert.match((await take(JSON.stringify(codebook)).expect(409)).text, /schon einen Entwurf/)
  const page = (await rui.get(path.replace('/draft', '')).expect(200)).text
  assert.ok(page.includes(de.codebook.fromFileLater) && !page.includes('type="file"'))
})

test('the configurations of brat and Label Studio become a draft under the title that is there; what is left out is said', async (t) => {
  const app = await startApp(t)
  const rui = await app.signedIn('Rui')
  const { article } = await addPlace(app.parts)
  const path = `/studies/study-${article.studyId}/codebook/draft`
  const empty = '<View><Labels name="l" toName="t"/></View>'
  const refused = await rui.post(`${path}/file`).attach('file', Buffer.from(empty), 'config.xml').expect(422)
  assert.match(refused.text, /Zeile 1: .*nichts festgelegt/)
  const { text } = await rui
    .post(`${path}/file`)
    .attach('file', Buffer.from('[labels]\nClaim | Behauptung\n[drawing]\nClaim bgColor:mauve\n'), 'visual.conf')
    .attach('file', Buffer.from('[entities]\nClaim\n'), 'annotation.conf')
    .expect(200)
  assert.match(text, /Nicht übernommen wurde: die Farbe von Claim \(mauve\)\./)
  const draft = await findCodebookDraft(app.parts.database.db, article.studyId)
  const [newest] = await listCodebooks(app.parts.database.db, article.studyId)
  assert.deepEqual(draft?.content, {
    overlap: 'allowed',
    tags: [{ id: 'claim', label: { en: 'Behauptung' } }],
    title: newest!.title,
  })
})

test('a passage becomes an example in the guidelines, with where it stands; words that are not there are refused', async (t) => {
  const app = await startApp(t)
  const rui = await app.signedIn('Rui')
  const { article } = await addPlace(app.parts)
  const path = `/studies/study-${article.studyId}/codebook/draft`
  await rui.post(path).expect(303)
  const { text } = await rui.get(`${path}/examples?article=${article.id}`).expect(200)
  const [, sentence] = /value="(\d+-\d+)"[^>]*> <span dir="auto">Die Brücke/.exec(text)!
  const form = { article: article.id, tag: 'attribution', kind: 'counter-example', sentence, languages: ['de'] }
  const add = (words: string) =>
    rui
      .post(`${path}/examples`)
      .type('form')
      .send({ ...form, words })
  assert.match((await add('Brücke war').expect(422)).text, /nicht so in dem Satz[\s\S]*>Brücke war</)
  await add('„marode“').expect(303)
  const draft = await findCodebookDraft(app.parts.database.db, article.studyId)
  const { start, end } = wordsIn(article, '„marode“')
  assert.deepEqual(draft?.content.guidelines, {
    de: `## Wort\n\n- **Gegenbeispiel:** „„marode““ (*Straße 😃 gesperrt*, Zeichen ${start}–${end})\n`,
  })
})

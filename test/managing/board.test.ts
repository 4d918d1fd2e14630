/** A question with its answer becomes an example in the guidelines by one press: once, and nothing in the draft is lost. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { findCodebookDraft, saveCodebookDraft } from '../../server/codebook/codebook-draft-store.ts'
import { type Agent, startApp, stored } from '../support/app.ts'
import { addPlace, making, newId, wordsIn } from '../support/builders.ts'

async function scene(t: TestContext) {
  const app = await startApp(t, { seeded: false })
  const rui = await app.signedIn('Rui')
  const mira = await app.signedIn('Mira')
  const ada = await app.signedIn('Ada')
  const place = await addPlace(app.parts)
  const { studyId } = place.article
  await app.takeIn('Mira', studyId, 'manager')
  const path = `/studies/study-${studyId}`
  const question = newId()
  const asked = { round: place.round, article: place.article.id, passage: wordsIn(place.article, 'ernst') }
  await ada
    .put(`/api/v1/questions/${question}`)
    .send({ ...asked, text: 'Wertet *das*?\nOder nicht?' })
    .expect(201)
  const board = async (agent: Agent) => (await agent.get(`${path}/questions`).expect(200)).text
  const reply = async (agent: Agent, text: string) => {
    const id = newId()
    await agent.post(`${path}/questions/${question}/answers`).type('form').send({ id, text }).expect(303)
    return id
  }
  const press = (agent: Agent, answer: string, more: object = {}) =>
    agent
      .post(`${path}/questions/${question}/example`)
      .type('form')
      .send({ answer, tag: 'framing', kind: 'example', ...more })
  const draft = async () => (await findCodebookDraft(app.parts.database.db, studyId))?.content
  return { app, rui, mira, ada, place, path, studyId, board, reply, press, draft }
}

const times = (text: string, part: string) => text.split(part).length - 1

test('one press: a draft is made, opens at the words, and holds passage, article, tag, question and answer', async (t) => {
  const { rui, path, board, reply, press, draft } = await scene(t)
  assert.doesNotMatch(await board(rui), /data-as-example/)
  const answer = await reply(rui, 'Ja, die Redaktion.')
  assert.match(await board(rui), /data-as-example/)
  const { headers } = await press(rui, answer).expect(303)
  assert.equal(headers.location, `${path}/codebook/draft/guidelines#preview:~:text=ernst`)
  const { guidelines = {} } = (await draft())!
  const [german] = Object.values(guidelines)
  const entry =
    /- \*\*Beispiel:\*\* „ernst“ \(\*[^*]+\*, (?:[^,]+, )?Zeichen \d+–\d+\) \*Frage:\* Wertet \\\*das\\\*\? Oder nicht\? \*Antwort:\* Ja, die Redaktion\.\n/
  assert.match(german!, entry)
  assert.match((await rui.get(`${path}/codebook/draft/guidelines`).expect(200)).text, /Wertet \*das\*\? Oder nicht\?/)
})

test('pressed twice, at once, by two people or as something else, it stands once', async (t) => {
  const { rui, mira, path, board, reply, press, draft } = await scene(t)
  const answer = await reply(rui, 'Ja.')
  await Promise.all([press(rui, answer).expect(303), press(mira, answer).expect(303)])
  await press(rui, answer, { kind: 'counter-example', tag: 'reporting' }).expect(303)
  const { guidelines = {} } = (await draft())!
  for (const text of Object.values(guidelines)) assert.equal(times(text, '„ernst“') + times(text, '“ernst”'), 1)
  const text = await board(rui)
  assert.doesNotMatch(text, /data-as-example/)
  assert.ok(text.includes(`href="${path}/codebook/draft/guidelines"`))
})

test('what somebody else has in the draft stays, and who has the guidelines open is told', async (t) => {
  const { app, rui, mira, path, studyId, reply, press, draft } = await scene(t)
  await mira.post(`${path}/codebook/draft`).expect(303)
  const { db } = app.parts.database
  const own = (await findCodebookDraft(db, studyId))!
  const content = { ...own.content, title: { de: 'Miras Titel' }, guidelines: { de: '# Miras Worte\n\nSo ist es.\n' } }
  await app.parts.database.transact((tx) => saveCodebookDraft(tx, { ...own, content }))
  const open = (await mira.get(`${path}/codebook/draft/guidelines`).expect(200)).text
  const seen = /name="seen" value="([^"]+)"/.exec(open)![1]!
  await press(rui, await reply(rui, 'Ja.'), { kind: 'counter-example' }).expect(303)
  const after = (await draft())!
  assert.equal(after.title.de, 'Miras Titel')
  assert.match(after.guidelines!.de!, /^# Miras Worte\n\nSo ist es\.\n\n## [^\n]+\n\n- \*\*Gegenbeispiel:\*\* „ernst“/)
  assert.equal(after.guidelines!.en, undefined)
  const late = await mira
    .post(`${path}/codebook/draft/guidelines`)
    .type('form')
    .send({ seen, act: 'save', 'guidelines.de': '# Miras Worte\n\nAnders.\n' })
    .expect(409)
  assert.match(late.text, /data-codebook-conflict[\s\S]*Gegenbeispiel/)
})

test('a tag that has gone from the draft in the meantime: told, and nothing changes', async (t) => {
  const { app, rui, path, studyId, reply, press, draft } = await scene(t)
  await rui.post(`${path}/codebook/draft`).expect(303)
  const answer = await reply(rui, 'Ja.')
  const { db } = app.parts.database
  const own = (await findCodebookDraft(db, studyId))!
  const tags = own.content.tags.map((tag) => (tag.id === 'framing' ? { ...tag, retired: true as const } : tag))
  await app.parts.database.transact((tx) => saveCodebookDraft(tx, { ...own, content: { ...own.content, tags } }))
  const before = await draft()
  assert.match((await press(rui, answer).expect(409)).text, /role="alert"/)
  await press(rui, answer, { tag: 'nowhere' }).expect(409)
  assert.deepEqual(await draft(), before)
})

for (const [name, answer, marked, expected] of [
  ['the one that the answer names', 'Das ist reporting.', 'framing', 'reporting'],
  ['else the one that was marked there', 'Ja.', 'framing', 'framing'],
  ['else the first', 'Ja.', undefined, 'reporting'],
  ['what names two names none', 'Eher framing als reporting.', 'attribution', 'attribution'],
] as const)
  test(`the tag that is offered is likely: ${name}`, async (t) => {
    const { rui, ada, place, board, reply } = await scene(t)
    if (marked) await stored(ada, making(place, 'ernst', { tag: marked }))
    await reply(rui, answer)
    assert.equal(/<option value="([^"]+)" selected>/.exec(await board(rui))?.[1], expected)
  })

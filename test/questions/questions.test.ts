/** Questions to those who manage a study: asked once, answered once, the answer for all who mark there, and in no dataset. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { FORMATS } from '../../server/exchange/formats/index.ts'
import { passageAnchor, passageOf } from '../../server/rounds/desk-path.ts'
import { de } from '../../server/words/de.ts'
import { type Agent, startApp } from '../support/app.ts'
import { addPlace, closeRound, making, newId, type Place, wordsIn } from '../support/builders.ts'
import { written } from '../support/exchange.ts'

async function scene(t: TestContext) {
  const app = await startApp(t, { seeded: false })
  const rui = await app.signedIn('Rui')
  const ada = await app.signedIn('Ada')
  const ben = await app.signedIn('Ben')
  return { app, rui, ada, ben, place: await addPlace(app.parts) }
}

const desk = ({ round, article }: Place) => `/rounds/${round}/articles/${article.id}`
const board = ({ article }: Place) => `/studies/study-${article.studyId}/questions`
const asking = ({ round, article }: Place, more: object = {}) => ({ round, article: article.id, text: 'Wer?', ...more })
const put = (agent: Agent, question: object, id = newId()) => agent.put(`/api/v1/questions/${id}`).send(question)
const post = (agent: Agent, address: string, fields: object) => agent.post(address).type('form').send(fields)

test('a question about a passage is seen by who asked, beside the text, and by the owner, with a way to the passage', async (t) => {
  const { rui, ada, place } = await scene(t)
  const passage = wordsIn(place.article, 'erklärte')
  const { body } = await put(ada, asking(place, { passage, text: 'Ist das\r\nein <Hinweiswort>?' })).expect(201)
  assert.deepEqual(body.question.passage, passage)
  const [seen, listed] = [await ada.get(desk(place)).expect(200), await rui.get(board(place)).expect(200)]
  for (const { text } of [seen, listed]) assert.match(text, /Ist das\nein &lt;Hinweiswort&gt;\?/)
  assert.ok(listed.text.includes(`href="${desk(place)}#at-${passage.start}-${passage.end}"`))
  assert.match(listed.text, /<q[^>]*>erklärte<\/q>/)
})

test('other annotators see a question with its answer, not before it has one, and never who asked', async (t) => {
  const { app, rui, ada, ben, place } = await scene(t)
  const id = newId()
  await put(ada, asking(place, { passage: wordsIn(place.article, 'erklärte'), text: 'von Ada gefragt' }), id).expect(
    201,
  )
  const seenByAll = [desk(place), `${desk(place)}/questions`, `/rounds/${place.round}/questions`]
  for (const agent of [ben, rui])
    for (const address of seenByAll)
      assert.doesNotMatch((await agent.get(address).expect(200)).text, /von Ada/, address)
  await post(rui, `${board(place)}/${id}/answers`, { id: newId(), text: 'für alle beantwortet' }).expect(303)
  for (const address of seenByAll) {
    const { text } = await ben.get(address).expect(200)
    assert.match(text, /von Ada gefragt[\s\S]*für alle beantwortet/, address)
    assert.doesNotMatch(text, />a1</, address)
  }
  assert.match((await ben.get(desk(place))).text, /Von jemand anderem:<\/b> von Ada/)
  assert.doesNotMatch((await ada.get(desk(place))).text, /Von jemand anderem/)
  await ben.get(board(place)).expect(404)
  for (const agent of [app.stranger(), ben]) {
    const elsewhere = await addPlace(app.parts, { kind: 'annotation' })
    assert.notEqual((await agent.get(`/rounds/${elsewhere.round}/questions`)).status, 200)
  }
})

test('neither question nor answer is in any dataset', async (t) => {
  const { app, rui, ada, place } = await scene(t)
  const id = newId()
  await put(ada, asking(place, { text: 'geheime Frage' }), id).expect(201)
  await post(rui, `${board(place)}/${id}/answers`, { id: newId(), text: 'geheime Antwort' }).expect(303)
  await ada.put(`/api/v1/actions/${newId()}`).send(making(place, 'Straße')).expect(201)
  for (const format of FORMATS) assert.doesNotMatch((await written(app.parts, format)).text, /geheim/)
})

test('asked twice under one id it is one question, and something else under it is refused', async (t) => {
  const { app, ada, ben, place } = await scene(t)
  const id = newId()
  const answers = await Promise.all([put(ada, asking(place), id), put(ada, asking(place), id)])
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 201])
  assert.deepEqual(answers[0]!.body, answers[1]!.body)
  for (const [agent, question] of [
    [ada, asking(place, { text: 'Anders?' })],
    [ada, asking(place, { passage: wordsIn(place.article, 'ernst') })],
    [ben, asking(place)],
  ] as const)
    assert.equal((await put(agent, question, id).expect(409)).body.error.code, 'action-reused')
  assert.equal((await app.parts.database.db.selectFrom('question').selectAll().execute()).length, 1)
})

const REFUSED: readonly (readonly [string, (place: Place) => object, number, string, object | undefined])[] = [
  ['no words', (place) => asking(place, { text: ' \n' }), 422, 'invalid', { text: 'missing' }],
  ['too many words', (place) => asking(place, { text: 'x'.repeat(5000) }), 422, 'invalid', { text: 'too-big' }],
  [
    'other words than stand there',
    (place) => asking(place, { passage: { ...wordsIn(place.article, 'ernst'), quote: 'heiter' } }),
    409,
    'quote-mismatch',
    { found: 'ernst' },
  ],
  [
    'a passage without words',
    (place) => asking(place, { passage: { start: 3, end: 3, quote: '' } }),
    422,
    'invalid',
    { 'passage.end': 'empty' },
  ],
  [
    'a passage behind the text',
    (place) => asking(place, { passage: { start: 3, end: 9999, quote: 'x' } }),
    422,
    'invalid',
    { 'passage.end': 'outside-text' },
  ],
  ['an article that is not there', (place) => asking(place, { article: newId() }), 404, 'not-found', undefined],
]
for (const [name, question, status, code, details] of REFUSED)
  test(`a question is refused with ${name}`, async (t) => {
    const { ada, place } = await scene(t)
    const { body } = await put(ada, question(place)).expect(status)
    assert.deepEqual([body.error.code, body.error.details], [code, details])
  })

test('by a form: about a sentence, sent twice, and back on the page with the question', async (t) => {
  const { app, rui, ada, place } = await scene(t)
  const { start, end } = wordsIn(place.article, 'die Lage ist ernst')
  const address = `${desk(place)}/questions`
  const { text } = await ada.get(`${address}?start=${start}&end=${end}`).expect(200)
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)![1]!
  const form = { id: field('id'), start: field('start'), end: field('end'), quote: field('quote'), text: 'Wirklich?' }
  for (const _ of ['a click', 'a double click'])
    assert.equal((await post(ada, address, form).expect(303)).headers.location, `${address}#question-${form.id}`)
  assert.match(
    (await ada.get(address)).text,
    new RegExp(`die Lage ist ernst[\\s\\S]*Wirklich[\\s\\S]*${de.questions.unanswered}`),
  )
  assert.match((await rui.get('/')).text, /1 ohne Antwort/)
  const answered = { id: newId(), text: 'Ja.' }
  for (const _ of ['a click', 'a double click'])
    await post(rui, `${board(place)}/${form.id}/answers`, answered).expect(303)
  await post(rui, `${board(place)}/${form.id}/answers`, { ...answered, text: 'Nein.' }).expect(409)
  assert.equal((await app.parts.database.db.selectFrom('question_answer').selectAll().execute()).length, 1)
  assert.match((await rui.get('/')).text, /Fragen \(1\)/)
})

test('once the round is closed nothing is asked any more, but everything can still be answered and read', async (t) => {
  const { app, rui, ada, place } = await scene(t)
  const id = newId()
  await put(ada, asking(place), id).expect(201)
  await closeRound(app.parts, place)
  await put(ada, asking(place), id).expect(200)
  assert.equal((await put(ada, asking(place)).expect(409)).body.error.code, 'round-closed')
  await post(rui, `${board(place)}/${id}/answers`, { id: newId(), text: 'Ja.' }).expect(303)
  assert.match((await ada.get(`${desk(place)}/questions`).expect(200)).text, /Ja\./)
})

test('the end of an address names a passage, and nothing else does', () => {
  assert.deepEqual(passageOf(passageAnchor({ start: 12, end: 345 })), { start: 12, end: 345 })
  for (const other of ['', '#at', '#at-1', '#at-1-', '#at--1-2', '#at-1-2-3', '#question-1', '#at-1e3-9'])
    assert.equal(passageOf(other), undefined, other)
})

/** Answers about a whole article: stored once, revised and never overwritten, asked for before finishing, taken along. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { answersChecksum } from '../../server/annotations/answers-actions.ts'
import { listAnswers } from '../../server/annotations/answers-store.ts'
import type { Attribute } from '../../server/codebook/codebook.ts'
import type { Db } from '../../server/database/db.ts'
import { lesart } from '../../server/exchange/formats/lesart.ts'
import { de } from '../../server/words/de.ts'
import { type Agent, send, startApp, type TestApp } from '../support/app.ts'
import { addPlace, closeRound, making, newId, type Place } from '../support/builders.ts'
import { emptyStore, take, written } from '../support/exchange.ts'
import { comparable } from '../support/lesart-file.ts'

const choice = (id: string) => ({ id, label: { de: `Wahl ${id}`, en: id } })
const label = (de: string) => ({ de, en: `${de} (en)` })
const QUESTIONS: readonly Attribute[] = [
  { id: 'tone', label: label('Ton'), kind: 'one-of', required: true, choices: [choice('calm'), choice('loud')] },
  { id: 'voices', label: label('Stimmen'), kind: 'many-of', choices: [choice('east'), choice('west')] },
  { id: 'balanced', label: label('Ausgewogen?'), kind: 'yes-no' },
  { id: 'weight', label: label('Gewicht'), kind: 'scale', min: 1, max: 3 },
  {
    id: 'why',
    label: label('Warum laut?'),
    kind: 'text',
    required: true,
    shownWhen: { attribute: 'tone', is: ['loud'] },
  },
  { id: 'hidden', label: label('Nie gefragt'), kind: 'text', required: true, asked: 'never' },
]

async function scene(t: TestContext) {
  const app = await startApp(t, { seeded: false })
  await app.signedIn('Rui')
  const ada = await app.signedIn('Ada')
  const place = await addPlace(app.parts, { questions: QUESTIONS })
  return { app, ada, place }
}

const desk = ({ round, article }: Place) => `/rounds/${round}/articles/${article.id}`
const at = ({ round, article }: Place) => ({ round, article: article.id })

function put(agent: Agent, place: Place, base: number, answers: object, id = newId()) {
  return agent.put(`/api/v1/answers/${id}`).send({ ...at(place), base, answers })
}

function post(agent: Agent, place: Place, form: string, fields: object) {
  return agent
    .post(`${desk(place)}/${form}`)
    .type('form')
    .send(fields)
}

async function history({ parts }: TestApp) {
  const [set] = await parts.database.db.selectFrom('annotation_set').selectAll().execute()
  return set ? listAnswers(parts.database.db, set.id) : []
}

test('answers are revised, every revision is kept, and the answers stand in the codebook’s order', async (t) => {
  const { app, ada, place } = await scene(t)
  const first = await put(ada, place, 0, { weight: 2, voices: ['west', 'east'], tone: 'calm' }).expect(201)
  const answers = { tone: 'calm', voices: ['east', 'west'], weight: 2 }
  assert.deepEqual(first.body, { answers: { revision: 1, answers } })
  assert.deepEqual(Object.keys(first.body.answers.answers), ['tone', 'voices', 'weight'])
  await put(ada, place, 1, { tone: 'loud', balanced: false, why: '' }).expect(201)
  const kept = await history(app)
  assert.deepEqual(
    kept.map(({ revision, answers }) => [revision, answers]),
    [
      [1, answers],
      [2, { tone: 'loud', balanced: false }],
    ],
  )
  const reading = await ada.get(`/api/v1${desk(place)}/reading`).expect(200)
  assert.deepEqual(reading.body.answers, { revision: 2, answers: { tone: 'loud', balanced: false } })
})

test('the same action again is one action; the same id with other content is refused', async (t) => {
  const { app, ada, place } = await scene(t)
  const id = newId()
  const [one, other] = await Promise.all([
    put(ada, place, 0, { tone: 'calm' }, id),
    put(ada, place, 0, { tone: 'calm' }, id),
  ])
  assert.deepEqual([one.status, other.status].sort(), [200, 201])
  assert.deepEqual(one.body, other.body)
  await put(ada, place, 1, { tone: 'loud' }).expect(201)
  assert.deepEqual((await put(ada, place, 0, { tone: 'calm' }, id).expect(200)).body, one.body, 'also later')
  assert.equal((await put(ada, place, 2, { tone: 'loud' }, id).expect(409)).body.error.code, 'action-reused')
  const mark = newId()
  await send(ada, making(place, 'ernst'), mark).expect(201)
  assert.equal((await put(ada, place, 2, {}, mark).expect(409)).body.error.code, 'action-reused')
  assert.equal((await history(app)).length, 2)
})

test('a stale edit is refused with how the answers stand, and nobody sees another’s', async (t) => {
  const { app, ada, place } = await scene(t)
  await put(ada, place, 0, { tone: 'calm' }).expect(201)
  const { body } = await put(ada, place, 0, { tone: 'loud' }).expect(409)
  assert.equal(body.error.code, 'stale')
  assert.deepEqual(body.error.details, { current: { revision: 1, answers: { tone: 'calm' } } })
  const ben = await app.signedIn('Ben')
  assert.deepEqual((await ben.get(`/api/v1${desk(place)}/reading`)).body.answers, { revision: 0, answers: {} })
  await put(ben, place, 0, { tone: 'loud' }).expect(201)
})

const REFUSED: readonly (readonly [answers: object, details: object])[] = [
  [{ tone: 'shrill' }, { 'answers.tone': 'unknown-choice' }],
  [{ voices: ['east', 'east'] }, { 'answers.voices': 'repeated-choice' }],
  [{ weight: 4 }, { 'answers.weight': 'outside-scale' }],
  [{ balanced: 'yes' }, { 'answers.balanced': 'wrong-type' }],
  [{ type: 'direct' }, { 'answers.type': 'unknown-attribute' }],
  [JSON.parse('{"__proto__":"x"}'), { 'answers.__proto__': 'unknown-key' }],
]

test('what does not fit the codebook is refused with its reason, and begins nothing', async (t) => {
  const { app, ada, place } = await scene(t)
  for (const [answers, details] of REFUSED)
    assert.deepEqual((await put(ada, place, 0, answers).expect(422)).body.error.details, details)
  assert.deepEqual(await history(app), [])
})

test('a finished article and a closed round take no answers', async (t) => {
  const { app, ada, place } = await scene(t)
  await put(ada, place, 0, { tone: 'calm' }).expect(201)
  const state = (wish: object) => ada.put(`/api/v1${desk(place)}/state`).send(wish)
  await state({ state: 'finished', found: 'nothing' }).expect(200)
  const refused = await put(ada, place, 1, { tone: 'loud' }).expect(409)
  assert.deepEqual(refused.body.error.details, { state: 'finished' })
  const { text } = await ada.get(desk(place)).expect(200)
  assert.match(text, /<dt dir="auto">Ton<\/dt><dd dir="auto">Wahl calm<\/dd>/)
  assert.doesNotMatch(text, /name="answer\.tone"/)
  await state({ state: 'in-progress' }).expect(200)
  await closeRound(app.parts, place)
  assert.equal((await put(ada, place, 1, { tone: 'loud' }).expect(409)).body.error.code, 'round-closed')
})

test('required questions are answered before finishing, as far as they are asked', async (t) => {
  const { ada, place } = await scene(t)
  const finish = () => ada.put(`/api/v1${desk(place)}/state`).send({ state: 'finished', found: 'nothing' })
  assert.deepEqual((await finish().expect(422)).body.error.details, { 'answers.tone': 'missing' })
  await put(ada, place, 0, { tone: 'loud' }).expect(201)
  assert.deepEqual((await finish().expect(422)).body.error.details, { 'answers.why': 'missing' })
  await put(ada, place, 1, { tone: 'loud', why: 'Ausrufezeichen' }).expect(201)
  await finish().expect(200)
})

test('the form keeps answers, says what is missing, and finishing keeps what stands in the fields', async (t) => {
  const { app, ada, place } = await scene(t)
  const page = await ada.get(desk(place)).expect(200)
  assert.match(page.text, /name="base" value="0"/)
  assert.doesNotMatch(page.text, /name="answer\.(hidden|why)"/)
  await post(ada, place, 'answers', { base: 0, 'answer.tone': '', 'answer.voices': ['east', 'west'] }).expect(303)
  const unfinished = await post(ada, place, 'completion', { found: 'nothing', base: 1, 'answer.weight': 3 }).expect(422)
  assert.match(unfinished.text, /#answer\.tone" data-open-answer="tone">Ton</)
  const fields = { found: 'nothing', base: 2, 'answer.tone': 'loud', 'answer.why': 'Eins\r\nzwei', 'answer.other': 'x' }
  await post(ada, place, 'completion', fields).expect(303)
  assert.deepEqual(
    (await history(app)).map(({ answers }) => answers),
    [{ voices: ['east', 'west'] }, { weight: 3 }, { tone: 'loud', why: 'Eins\nzwei' }],
  )
})

test('the same form again changes nothing; a stale one comes back with both, and then holds', async (t) => {
  const { app, ada, place } = await scene(t)
  await post(ada, place, 'answers', { base: 0, 'answer.tone': 'calm' }).expect(303)
  await post(ada, place, 'answers', { base: 0, 'answer.tone': 'calm' }).expect(303)
  assert.equal((await history(app)).length, 1)
  for (const form of ['answers', 'completion']) {
    const stale = await post(ada, place, form, { found: 'nothing', base: 0, 'answer.tone': 'loud' }).expect(409)
    assert.ok(stale.text.includes(de.document.changedMeanwhile))
    assert.match(stale.text, /<dd dir="auto">Wahl calm<\/dd>/)
    assert.match(stale.text, /value="loud" checked/)
    assert.match(stale.text, /name="base" value="1"/)
  }
  await post(ada, place, 'answers', { base: 1, 'answer.tone': 'loud' }).expect(303)
  assert.equal((await history(app)).length, 2)
})

test('the database refuses answers that are overwritten, in the set and in the history', async (t) => {
  const { app, ada, place } = await scene(t)
  await put(ada, place, 0, { tone: 'calm' }).expect(201)
  const { db, transact } = app.parts.database
  const [set] = await db.selectFrom('annotation_set').selectAll().execute()
  const [record] = await db.selectFrom('document_answers').selectAll().execute()
  const { checksum, revision, answers } = record!
  const again = { ...record!, answers: '{}' }
  const attempts: readonly ((db: Db) => Promise<unknown>)[] = [
    (db) => db.updateTable('annotation_set').set({ answers: '{"tone":"loud"}' }).execute(),
    (db) => db.updateTable('annotation_set').set({ answers: null }).execute(),
    (db) => db.updateTable('document_answers').set({ answers: '{}' }).execute(),
    (db) => db.deleteFrom('document_answers').execute(),
    (db) =>
      db
        .insertInto('document_answers')
        .values(again)
        .onConflict((on) => on.columns(['set_id', 'revision']).doUpdateSet(again))
        .execute(),
  ]
  for (const attempt of attempts) await assert.rejects(transact(attempt), /guard/)
  assert.equal(checksum, answersChecksum(set!.id, { revision, answers: JSON.parse(answers) }))
})

test('answers go out with the dataset and come in with a history that begins', async (t) => {
  const { app, ada, place } = await scene(t)
  await put(ada, place, 0, { tone: 'loud', why: 'Ausrufezeichen', weight: 3 }).expect(201)
  const { text: file } = await written(app.parts, lesart)
  assert.match(file, /"state":"in-progress","answers":\{"tone":"loud","weight":3,"why":"Ausrufezeichen"\}/)
  const other = await emptyStore(t)
  await take(other, file)
  assert.equal(comparable((await written(other, lesart)).text), comparable(file))
  const rows = await other.database.db.selectFrom('document_answers').selectAll().execute()
  assert.deepEqual(
    rows.map(({ revision, action_id }) => [revision, action_id]),
    [[1, null]],
  )
  await put(ada, place, 1, {}).expect(201)
  assert.doesNotMatch((await written(app.parts, lesart)).text, /"answers"/, 'no answers are absent')
})

test('beside another reading stands what was answered otherwise about the article, and nothing that is alike', async (t) => {
  const app = await startApp(t, { seeded: false })
  const [owner, ada] = [await app.signedIn('Rui'), await app.signedIn('Ada')]
  const place = await addPlace(app.parts, { questions: QUESTIONS })
  const answering = async (agent: Agent, answers: object) => {
    const answer = { round: place.round, article: place.article.id, base: 0, answers }
    await agent.put(`/api/v1/answers/${newId()}`).send(answer).expect(201)
    await agent
      .put(`/api/v1${desk(place)}/state`)
      .send({ state: 'finished', found: 'nothing' })
      .expect(200)
  }
  await answering(ada, { tone: 'loud', balanced: true, why: 'Ausrufe' })
  await answering(owner, { tone: 'calm', balanced: true })
  const sets = await app.parts.database.db
    .selectFrom('annotation_set')
    .innerJoin('annotator', 'annotator.id', 'annotation_set.annotator_id')
    .select(['annotation_set.id', 'annotator.pseudonym'])
    .execute()
  const theirs = sets.find(({ pseudonym }) => pseudonym === 'a1')!.id
  const { text } = await owner.get(`${desk(place)}?beside=${theirs}`).expect(200)
  const shown = /<ul class="answer-differences">([\s\S]*?)<\/ul>/.exec(text)![1]!
  assert.match(shown, /Ton<[\s\S]*Wahl calm[\s\S]*Wahl loud[\s\S]*Warum laut\?[\s\S]*Keine Antwort[\s\S]*Ausrufe/)
  assert.doesNotMatch(shown, /Ausgewogen/)
})

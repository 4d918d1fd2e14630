/** Making a workshop: what is copied, and that it stands in no list of studies. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codeFrom, shownCode, typedCode } from '../../server/workshops/joining/join-code.ts'
import { nextPhase, phasesOf, previousPhase, USUAL_SETTINGS } from '../../server/workshops/workshop.ts'
import { findWorkshop } from '../../server/workshops/workshop-store.ts'
import { startApp } from '../support/app.ts'
import { contentDigest } from '../support/database.ts'

test('a code has eight characters of its alphabet, each as likely as the others', () => {
  assert.equal(codeFrom(new Uint8Array(16).fill(255)), undefined)
  assert.equal(codeFrom(Uint8Array.from([0, 1, 2, 3, 255, 30, 31, 61, 247])), '2345Z2ZZ')
  assert.equal(shownCode('K7FQM3XR'), 'K7FQ-M3XR')
})

test('a code is found however it was typed, and nothing else is one', () => {
  for (const typed of ['K7FQ-M3XR', ' k7fq m3xr ', 'K7FQ–M3XR', 'k7fqm3xr\u200b', 'Ｋ7FQ-M3XR'])
    assert.equal(typedCode(typed), 'K7FQM3XR', typed)
  for (const typed of ['', 'K7FQ-M3X', 'K7FQ-M3XRR', 'K7FQ-M3XI', 'K0FQ-M3XR', 'k7fq/m3xr'])
    assert.equal(typedCode(typed), undefined, typed)
})

test('phases that are left out are passed over; back from the end as long as the participants are there', () => {
  const settings = { ...USUAL_SETTINGS, phases: ['second-marking'] as const }
  assert.deepEqual(phasesOf({ settings }), ['lobby', 'marking', 'together', 'second-marking', 'ended'])
  assert.equal(nextPhase({ settings, phase: 'marking' }), 'together')
  assert.equal(nextPhase({ settings, phase: 'ended' }), undefined)
  assert.equal(previousPhase({ settings, phase: 'together' }), 'marking')
  assert.equal(previousPhase({ settings, phase: 'ended' }), 'second-marking')
  assert.equal(previousPhase({ settings, phase: 'ended', emptiedAt: 'now' }), undefined)
})

test('the demonstration workshop is a copy of the demonstration, with its reference, in no list', async (t) => {
  const app = await startApp(t)
  const { db } = app.parts.database
  await app.signedIn('Rui')
  const ines = await app.signedIn('Ines')
  const { headers } = await ines.post('/workshops/demonstration').type('form').send({}).expect(303)
  const id = headers.location!.replace('/workshops/', '')
  const workshop = (await findWorkshop(db, id))!
  assert.equal(workshop.phase, 'lobby')
  const { text } = await ines.get(headers.location!).expect(200)
  assert.match(text, new RegExp(`<[^>]* data-join-code>${shownCode(workshop.code)}<`))
  const [first, copy] = await db.selectFrom('article').selectAll().orderBy('imported_at').orderBy('id').execute()
  assert.equal(copy!.body_sha256, first!.body_sha256)
  const dataset = await ines.get(`/studies/${workshop.studyId}/datasets/lesart`).buffer(true).expect(200)
  assert.match(
    dataset.text,
    /Die Redaktion deutet[\s\S]*"kind":"workshop"[\s\S]*"quote":"demonstriert Peking das Gegenteil"/,
  )
  assert.doesNotMatch((await ines.get('/studies').expect(200)).text, new RegExp(workshop.title))
  const ben = await app.signedIn('Ben')
  await ben.get(headers.location!).expect(404)
  await app.stranger().post('/workshops/demonstration').type('form').send({}).expect(401)
})

const PASTED = {
  ...{
    title: 'Stunde 3',
    chosen: '',
    text: 'Brücke gesperrt\r\n\r\nDie Brücke sei marode 😃, hieß es.',
    language: 'de',
  },
  ...{ reporting: 'on', framing: 'on', 'second-marking': 'on', reference: 'on' },
  ...{ questions: ' Wer spricht?\n\nUnd warum? ', minutes: '', most: '30', days: '7' },
}

test('a workshop is prepared from a pasted text, and made once more like that from its copy', async (t) => {
  const app = await startApp(t)
  await app.signedIn('Rui')
  const ines = await app.signedIn('Ines')
  const { headers } = await ines.post('/workshops').type('form').send(PASTED).expect(303)
  const workshop = (await findWorkshop(app.parts.database.db, headers.location!.replace('/workshops/', '')))!
  assert.deepEqual(workshop.settings.questions, ['Wer spricht?', 'Und warum?'])
  // There is no reference to compare with.
  assert.deepEqual(phasesOf(workshop), ['lobby', 'marking', 'together', 'second-marking', 'ended'])
  const article = (await app.parts.frozen.article(app.parts.database.db, workshop.articleId))!
  assert.deepEqual(
    article.blocks.map(({ kind, start, end }) => [kind, article.body.slice(start, end)]),
    [
      ['headline', 'Brücke gesperrt'],
      ['paragraph', 'Die Brücke sei marode 😃, hieß es.'],
    ],
  )
  const again = (await ines.get(`/workshops?from=${workshop.id}`).expect(200)).text
  assert.match(again, new RegExp(`<option value="${article.id}" selected>`))
  assert.match(again, /name="attribution">/)
  assert.match(again, /name="framing" checked>/)
  const copied = { ...PASTED, text: '', chosen: article.id }
  await ines.post('/workshops').type('form').send(copied).expect(303)
})

test('a prepared workshop is tried alone in one like it, which leaves it as it is', async (t) => {
  const app = await startApp(t)
  await app.signedIn('Rui')
  const ines = await app.signedIn('Ines')
  const text = 'Brücke gesperrt\n\nDie Brücke sei marode, hieß es. Ein schwarzer Tag! Im Juni wird gebaut.'
  const { headers } = await ines
    .post('/workshops')
    .type('form')
    .send({ ...PASTED, text, most: '3' })
    .expect(303)
  const prepared = headers.location!
  const before = (await ines.get(prepared).expect(200)).text
  const ben = await app.signedIn('Ben')
  await ben.post(`${prepared}/rehearsal`).type('form').send({}).expect(404)
  const trial = (await ines.post(`${prepared}/rehearsal`).type('form').send({}).expect(303)).headers.location!
  assert.notEqual(trial, prepared)
  assert.equal((await ines.get(prepared).expect(200)).text, before)
  const { code, settings } = (await findWorkshop(app.parts.database.db, trial.replace('/workshops/', '')))!
  assert.deepEqual(
    [settings.questions, settings.tags],
    [
      ['Wer spricht?', 'Und warum?'],
      ['reporting', 'framing'],
    ],
  )
  app.clock.advance(10_000)
  await ines.post(`${trial}/phase`).type('form').send({ from: 'lobby', to: 'marking' }).expect(303)
  app.clock.advance(10_000)
  const wall = (await ines.get(`${trial}/projector?view=framing`).expect(200)).text
  assert.match(wall, /data-joined>24</)
  assert.match(wall, /class="heat framing/)
  await app.stranger().post('/join').type('form').send({ code }).expect(303)
})

test('a form with faults comes back with what was typed, and makes nothing', async (t) => {
  const app = await startApp(t)
  await app.signedIn('Rui')
  const ines = await app.signedIn('Ines')
  const before = await contentDigest(app.parts.database)
  const faulty = [
    { ...PASTED, text: ' ' },
    { ...PASTED, title: ' ' },
    { ...PASTED, reporting: undefined, framing: undefined },
    { ...PASTED, days: '0' },
    { ...PASTED, questions: 'x\n'.repeat(13) },
    { ...PASTED, text: '', chosen: 'none' },
  ]
  for (const form of faulty) {
    const { text } = await ines.post('/workshops').type('form').send(form).expect(422)
    assert.match(text, /value="30"/)
  }
  assert.equal(await contentDigest(app.parts.database), before)
})

/** The demonstration without an account: what begins, what is limited, that it counts nowhere, and that it goes. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { sql } from 'kysely'
import { listSetVersions } from '../../server/managing/agreement/agreement-store.ts'
import { endAllTrials, endDueTrials } from '../../server/trials/trial-actions.ts'
import { findWorkshop } from '../../server/workshops/workshop-store.ts'
import { type Agent, cookieIn, send, startApp, stored } from '../support/app.ts'
import { closeRound, making, newId, type Place, revising } from '../support/builders.ts'
import { DAY } from '../support/clock.ts'
import { demonstrationParams } from '../support/routes.ts'

const WORDS = 'Moskau nahm den Ball'
const HOUR = DAY / 24
/** What must be found nowhere. */
const BROWSER = 'Kanarienbrowser/4711'

async function scene(t: TestContext) {
  const app = await startApp(t)
  const { db } = app.parts.database
  const owner = await app.signedIn('Rui')
  const { study, slug, ...params } = await demonstrationParams(app.parts)
  const article = (await app.parts.frozen.article(db, params.article!))!
  const place: Place = { round: params.round!, article }
  const desk = `/rounds/${place.round}/articles/${article.id}`
  const begin = async (agent: Agent = app.stranger()) => {
    await agent.post(`${desk}/trial`).expect(303).expect('Location', desk)
    return agent
  }
  const inTables = async (words: readonly string[]) => {
    const tables = (await db.introspection.getTables()).filter((table) => !table.isView)
    const content: string[] = []
    for (const { name } of tables)
      content.push(JSON.stringify((await sql`SELECT * FROM ${sql.table(name)}`.execute(db)).rows))
    return words.filter((word) => content.some((text) => text.includes(word)))
  }
  const visitors = async () =>
    (await db.selectFrom('annotator').selectAll().where('kind', '=', 'visitor').execute()).length
  const guests = async () => (await db.selectFrom('account').select('id').where('guest', '=', 1).execute()).length
  return { app, db, owner, study: study!, slug: slug!, place, desk, begin, inTables, visitors, guests }
}

test('a press makes a guest, the first mark the annotator, and a look neither', async (t) => {
  const { app, desk, place, begin, visitors, guests, inTables } = await scene(t)
  const { text } = await app.stranger().get(desk).expect(200)
  assert.match(text, /Ohne Konto ausprobieren/)
  assert.equal(await guests(), 0)
  const visitor = await begin(app.stranger().set('User-Agent', BROWSER).set('X-Forwarded-For', '203.0.113.77'))
  const page = await visitor.get(desk).expect(200)
  assert.doesNotMatch(page.text, /Ohne Konto ausprobieren|Zum Markieren anmelden|data-ask|data-active-time/)
  assert.match(page.text, /sieben Tage nach der letzten/)
  assert.deepEqual([await guests(), await visitors()], [1, 0])
  const mark = making(place, WORDS)
  await stored(visitor, mark)
  await send(visitor, revising(mark, 1, { note: 'Notiz' })).expect(201)
  assert.equal(await visitors(), 1)
  assert.match((await visitor.get(desk).expect(200)).text, /"Notiz"/)
  assert.deepEqual(await inTables([BROWSER, '203.0.113.77']), [])
  // Pressing again leads back to what is there.
  await begin(visitor)
  assert.equal(await guests(), 1)
})

test('a trial opens demonstrations only, and nobody is asked questions from there', async (t) => {
  const { app, slug, study, desk, begin, place } = await scene(t)
  const visitor = await begin()
  const asked = { round: place.round, article: place.article.id, text: 'x' }
  await visitor.put(`/api/v1/questions/${newId()}`).send(asked).expect(404)
  await visitor.get(`${desk}/questions`).expect(404)
  await visitor.get(`/rounds/${place.round}/questions`).expect(404)
  for (const page of ['', '/export', '/articles', '/team', '/rounds'])
    await visitor.get(`/studies/${slug}${page}`).expect(404)
  for (const page of ['/account', '/studies', '/workshops']) await visitor.get(page).expect(404)
  await app.stranger().get(`/studies/${study}/datasets/lesart`).expect(303)
  await closeRound(app.parts, place)
  await app.stranger().post(`${desk}/trial`).expect(404)
  await send(visitor, making(place, WORDS)).expect(409)
})

test('two hundred marks and no more, taken back or not; the reader is told so', async (t) => {
  const { place, begin } = await scene(t)
  const visitor = await begin()
  const first = making(place, WORDS)
  await stored(visitor, first)
  await Promise.all(Array.from({ length: 199 }, () => stored(visitor, making(place, WORDS))))
  const { body } = await send(visitor, making(place, WORDS)).expect(429)
  assert.equal(body.error.code, 'too-many-marks')
  assert.match(body.error.message, /ohne Konto/)
  const english = await send(visitor, making(place, WORDS)).set('Accept-Language', 'en').expect(429)
  assert.match(english.body.error.message, /Without an account/)
  // What stands can still be changed, and another visitor begins anew.
  await send(visitor, revising(first, 1, { note: 'x' })).expect(201)
  await stored(await begin(), making(place, WORDS))
})

test('a hundred new visitors an hour, those who have gone among them', async (t) => {
  const { app, desk, begin, place } = await scene(t)
  const leaving = await begin()
  await leaving.post('/trial/erasure').type('form').send({ sure: 'on' }).expect(303)
  await Promise.all(Array.from({ length: 99 }, () => begin()))
  const { text } = await app.stranger().post(`${desk}/trial`).set('Accept-Language', 'en').expect(429)
  assert.match(text, /without an account within the last hour/)
  assert.match((await app.stranger().post(`${desk}/trial`).expect(429)).text, /In der letzten Stunde/)
  app.clock.advance(HOUR)
  await stored(await begin(), making(place, WORDS))
})

test('no count, no dataset but their own, and no agreement knows of them', async (t) => {
  const { app, db, owner, slug, study, place, begin } = await scene(t)
  const ada = await app.signedIn('Ada')
  await stored(ada, making(place, WORDS))
  const pages = [`/studies/${slug}`, `/studies/${slug}/team`, `/studies/${slug}/articles`, `/studies/${slug}/import`]
  pages.push(`/studies/${slug}/export`, `/studies/${slug}/rounds`, `/studies/${slug}/rounds/${place.round}`)
  const look = async () => {
    const shown: string[] = []
    for (const page of pages) shown.push((await owner.get(page).expect(200)).text.replace(/[\w-]{30,}/g, ''))
    const file = await owner.get(`/studies/${study}/datasets/lesart`).buffer(true).expect(200)
    const revisions = await owner.get(`/studies/${slug}/revisions.csv`).expect(200)
    return [...shown, file.text, revisions.text, JSON.stringify(await listSetVersions(db, place.round))]
  }
  const before = await look()
  const visitor = await begin()
  await stored(visitor, making(place, WORDS, { note: 'Kanarienvogelnotiz' }))
  const at = `/api/v1/rounds/${place.round}/articles/${place.article.id}/state`
  await visitor.put(at).send({ state: 'finished', found: 'marks' }).expect(200)
  assert.deepEqual(await look(), before)
  const desk = await owner.get(`/rounds/${place.round}/articles/${place.article.id}`).expect(200)
  assert.doesNotMatch(desk.text, /Lesart von v1/)
  const own = await visitor.get(`/studies/${study}/datasets/csv`).expect(200)
  assert.match(own.text, /Kanarienvogelnotiz/)
  assert.doesNotMatch(own.text, /,a1,/)
  // Pseudonyms of people go on as if nobody had been there.
  const eva = await app.signedIn('Eva')
  await stored(eva, making(place, WORDS))
  const file = await eva.get(`/studies/${study}/datasets/lesart`).buffer(true).expect(200)
  assert.match(file.text, /"id":"a2"/)
})

test('what a visitor deletes is gone at once, with the account and the session', async (t) => {
  const { app, desk, place, inTables, guests, visitors } = await scene(t)
  const visitor = app.stranger()
  const cookie = cookieIn(await visitor.post(`${desk}/trial`).expect(303)).split(';')[0]!
  const mark = making(place, WORDS, { note: 'Kanarienvogelnotiz' })
  await stored(visitor, mark)
  await visitor.post('/trial/erasure').type('form').send({}).expect(422)
  assert.equal(await visitors(), 1)
  await visitor.post('/trial/erasure').type('form').send({ sure: 'on' }).expect(303).expect('Location', '/')
  assert.deepEqual([await guests(), await visitors()], [0, 0])
  assert.deepEqual(await inTables(['Kanarienvogelnotiz', mark.annotation]), [])
  await send(app.stranger().set('Cookie', cookie), making(place, WORDS)).expect(401)
})

test('seven days after the last mark all of it goes by itself, and who never marked goes after seven days', async (t) => {
  const { app, db, place, begin, guests, visitors, inTables } = await scene(t)
  await begin()
  const visitor = await begin()
  const mark = making(place, WORDS, { note: 'Kanarienvogelnotiz' })
  await stored(visitor, mark)
  app.clock.advance(6 * DAY)
  await send(visitor, revising(mark, 1, { note: 'Kanarienvogelnotiz zwei' })).expect(201)
  app.clock.advance(DAY)
  assert.equal(await endDueTrials(app.parts), 1, 'who has marked nothing')
  assert.deepEqual([await guests(), await visitors()], [1, 1])
  app.clock.advance(6 * DAY - 1)
  assert.equal(await endDueTrials(app.parts), 0)
  app.clock.advance(1)
  assert.equal(await endDueTrials(app.parts), 1)
  assert.deepEqual(
    [await guests(), await visitors(), (await db.selectFrom('visitor').selectAll().execute()).length],
    [0, 0, 0],
  )
  assert.deepEqual(await inTables(['Kanarienvogelnotiz']), [])
  assert.equal(await endDueTrials(app.parts), 0)
})

test('a copy of the database is left by all of them at once', async (t) => {
  const { app, place, begin, guests, visitors } = await scene(t)
  await begin()
  await stored(await begin(), making(place, WORDS))
  assert.equal(await endAllTrials(app.parts), true)
  assert.deepEqual([await guests(), await visitors()], [0, 0])
  assert.equal(await endAllTrials(app.parts), false)
})

test('a participant of a workshop who tries the demonstration loses that only, and goes as a whole', async (t) => {
  const { app, db, owner, place, visitors, guests } = await scene(t)
  const join = async () => {
    const { headers } = await owner.post('/workshops/demonstration').type('form').send({}).expect(303)
    const id = headers.location!.replace('/workshops/', '')
    const pupil = app.stranger()
    await pupil
      .post('/join')
      .type('form')
      .send({ code: (await findWorkshop(db, id))!.code })
      .expect(303)
    await stored(pupil, making(place, WORDS))
    return { id, pupil }
  }
  const { id, pupil } = await join()
  await pupil.post('/trial/erasure').type('form').send({ sure: 'on' }).expect(303)
  assert.deepEqual([await guests(), await visitors()], [1, 0])
  await pupil.get(`/workshops/${id}/desk`).expect(200)
  const other = await join()
  await other.pupil.post(`/workshops/${other.id}/own/erasure`).type('form').send({ sure: 'on' }).expect(303)
  assert.deepEqual([await guests(), await visitors()], [1, 0])
})

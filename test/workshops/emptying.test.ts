/** What becomes of participants' data: gone by itself, earlier on request, in no copy; or kept without anything that leads to a person. */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type TestContext, test } from 'node:test'
import { sql } from 'kysely'
import { emptyAll, emptyDue } from '../../server/workshops/emptying/emptying-actions.ts'
import { findWorkshop } from '../../server/workshops/workshop-store.ts'
import { type Agent, PASSWORD, send, startApp } from '../support/app.ts'
import { making, revising } from '../support/builders.ts'
import { DAY } from '../support/clock.ts'
import { countRows, ENGINE } from '../support/database.ts'

/** What must be found nowhere afterwards. */
const BROWSER = 'Kanarienbrowser/4711'
const NOTE = 'Kanarienvogelnotiz'

async function scene(t: TestContext) {
  const app = await startApp(t)
  const { db } = app.parts.database
  await app.signedIn('Rui')
  const ines = await app.signedIn('Ines')
  const text = 'Brücke gesperrt\n\nDie Brücke sei marode, sehr marode.'
  const form = { title: 'Stunde', chosen: '', text, language: 'de', framing: 'on', 'second-marking': 'on' }
  const { headers } = await ines
    .post('/workshops')
    .type('form')
    .send({ ...form, questions: 'Wer spricht?', minutes: '', most: '30', days: '30' })
    .expect(303)
  const id = headers.location!.replace('/workshops/', '')
  const now = async () => (await findWorkshop(db, id))!
  const workshop = await now()
  const article = (await app.parts.frozen.article(db, workshop.articleId))!
  const place = { round: workshop.roundId, article }
  const move = async (to: string) =>
    ines
      .post(`/workshops/${id}/phase`)
      .type('form')
      .send({ from: (await now()).phase, to })
      .expect(303)
  const join = async () => {
    const pupil = app.stranger().set('User-Agent', BROWSER).set('X-Forwarded-For', '203.0.113.77')
    const answer = await pupil.post('/join').type('form').send({ code: workshop.code }).expect(303)
    return { pupil, token: /lesart=([^;]+)/.exec(String(answer.headers['set-cookie']))![1]! }
  }
  const { pupil, token } = await join()
  await move('marking')
  const made = making(place, 'marode', { tag: 'framing', note: `${NOTE} eins` })
  await send(pupil, made).expect(201)
  await send(pupil, revising(made, 1, { note: `${NOTE} zwei` })).expect(201)
  const { pseudonym } = await db
    .selectFrom('annotator')
    .select('pseudonym')
    .where('kind', '=', 'participant')
    .executeTakeFirstOrThrow()
  /** Files of the database and its log that hold any of these words. */
  const onDisk = async (words: readonly string[]) => {
    if (ENGINE === 'postgres') return []
    const { rows } = await sql<{ file: string }>`PRAGMA database_list`.execute(db)
    const { dir, base } = path.parse(rows[0]!.file)
    const files = globSync(`${base}*`, { cwd: dir }).map((name) => readFileSync(path.join(dir, name)))
    return words.filter((word) => files.some((file) => file.includes(word)))
  }
  const inTables = async (words: readonly string[]) => {
    const tables = (await db.introspection.getTables()).filter((table) => !table.isView)
    const content: string[] = []
    for (const { name } of tables)
      content.push(JSON.stringify((await sql`SELECT * FROM ${sql.table(name)}`.execute(db)).rows))
    return words.filter((word) => content.some((text) => text.includes(word)))
  }
  return { app, db, ines, id, workshop, now, place, move, join, pupil, token, pseudonym, onDisk, inTables }
}

/** A session lasts a week. */
const signInAgain = (agent: Agent) =>
  agent.post('/sign-in').type('form').send({ name: 'Ines', password: PASSWORD, next: '/' }).expect(303)

const deskOf = (pupil: Agent, id: string) => pupil.get(`/workshops/${id}/desk`)

test('thirty days after the end nothing of a participant is left in any table, page or log', async (t) => {
  const { app, id, move, pupil, token, pseudonym, onDisk, inTables, now, ines, workshop, db } = await scene(t)
  const canaries = [NOTE, pseudonym]
  const never = [BROWSER, '203.0.113.77', '127.0.0.1', token]
  assert.deepEqual(await inTables([...canaries, ...never]), canaries)
  assert.deepEqual(await onDisk(never), [])
  await move('ended')
  app.clock.advance(29 * DAY)
  assert.equal(await emptyDue(app.parts), 0)
  await signInAgain(ines)
  assert.match((await ines.get(`/workshops/${id}`).expect(200)).text, /morgen/)
  app.clock.advance(DAY)
  assert.equal(await emptyDue(app.parts), 1)
  assert.equal(await emptyDue(app.parts), 0)
  assert.deepEqual(await inTables([...canaries, ...never]), [])
  assert.deepEqual(await onDisk([...canaries, ...never]), [])
  assert.equal(await countRows(app.parts.database, 'annotation_revision'), 31)
  await deskOf(pupil, id).expect(303).expect('Location', '/join')
  assert.notEqual((await now()).emptiedAt, undefined)
  await ines.get(`/workshops?from=${id}`).expect(200)
  const dataset = await ines.get(`/studies/${workshop.studyId}/datasets/lesart`).buffer(true).expect(200)
  assert.match(dataset.text, /"annotators":\[\]/)
  assert.equal((await db.selectFrom('workshop_erasure').selectAll().execute()).length, 1)
})

test('a workshop that waits for its lesson stays as it is, and the time of who joins begins then', async (t) => {
  const { app, ines, db } = await scene(t)
  const form = { title: 'Nach den Ferien', chosen: '', text: 'Ein Satz, ein zweiter.', language: 'de', framing: 'on' }
  const { headers } = await ines
    .post('/workshops')
    .type('form')
    .send({ ...form, questions: '', minutes: '', most: '30', days: '2' })
    .expect(303)
  const id = headers.location!.replace('/workshops/', '')
  const waiting = async () => (await findWorkshop(db, id))!
  assert.match((await ines.get(`/workshops/${id}`).expect(200)).text, /Noch ist niemand beigetreten/)
  app.clock.advance(40 * DAY)
  assert.equal(await emptyDue(app.parts), 1, 'the other one')
  await emptyAll(app.parts)
  const { phase, code, emptiedAt } = await waiting()
  assert.deepEqual([phase, emptiedAt], ['lobby', undefined])
  await app.stranger().post('/join').type('form').send({ code }).expect(303)
  assert.equal(await emptyDue(app.parts), 0)
  app.clock.advance(2 * DAY)
  assert.equal(await emptyDue(app.parts), 1)
  assert.equal((await waiting()).phase, 'ended')
})

test('where nobody ends it, the time begins with the last mark', async (t) => {
  const { app, pupil, place, now } = await scene(t)
  app.clock.advance(20 * DAY)
  await send(pupil, making(place, 'sehr', { tag: 'framing' })).expect(401)
  assert.equal(await emptyDue(app.parts), 0)
  app.clock.advance(10 * DAY)
  assert.equal(await emptyDue(app.parts), 1)
  assert.equal((await now()).phase, 'ended')
})

test('kept anonymised: the same marks, without ids, times and notes of anybody', async (t) => {
  const { app, ines, id, pupil, pseudonym, workshop, inTables, move, db } = await scene(t)
  app.clock.advance(DAY)
  await move('ended')
  const before = await db.selectFrom('annotation_revision').selectAll().where('note', 'is not', null).execute()
  const ids = before.flatMap((row) => [row.annotation_id, row.set_id, row.action_id!, row.made_at])
  await ines.post(`/workshops/${id}/emptying`).type('form').send({ what: 'anonymise' }).expect(422)
  await ines.post(`/workshops/${id}/emptying`).type('form').send({ what: 'anonymise', sure: 'on' }).expect(303)
  assert.deepEqual(await inTables([NOTE, `"${pseudonym}"`]), [])
  const { text } = await ines.get(`/studies/${workshop.studyId}/datasets/lesart`).buffer(true).expect(200)
  const { annotationSets } = JSON.parse(text.split('\n')[1]!)
  assert.deepEqual(
    annotationSets.map((set: { annotator: string; annotations: { quote: string; tag: string }[] }) => [
      set.annotator,
      set.annotations.map(({ quote, tag }) => [quote, tag]),
    ]),
    [['p1', [['marode', 'framing']]]],
  )
  for (const known of ids) assert.ok(!text.includes(known), known)
  await deskOf(pupil, id).expect(303)
  assert.equal(await emptyDue(app.parts), 0)
})

test('participants roll another name, go on elsewhere, take their reading along and erase it', async (t) => {
  const { app, id, pupil, pseudonym, onDisk, inTables, db } = await scene(t)
  await pupil.post(`/workshops/${id}/own/pseudonym`).expect(303)
  const page = (await pupil.get(`/workshops/${id}/own`).expect(200)).text
  assert.ok(!page.includes(pseudonym))
  const shown = (await pupil.post(`/workshops/${id}/own/recovery`).expect(200)).text
  const code = /data-recovery-code>([^<]+)</.exec(shown)![1]!
  assert.match(code, /^(?:[2-9A-HJ-NP-Z]{4}-){2}[2-9A-HJ-NP-Z]{4}$/)
  assert.deepEqual(await inTables([code, code.replaceAll('-', '')]), [])
  const elsewhere = app.stranger()
  await elsewhere.post('/join').type('form').send({ code: code.toLowerCase() }).expect(303)
  assert.match((await deskOf(elsewhere, id).expect(200)).text, /<mark/)
  const own = await elsewhere.get(`/workshops/${id}/own/reading`).buffer(true).expect(200)
  assert.match(own.text, /"quote": "marode"/)
  await elsewhere.post(`/workshops/${id}/own/erasure`).type('form').send({}).expect(422)
  await elsewhere.post(`/workshops/${id}/own/erasure`).type('form').send({ sure: 'on' }).expect(303)
  for (const agent of [pupil, elsewhere]) await deskOf(agent, id).expect(303).expect('Location', '/join')
  assert.deepEqual(await onDisk([NOTE, pseudonym]), [])
  assert.equal((await db.selectFrom('account').selectAll().where('guest', '=', 1).execute()).length, 0)
  await app.stranger().post('/join').type('form').send({ code }).expect(422)
})

test('a member who takes part under their account keeps the account, and loses what they marked there', async (t) => {
  const { app, ines, id, workshop, place, db } = await scene(t)
  await ines.post('/join').type('form').send({ code: workshop.code }).expect(303)
  await send(ines, making(place, 'sehr', { tag: 'framing' })).expect(201)
  await ines.post(`/workshops/${id}/emptying`).type('form').send({ what: 'remove', sure: 'on' }).expect(303)
  await ines.get('/account').expect(200)
  assert.equal((await db.selectFrom('participant').selectAll().execute()).length, 0)
  assert.equal(await countRows(app.parts.database, 'annotation_revision'), 31)
})

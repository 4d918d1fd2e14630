/** Withdrawing an article: what goes, what stays, that nobody's work goes unseen, and that the database lets nothing else go. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { sql } from 'kysely'
import { beginWithdrawal } from '../../server/articles/withdrawal-store.ts'
import { removeArticle } from '../../server/managing/articles/withdrawal-store.ts'
import { de } from '../../server/words/de.ts'
import { type Agent, PASSWORD, send, stored } from '../support/app.ts'
import { addArticleTo, making, newId, revising } from '../support/builders.ts'
import { contentDigest, foreignKeysOf } from '../support/database.ts'
import { take } from '../support/exchange.ts'
import { assignAll, deskOf, roundScene } from '../support/rounds.ts'

const CANARY = 'Kanarienvogel'

/** Ada and Ben have read the first of two articles; Ada has asked about it, and Rui, who manages the study, has answered. */
async function scene(t: TestContext) {
  const around = await roundScene(t, 2, ['Ada', 'Ben'])
  const { app, manager, readers, places, slug, path } = around
  const [gone, other] = [places[0]!, places[1]!]
  await assignAll(around, {})
  const ada = readers.Ada!
  const made = making(gone, 'ernst', { note: CANARY })
  await stored(ada, made)
  await stored(ada, revising(made, 1, { note: `${CANARY} zwei` }))
  await stored(readers.Ben!, making(gone, 'Straße'))
  await stored(ada, making(other, 'Straße'))
  const question = newId()
  await ada.put(`/api/v1/questions/${question}`).send({ round: gone.round, article: gone.article.id, text: CANARY })
  const answered = { id: newId(), text: CANARY }
  await manager.post(`/studies/${slug}/questions/${question}/answers`).type('form').send(answered).expect(303)
  const at = `/studies/${slug}/articles/${gone.article.id}/withdrawal`
  return { app, db: app.parts.database.db, manager, ada, ben: readers.Ben!, gone, other, slug, path, at }
}

/** What the page shows, as its form is sent. */
async function seenBy(manager: Agent, at: string): Promise<{ text: string; seen: string }> {
  const { text } = await manager.get(at).expect(200)
  return { text, seen: /name="seen" value="(\w+)"/.exec(text)![1]! }
}

test('an article goes with all that was read, asked and assigned of it, and nothing else goes', async (t) => {
  const { app, db, manager, ada, gone, other, slug, path, at } = await scene(t)
  const study = gone.article.studyId
  const { text, seen } = await seenBy(manager, at)
  assert.ok(text.includes(de.withdrawal.counts(2, 2, 1)) && text.includes(de.withdrawal.assignments(2)))
  for (const name of ['Ada', 'Ben']) assert.match(text, new RegExp(`<bdi>${name}</bdi>`))
  const form = { seen, known: 'yes', reason: 'Das Recht am Text' }
  const { headers } = await manager.post(at).type('form').send(form).expect(303)
  assert.equal(headers.location, `/studies/${slug}/articles#withdrawn`)

  const tables = (await db.introspection.getTables()).filter((table) => !table.isView && table.name !== 'withdrawal')
  for (const { name } of tables) {
    const { rows } = await sql`SELECT * FROM ${sql.table(name)}`.execute(db)
    assert.ok(!JSON.stringify(rows).includes(CANARY), `${name} still holds what was written`)
    const knows = name !== 'assignment_change' && JSON.stringify(rows).includes(gone.article.id)
    assert.ok(!knows, `${name} still knows the article`)
  }
  await manager.get(`/studies/${slug}/articles/${gone.article.id}`).expect(404)
  await ada.get(deskOf(gone)).expect(404)
  assert.equal((await send(ada, making(gone, 'ernst')).expect(404)).body.error.code, 'not-found')
  await ada.get(deskOf(other)).expect(200)
  const dataset = (await manager.get(`/studies/${study}/datasets/lesart`).buffer(true).expect(200)).text
  assert.ok(!dataset.includes(gone.article.id) && dataset.includes(other.article.id))
  assert.equal(dataset.match(/"quote":"Straße"/g)?.length, 1)
  const searched = (await manager.get(`/studies/${slug}/articles?q=marode`).expect(200)).text
  assert.deepEqual(
    [...searched.matchAll(/<li class="row" value="(\d+)"/g)].map(([, n]) => n),
    ['2'],
  )
  await manager.get(path).expect(200)
  // The place of the other one is beyond the number of articles now.
  assert.match((await manager.get(`${path}/plan`).expect(200)).text, /name="last"[^>]* value="2"/)

  const list = (await manager.get(`/studies/${slug}/articles`).expect(200)).text
  for (const said of [de.withdrawal.withdrawn(1), 'Rui', 'Das Recht am Text', '2 Lesarten, 2 Markierungen'])
    assert.ok(list.includes(said), said)
  await manager.post(at).type('form').send(form).expect(303)
  assert.equal((await db.selectFrom('withdrawal').select('id').execute()).length, 1)
  await addArticleTo(app.parts, other)
  const places = await db.selectFrom('article').select('position').orderBy('position').execute()
  assert.deepEqual(
    places.map(({ position }) => Number(position)),
    [2, 3],
  )
})

test('the last place is given to no other article, and an article that nobody has begun goes by one press', async (t) => {
  const { manager, places, app, slug } = await roundScene(t, 2, ['Ada'])
  const last = places[1]!
  const at = `/studies/${slug}/articles/${last.article.id}/withdrawal`
  const { text, seen } = await seenBy(manager, at)
  assert.ok(text.includes(de.withdrawal.nothing) && !text.includes('name="known"'))
  await manager.post(at).type('form').send({ seen }).expect(303)
  await addArticleTo(app.parts, places[0]!)
  const list = (await manager.get(`/studies/${slug}/articles?q=marode`).expect(200)).text
  assert.deepEqual(
    [...list.matchAll(/<li class="row" value="(\d+)"/g)].map(([, n]) => n),
    ['1', '3'],
  )
})

test('nobody loses work unseen: without the tick, or where somebody has gone on marking, nothing changes', async (t) => {
  const { app, manager, ada, gone, at } = await scene(t)
  const { seen } = await seenBy(manager, at)
  const before = await contentDigest(app.parts.database)
  const unknown = await manager.post(at).type('form').send({ seen, reason: '<b>Grund' }).expect(422)
  assert.ok(unknown.text.includes(de.withdrawal.unknown) && unknown.text.includes('value="&lt;b&gt;Grund"'))
  assert.equal(await contentDigest(app.parts.database), before)
  await stored(ada, making(gone, 'Straße'))
  const stale = await manager.post(at).type('form').send({ seen, known: 'yes' }).expect(409)
  assert.ok(stale.text.includes(de.withdrawal.stale) && stale.text.includes(de.withdrawal.counts(2, 3, 1)))
  await ada.get(deskOf(gone)).expect(200)
})

test('what was taken along before brings the article and its readings back', async (t) => {
  const { app, manager, gone, at } = await scene(t)
  const dataset = () => manager.get(`/studies/${gone.article.studyId}/datasets/lesart`).buffer(true).expect(200)
  const file = (await dataset()).text
  const { seen } = await seenBy(manager, at)
  await manager.post(at).type('form').send({ seen, known: 'yes' }).expect(303)
  const { articles, sets, annotations } = await take(app.parts, file)
  assert.deepEqual([articles.new, sets.new, annotations.new], [1, 2, 2])
  await manager.get(`/studies/study-${gone.article.studyId}/articles/${gone.article.id}`).expect(200)
  const marks = (text: string) => text.match(/"quote":"[^"]*"/g)?.toSorted()
  assert.deepEqual(marks((await dataset()).text), marks(file))
  const again = await seenBy(manager, at)
  await manager.post(at).type('form').send({ seen: again.seen, known: 'yes' }).expect(303)
  await manager.get(at).expect(404)
})

test('who has withdrawn an article can be erased; the record stays, without a name', async (t) => {
  const { app, db, manager, gone, at, slug, ben } = await scene(t)
  const { seen } = await seenBy(manager, at)
  await manager.post(at).type('form').send({ seen, known: 'yes', reason: 'Doppelt' }).expect(303)
  await app.takeIn('Ben', gone.article.studyId, 'manager')
  await manager.post('/account/erasure').type('form').send({ readings: 'kept', current: PASSWORD }).expect(303)
  const records = await db.selectFrom('withdrawal').select(['made_by', 'reason']).execute()
  assert.deepEqual(records, [{ made_by: null, reason: 'Doppelt' }])
  const list = (await ben.get(`/studies/${slug}/articles`).expect(200)).text
  assert.ok(list.includes('Doppelt') && !list.includes('Rui'))
})

test('the database lets an article go only while it is withdrawn, no other one with it, and the record stays', async (t) => {
  const { app, db, gone, other } = await scene(t)
  const write = app.parts.database.transact
  const refused = (work: Promise<unknown>) => assert.rejects(work, /guard: /)
  await refused(write((db) => removeArticle(db, gone.article.id)))
  const withdrawal = {
    ...{ id: newId(), studyId: gone.article.studyId, articleId: gone.article.id, position: 1 },
    ...{ readings: 2, marks: 2, reason: undefined, by: null, at: '2026' },
  }
  await refused(
    write(async (db) => {
      await beginWithdrawal(db, withdrawal)
      await removeArticle(db, other.article.id)
    }),
  )
  await write((db) => db.insertInto('withdrawal').values(done(withdrawal)).execute())
  await refused(write((db) => removeArticle(db, gone.article.id)))
  await refused(write((db) => db.deleteFrom('withdrawal').execute()))
  await refused(write((db) => db.updateTable('withdrawal').set({ reason: 'x' }).execute()))
  assert.equal((await db.selectFrom('article').select('id').execute()).length, 2)
})

function done({ id, studyId, articleId }: { id: string; studyId: string; articleId: string }) {
  return {
    ...{ id, study_id: studyId, article_id: articleId, position: 1, readings: 0, marks: 0 },
    ...{ reason: null, made_by: null, begun_at: '2026', done_at: '2026' },
  }
}

/** Whoever adds a table that holds something of an article decides here what withdrawing it does to that. */
const KNOWN = [
  'annotation_revision.set_id',
  'annotation_set.article_id',
  'article_block.article_id',
  'article_entry.article_id',
  'assignment.article_id',
  'desk_visit.set_id',
  'document_answers.set_id',
  'question.article_id',
  'question_answer.question_id',
  'set_change.set_id',
  'workshop.article_id',
]

test('every column that leads to an article is one that withdrawing knows', async (t) => {
  const { db } = await scene(t)
  const found: string[] = []
  for (const { name } of (await db.introspection.getTables()).filter((table) => !table.isView))
    for (const { to, column } of await foreignKeysOf(db, name))
      if (['article', 'annotation_set', 'question'].includes(to)) found.push(`${name}.${column}`)
  assert.deepEqual(found.sort(), KNOWN)
})

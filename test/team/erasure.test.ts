/** Erasing a person: what goes, what stays, and that nothing of what goes is left in any file or in memory. */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type TestContext, test } from 'node:test'
import { sql } from 'kysely'
import { findAccountByName } from '../../server/accounts/account-store.ts'
import { beginErasure, removeReadings } from '../../server/team/erasure-store.ts'
import { de } from '../../server/words/de.ts'
import { PASSWORD, send, startApp, stored } from '../support/app.ts'
import { making, newId, revising, turning } from '../support/builders.ts'
import { contentDigest, countRows, ENGINE, foreignKeysOf } from '../support/database.ts'
import { linkOf, studyOfMira } from '../support/team.ts'

const CANARY = 'Kanarienvogel'

/** Ada has marked, revised, retracted, finished, asked and answered; her name and her notes are canaries. */
async function scene(t: TestContext) {
  const app = await startApp(t, { seeded: false })
  const { db } = app.parts.database
  const { rui, mira, place, slug } = await studyOfMira(app)
  const name = `Ada ${CANARY}`
  const ada = await app.signedIn(name)
  const { studyId } = place.article
  for (const role of ['annotator', 'manager'] as const) await app.takeIn(name, studyId, role)
  const desk = `/rounds/${place.round}/articles/${place.article.id}`
  const made = making(place, 'ernst', { note: `${CANARY} eins` })
  await stored(ada, made)
  await stored(ada, revising(made, 1, { note: `${CANARY} zwei` }))
  const other = making(place, 'Straße', { note: `${CANARY} drei` })
  await stored(ada, other)
  await send(ada, turning(other, 'retract', 1)).expect(201)
  const question = newId()
  const asked = { round: place.round, article: place.article.id, text: `${CANARY} fragt` }
  await ada.put(`/api/v1/questions/${question}`).send(asked).expect(201)
  const answer = (agent: typeof ada, text: string) =>
    agent.post(`/studies/${slug}/questions/${question}/answers`).type('form').send({ id: newId(), text }).expect(303)
  await answer(ada, 'Antwort')
  await answer(mira, 'Zweite Antwort')
  await ada.put(`/api/v1${desk}/state`).send({ state: 'finished', found: 'marks' }).expect(200)
  await ada.post(`/studies/${slug}/import/text`).field('text', `${CANARY} im Entwurf.`).expect(303)
  await linkOf(ada, slug, { note: CANARY })
  const id = (await findAccountByName(db, name))!.id
  const erase = (readings: string, current = PASSWORD) =>
    ada.post('/account/erasure').type('form').send({ readings, current })
  /** The database's files that hold a canary; PostgreSQL keeps its own. */
  const onDisk = async () => {
    if (ENGINE === 'postgres') return []
    const { rows } = await sql<{ file: string }>`PRAGMA database_list`.execute(db)
    const { dir, base } = path.parse(rows[0]!.file)
    const files = globSync(`${base}*`, { cwd: dir })
    return files.filter((name) => readFileSync(path.join(dir, name)).includes(CANARY))
  }
  const write = app.parts.database.transact
  return { write, app, db, rui, mira, ada, name, place, slug, studyId, desk, id, erase, onDisk, answer }
}

test('readings and all go, from the tables, the files and the memory, if the person wishes so', async (t) => {
  const { app, db, ada, mira, name, desk, id, erase, onDisk, studyId } = await scene(t)
  assert.ok(ENGINE === 'postgres' || (await onDisk()).length > 0)
  const kept = await app.parts.frozen.annotations(
    db,
    (await db.selectFrom('annotation_set').select('id').executeTakeFirstOrThrow()).id,
  )
  assert.ok(kept.length > 0)
  const page = (await ada.get('/account/erasure').expect(200)).text
  assert.ok(page.includes(de.team.eraseCounts(1, 1, 1, 1)))
  const { headers } = await erase('removed').expect(303)
  assert.equal(headers.location, '/handover?done=yes')
  assert.deepEqual(await onDisk(), [])
  for (const table of ['annotation_set', 'annotation_revision', 'annotator'] as const)
    assert.equal(await countRows(app.parts.database, table), 0, table)
  assert.equal(await findAccountByName(db, name), undefined)
  await ada.get('/account').expect(303)
  await ada.get(`/api/v1${desk}/reading`).expect(401)
  const dataset = await mira.get(`/studies/${studyId}/datasets/lesart`).buffer(true).expect(200)
  assert.doesNotMatch(dataset.text, new RegExp(CANARY))
  const erasures = await db.selectFrom('erasure').selectAll().execute()
  assert.deepEqual(
    erasures.map(({ account_id, readings, done_at }) => [account_id, readings, done_at !== null]),
    [[id, 'removed', true]],
  )
})

test('readings stay under the pseudonym, and nothing leads to the person, if the person wishes so', async (t) => {
  const { db, mira, name, slug, id, erase, studyId } = await scene(t)
  await erase('kept').expect(303)
  assert.equal(await findAccountByName(db, name), undefined)
  const dataset = (await mira.get(`/studies/${studyId}/datasets/lesart`).buffer(true).expect(200)).text
  assert.match(dataset, new RegExp(`"annotator":"a1"[\\s\\S]*${CANARY} zwei`))
  const tables = (await db.introspection.getTables()).filter((table) => !table.isView && table.name !== 'erasure')
  for (const table of tables) {
    const { rows } = await sql`SELECT * FROM ${sql.table(table.name)}`.execute(db)
    assert.ok(!JSON.stringify(rows).includes(id), `${table.name} still knows the account`)
    assert.ok(!JSON.stringify(rows).includes(name), `${table.name} still knows the name`)
  }
  const team = (await mira.get(`/studies/${slug}/team`).expect(200)).text
  assert.match(team, new RegExp(`${de.team.former}[\\s\\S]*<bdi[^>]*>a1<`))
  assert.match((await mira.get(`/studies/${slug}/questions`).expect(200)).text, /Zweite Antwort/)
})

test('a wrong password, the owner, and who alone manages where others work, change nothing', async (t) => {
  const { app, rui, mira, ada, erase, db, write } = await scene(t)
  const before = await contentDigest(app.parts.database)
  assert.ok((await erase('removed', 'wrong').expect(422)).text.includes(de.team.wrongPassword))
  const body = { readings: 'removed', current: PASSWORD }
  assert.ok((await rui.post('/account/erasure').type('form').send(body).expect(422)).text.includes(de.team.eraseOwner))
  assert.equal(await contentDigest(app.parts.database), before)
  const { id } = (await findAccountByName(db, `Ada ${CANARY}`))!
  await write((db) => db.deleteFrom('membership').where('role', '=', 'manager').where('account_id', '=', id).execute())
  const { text } = await mira.post('/account/erasure').type('form').send(body).expect(422)
  assert.ok(text.includes(de.team.eraseManager))
  await ada.get('/account').expect(200)
})

test('two requests to erase the same person: one does it, the other finds nobody', async (t) => {
  const { db, erase } = await scene(t)
  const statuses = (await Promise.all([erase('removed'), erase('kept')])).map(({ status }) => status)
  assert.ok(statuses.includes(303) && statuses.every((status) => status !== 500))
  assert.equal((await db.selectFrom('erasure').selectAll().execute()).length, 1)
})

test('the database lets nothing go but within an erasure, of nobody else, and the record of it stays', async (t) => {
  const { app, db, id, write } = await scene(t)
  const refused = (work: Promise<unknown>) => assert.rejects(work, /guard: /)
  const sets = await db.selectFrom('annotation_set').select('annotator_id').execute()
  const ofAda = sets[0]!.annotator_id
  for (const table of ['annotation_revision', 'set_change', 'annotation_set', 'question_answer', 'question'] as const)
    await refused(write((db) => db.deleteFrom(table).execute()))
  const erasure = { id: newId(), accountId: newId(), readings: 'removed', at: '2026' } as const
  const within = (accountId: string, readings: 'removed' | 'kept') =>
    app.parts.database.transact(async (db) => {
      await beginErasure(db, { ...erasure, accountId, readings })
      await removeReadings(db, ofAda)
    })
  await refused(within(newId(), 'removed'))
  await refused(within(id, 'kept'))
  await refused(write((db) => db.updateTable('question_answer').set({ answered_by: null }).execute()))
  await write((db) =>
    db
      .insertInto('erasure')
      .values({ id: newId(), account_id: newId(), readings: 'kept', begun_at: '', done_at: '' })
      .execute(),
  )
  await refused(write((db) => db.deleteFrom('erasure').execute()))
  await refused(write((db) => db.updateTable('erasure').set({ account_id: 'x' }).execute()))
})

/** Whoever adds a table that names a person decides here what erasing them does to it. */
const KNOWN = [
  'admission.annotator_id',
  'annotation_revision.set_id',
  'annotation_set.annotator_id',
  'annotator.account_id',
  'api_token.account_id',
  'assignment.annotator_id',
  'assignment_change.made_by',
  'codebook_draft.saved_by',
  'desk_visit.set_id',
  'document_answers.set_id',
  'feedback_opening.annotator_id',
  'intake_file.account_id',
  'invitation.made_by',
  'membership.account_id',
  'participant.account_id',
  'participant.annotator_id',
  'question.asked_by',
  'question_answer.answered_by',
  'question_answer.question_id',
  'round_move.moved_by',
  'session.account_id',
  'set_change.changed_by',
  'set_change.set_id',
  'withdrawal.made_by',
  'workshop.made_by',
]

test('every column that leads to a person is one that erasing knows', async (t) => {
  const { db } = await startApp(t).then((app) => app.parts.database)
  const found: string[] = []
  const tables = (await db.introspection.getTables()).filter((table) => !table.isView).map(({ name }) => name)
  for (const table of tables) {
    for (const { to, column } of await foreignKeysOf(db, table))
      if (['account', 'annotator', 'annotation_set', 'question'].includes(to)) found.push(`${table}.${column}`)
  }
  assert.deepEqual(found.sort(), KNOWN)
})

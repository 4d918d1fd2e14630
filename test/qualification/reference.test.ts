/** A reference is made of what somebody has read: copied, and from then on shown and measured by, whatever becomes of the reading. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkRecords } from '../../server/annotations/checking-actions.ts'
import { addRound, findRound } from '../../server/rounds/round-store.ts'
import { de } from '../../server/words/de.ts'
import { stored } from '../support/app.ts'
import { making, newId, revising } from '../support/builders.ts'
import { contentDigest } from '../support/database.ts'
import { deskOf, finishing, pseudonymOf, roundScene } from '../support/rounds.ts'

const WHY = 'Weil das Wort wertet.'

/** Ada has handed in one of two articles, with a reason; Ben is to practise in a training round. */
async function scene(t: Parameters<typeof roundScene>[0]) {
  const around = await roundScene(t, 2, ['Ada', 'Ben'])
  const { app, places, readers, manager, path } = around
  const [first] = places
  const training = newId()
  const round = (await findRound(app.parts.database.db, first!.round))!
  await app.parts.database.transact((db) =>
    addRound(db, { ...round, id: training, kind: 'training', title: 'Übung' }, app.parts.clock.now()),
  )
  const mark = making(first!, 'ernst', { tag: 'framing', note: WHY })
  await stored(readers.Ada!, mark)
  await finishing(readers.Ada!, first!, 'marks').expect(200)
  await stored(readers.Ada!, making(places[1]!, 'Straße'))
  const annotator = await pseudonymOf(around, 'Ada')
  const take = () => manager.post(`${path}/reference`).type('form').send({ annotator })
  const compared = async () => (await manager.get(`${path}/comparison`).expect(200)).text
  return { ...around, first: first!, mark, training: { ...first!, round: training }, take, compared }
}

test('what somebody has handed in becomes the reference, and training shows it with its reasons', async (t) => {
  const { app, readers, places, training, take, compared, manager, slug } = await scene(t)
  const before = await compared()
  assert.ok(before.includes(de.comparison.references(0, 2)) && before.includes(de.comparison.handedIn('Ada', 1)))
  assert.equal((await take().expect(303)).headers.location?.endsWith('/comparison#reference'), true)
  assert.ok((await compared()).includes(de.comparison.references(1, 2)))
  // The round in which it lies is neither opened nor closed, and nobody reads there.
  const row = await app.parts.database.db.selectFrom('round').select('id').where('kind', '=', 'reference').execute()
  const kept = (await manager.get(`/studies/${slug}/rounds/${row[0]!.id}`).expect(200)).text
  assert.ok(kept.includes(de.rounds.keptText) && !/closure|opening/.test(kept))
  const ben = readers.Ben!
  await stored(ben, making(training, 'Straße'))
  await finishing(ben, training, 'marks').expect(200)
  const shown = await ben.get(`${deskOf(training)}?beside=reference`).expect(200)
  assert.match(shown.text, /class="difference-note"[^>]*>Weil das Wort wertet\./)
  // What was only begun is no reference.
  const other = { ...places[1]!, round: training.round }
  await finishing(ben, other).expect(200)
  await ben.get(`${deskOf(other)}?beside=reference`).expect(404)
  assert.deepEqual((await checkRecords(app.parts.database.db)).faults, [])
})

test('taken twice it is taken once; taken again after a change the newer one holds, and nothing is overwritten', async (t) => {
  const { app, readers, first, mark, take } = await scene(t)
  const { db } = app.parts.database
  await take().expect(303)
  const once = await contentDigest(app.parts.database)
  await take().expect(303)
  assert.equal(await contentDigest(app.parts.database), once)
  const ada = readers.Ada!
  await ada
    .put(`/api/v1${deskOf(first)}/state`)
    .send({ state: 'in-progress' })
    .expect(200)
  await stored(ada, revising(mark, 1, { note: 'Genauer.' }))
  assert.equal((await contentDigest(app.parts.database)) === once, false)
  await take().expect(303)
  const notes = async () => {
    const rows = await db
      .selectFrom('annotation_revision')
      .innerJoin('annotation_set', 'annotation_set.id', 'annotation_revision.set_id')
      .innerJoin('annotator', 'annotator.id', 'annotation_set.annotator_id')
      .select(['annotation_revision.note', 'annotation_revision.retracted'])
      .where('annotator.kind', '=', 'reference')
      .orderBy('set_version')
      .execute()
    return rows.map(({ note, retracted }) => [note, Number(retracted)])
  }
  assert.deepEqual(await notes(), [[WHY, 0]], 'a reading that is open again is not taken')
  await finishing(ada, first, 'marks').expect(200)
  await take().expect(303)
  assert.deepEqual(await notes(), [
    [WHY, 0],
    [WHY, 1],
    ['Genauer.', 0],
  ])
  assert.equal((await db.selectFrom('round').select('id').where('kind', '=', 'reference').execute()).length, 1)
  assert.deepEqual((await checkRecords(db)).faults, [])
})

test('nobody is made a reference who does not annotate in the study', async (t) => {
  const { manager, path, app } = await scene(t)
  const before = await contentDigest(app.parts.database)
  await manager.post(`${path}/reference`).type('form').send({ annotator: 'a99' }).expect(404)
  assert.equal(await contentDigest(app.parts.database), before)
})

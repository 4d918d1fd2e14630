/** Training and admission: the reference is shown after one's own reading, never before; who comes close enough is let in. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addRound, findRound } from '../../server/rounds/round-store.ts'
import { send, stored } from '../support/app.ts'
import { making, newId } from '../support/builders.ts'
import { addReferences, assignAll, deskOf, finishing, pseudonymOf, roundScene } from '../support/rounds.ts'

const WHY = 'Because the word judges.'

test('in training the reference and its reasons are shown once the own reading is finished, and that then stands', async (t) => {
  const scene = await roundScene(t, 2, ['Ada'], { kind: 'training' })
  const { readers, places } = scene
  await addReferences(scene, places, WHY)
  const [place] = places
  const ada = readers.Ada!
  const marked = making(place!, 'Straße')
  await stored(ada, marked)
  for (const look of ['', '?reading=reference', '?beside=reference']) {
    const { text } = await ada.get(deskOf(place!) + look)
    assert.ok(!text.includes(WHY), look)
  }
  await ada.get(`${deskOf(place!)}?beside=reference`).expect(404)
  const { body } = await finishing(ada, place!, 'marks').expect(200)
  assert.equal(body.next, `${deskOf(place!)}?beside=reference#differences`)
  const { text } = await ada.get(`${deskOf(place!)}?beside=reference`).expect(200)
  assert.match(text, /class="difference-note"[^>]*>Because the word judges\./)
  assert.match(text, /data-next-open/)
  assert.doesNotMatch(text, /\/reopening"/)
  const reopened = await ada
    .put(`/api/v1${deskOf(place!)}/state`)
    .send({ state: 'in-progress' })
    .expect(409)
  assert.equal(reopened.body.error.code, 'round-closed')
  await send(ada, making(place!, 'ernst')).expect(409)
})

test('a skipped training article shows no reference', async (t) => {
  const scene = await roundScene(t, 1, ['Ada'], { kind: 'training' })
  const [place] = scene.places
  await addReferences(scene, scene.places, WHY)
  await scene.readers
    .Ada!.put(`/api/v1${deskOf(place!)}/state`)
    .send({ state: 'skipped', reason: 'x' })
    .expect(200)
  await scene.readers.Ada!.get(`${deskOf(place!)}?beside=reference`).expect(404)
})

/** A training round with a reference, and a round that asks for 60 hundredths in it. */
async function admissionScene(t: Parameters<typeof roundScene>[0]) {
  const scene = await roundScene(t, 2, ['Ada', 'Ben'], { kind: 'training' })
  const { app, places, manager, slug } = scene
  await addReferences(scene, places, WHY)
  const { db } = app.parts.database
  const training = (await findRound(db, places[0]!.round))!
  const round = newId()
  const main = { ...training, id: round, title: 'Main', kind: 'annotation' } as const
  await app.parts.database.transact((db) => addRound(db, main, app.parts.clock.now()))
  const terms = { dueOn: '', admission: training.id, percent: '60' }
  await manager.post(`/studies/${slug}/rounds/${round}/terms`).type('form').send(terms).expect(303)
  return {
    ...scene,
    main: { ...places[0]!, round },
    admission: `/rounds/${round}/admission`,
    mainPath: `/studies/${slug}/rounds/${round}`,
  }
}

test('who has not reached the bound cannot begin, and is told why and what to do', async (t) => {
  const { readers, places, main, admission } = await admissionScene(t)
  const ada = readers.Ada!
  const desk = await ada.get(deskOf(main)).expect(303)
  assert.equal(desk.headers.location, admission)
  await send(ada, making(main, 'ernst')).expect(404)
  assert.match((await ada.get('/')).text, /data-admission/)
  assert.match((await ada.get(admission)).text, /noch nichts abgegeben/)
  await stored(ada, making(places[0]!, 'Straße'))
  await finishing(ada, places[0]!, 'marks').expect(200)
  const { text } = await ada.get(admission).expect(200)
  assert.match(text, /Bisher erreicht: 0 von 100, in 1 Artikel\./)
  assert.ok(text.includes(`href="${deskOf(places[1]!)}"`))
  const asked = await ada.post(admission).expect(303)
  assert.equal(asked.headers.location, admission)
  await send(ada, making(main, 'ernst')).expect(404)
})

test('who has reached the bound asks, is let in, and stays so; nobody else is', async (t) => {
  const { app, readers, places, main, admission } = await admissionScene(t)
  const ada = readers.Ada!
  await stored(ada, making(places[0]!, 'ernst', { tag: 'framing' }))
  await finishing(ada, places[0]!, 'marks').expect(200)
  await send(ada, making(main, 'ernst')).expect(404)
  const { headers } = await ada.post(admission).expect(303)
  assert.equal(headers.location, deskOf(main))
  await stored(ada, making(main, 'ernst'))
  await send(readers.Ben!, making(main, 'ernst')).expect(404)
  const row = await app.parts.database.db.selectFrom('admission').selectAll().executeTakeFirstOrThrow()
  assert.deepEqual(JSON.parse(row.content), { round: places[0]!.round, percent: 60, articles: 1, f1: 1 })
  // What is read badly afterwards takes nothing away.
  await stored(ada, making(places[1]!, 'Straße'))
  await finishing(ada, places[1]!, 'marks').expect(200)
  await stored(ada, making(main, 'Straße'))
})

test('a manager lets somebody in by hand, and asks only for training of the same study', async (t) => {
  const scene = await admissionScene(t)
  const { manager, readers, main, mainPath } = scene
  const annotator = await pseudonymOf(scene, 'Ben')
  await manager.post(`${mainPath}/admissions`).type('form').send({ annotator }).expect(303)
  await stored(readers.Ben!, making(main, 'ernst'))
  for (const wrong of [
    { admission: newId(), percent: '60' },
    { admission: scene.places[0]!.round, percent: '' },
  ])
    await manager
      .post(`${mainPath}/terms`)
      .type('form')
      .send({ dueOn: '', ...wrong })
      .expect(422)
})

test('articles with a reference are given to everybody, look like all others, and show the manager how close each comes', async (t) => {
  const scene = await roundScene(t, 6, ['Ada', 'Ben', 'Cleo'])
  const { manager, readers, places, path } = scene
  await addReferences(scene, [places[2]!], WHY)
  await assignAll(scene, { readers: 1, controls: 'on', order: 'shuffled' })
  await stored(readers.Ada!, making(places[2]!, 'ernst', { tag: 'framing' }))
  await finishing(readers.Ada!, places[2]!, 'marks').expect(200)
  await finishing(readers.Ben!, places[2]!, 'nothing').expect(200)
  const shown = (text: string) => [...text.matchAll(/data-f1>([^<]+)</g)].map(([, f1]) => f1)
  assert.deepEqual(shown((await manager.get(`${path}/comparison`).expect(200)).text), ['1,00', '0,00'])
  await readers.Ada!.get(`${path}/comparison`).expect(404)
  for (const look of ['?reading=reference', '?beside=reference'])
    await readers.Ada!.get(deskOf(places[2]!) + look).expect(404)
  assert.doesNotMatch((await readers.Ada!.get(deskOf(places[2]!))).text, /eferenz|reference/)
})

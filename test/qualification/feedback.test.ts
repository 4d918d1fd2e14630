/** One's own readings beside the reference: shown to nobody who can still change them, and to nobody else. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { addRevision, addSet } from '../../server/annotations/annotation-store.ts'
import { addRound, findRound } from '../../server/rounds/round-store.ts'
import { addAnnotator } from '../../server/studies/study-store.ts'
import { type Agent, send, stored } from '../support/app.ts'
import { closeRound, making, newId, type Place, wordsIn } from '../support/builders.ts'
import { freshFolder } from '../support/folders.ts'
import { lesart } from '../support/program.ts'
import {
  addReferences,
  assignAll,
  deskOf,
  finishing,
  pseudonymOf,
  type RoundScene,
  roundScene,
} from '../support/rounds.ts'

const WHY = 'Because the word judges.'
const feedbackOf = ({ round }: Place) => `/rounds/${round}/feedback`

async function switched({ manager, path }: RoundScene, feedback: 'on' | 'off'): Promise<void> {
  await manager.post(`${path}/feedback`).type('form').send({ feedback }).expect(303)
}

async function reopening(agent: Agent, place: Place, status: number): Promise<void> {
  await agent
    .put(`/api/v1${deskOf(place)}/state`)
    .send({ state: 'in-progress' })
    .expect(status)
}

test('before all of one’s own is done, or where nobody has switched it on, there is nothing, and no door to it', async (t) => {
  const scene = await roundScene(t, 2, ['Ada', 'Ben'])
  const { readers, places } = scene
  const [first, second] = places as [Place, Place]
  await addReferences(scene, places, WHY)
  const ada = readers.Ada!
  const isHidden = async (agent: Agent) => {
    await agent.get(feedbackOf(first)).expect(404)
    await agent.post(feedbackOf(first)).expect(404)
    assert.doesNotMatch((await agent.get('/')).text, /data-feedback/)
    await agent.get(`${deskOf(first)}?beside=reference`).expect(404)
  }
  await finishing(ada, first).expect(200)
  await finishing(ada, second).expect(200)
  await isHidden(ada)
  await reopening(ada, second, 200)
  await switched(scene, 'on')
  await isHidden(ada)
  await finishing(ada, second).expect(200)
  assert.match((await ada.get('/')).text, /data-feedback/)
  const { text } = await ada.get(feedbackOf(first)).expect(200)
  assert.ok(!text.includes(WHY), 'nothing is shown before the press')
  await isHidden(readers.Ben!)
  await isHidden(scene.manager)
})

test('with the press the readings stand for good, however the round goes on, and the reasons are shown', async (t) => {
  const scene = await roundScene(t, 2, ['Ada', 'Ben'])
  const { app, readers, places, manager, path: round } = scene
  const [first, second] = places as [Place, Place]
  await addReferences(scene, places, WHY)
  await switched(scene, 'on')
  const ada = readers.Ada!
  await stored(ada, making(first, 'ernst', { tag: 'framing' }))
  await stored(ada, making(second, 'Straße', { tag: 'framing' }))
  for (const place of [first, second]) await finishing(ada, place, 'marks').expect(200)
  // As long as nobody has looked, a finished reading opens again like any other.
  await reopening(ada, first, 200)
  await finishing(ada, first, 'marks').expect(200)
  await ada.post(feedbackOf(first)).expect(303)
  const { text } = await ada.get(`${feedbackOf(first)}?lang=en`).expect(200)
  assert.match(text, /1 of your 2 marks has the same words/)
  assert.equal(
    text.match(/Because the word judges\./g)?.length,
    1,
    'the reason where they part, not where they are alike',
  )
  assert.ok(text.includes(`href="${deskOf(second)}?beside=reference#at-`))
  await ada.get(`${deskOf(first)}?beside=reference`).expect(200)
  for (const place of [first, second]) await reopening(ada, place, 409)
  await send(ada, making(first, 'Straße')).expect(409)
  for (const deed of ['closure', 'opening']) await manager.post(`${round}/${deed}`).expect(303)
  await reopening(ada, first, 409)
  await switched(scene, 'off')
  await ada.get(feedbackOf(first)).expect(404)
  await ada.get(`${deskOf(first)}?beside=reference`).expect(404)
  await reopening(ada, first, 409)
  assert.equal((await app.parts.database.db.selectFrom('feedback_opening').selectAll().execute()).length, 1)
})

test('a closed round shows what was finished in it, not what was skipped or left', async (t) => {
  const scene = await roundScene(t, 3, ['Ada'])
  const { app, readers, places } = scene
  const [first, second, third] = places as [Place, Place, Place]
  await addReferences(scene, places, WHY)
  await switched(scene, 'on')
  const ada = readers.Ada!
  await finishing(ada, first).expect(200)
  await stored(ada, making(second, 'Straße'))
  await ada
    .put(`/api/v1${deskOf(third)}/state`)
    .send({ state: 'skipped', reason: 'x' })
    .expect(200)
  await ada.post(feedbackOf(first)).expect(404)
  await closeRound(app.parts, first)
  await ada.post(feedbackOf(first)).expect(303)
  const { text } = await ada.get(feedbackOf(first)).expect(200)
  assert.equal(text.match(/Because the word judges\./g)?.length, 1)
  for (const place of [second, third]) await ada.get(`${deskOf(place)}?beside=reference`).expect(404)
})

test('nothing is shown of an article that one can still change in another open round', async (t) => {
  const scene = await roundScene(t, 2, ['Ada'])
  const { app, readers, places } = scene
  const [first, second] = places as [Place, Place]
  await addReferences(scene, places, WHY)
  await switched(scene, 'on')
  const ada = readers.Ada!
  for (const place of places) await finishing(ada, place).expect(200)
  await ada.post(feedbackOf(first)).expect(303)
  const again = newId()
  const like = (await findRound(app.parts.database.db, first.round))!
  const other = { ...like, id: again, title: 'Again', kind: 'annotation' } as const
  await app.parts.database.transact((db) => addRound(db, other, app.parts.clock.now()))
  const isHeld = async (place: Place, held: boolean) => {
    const { text } = await ada.get(`${feedbackOf(first)}?lang=en`).expect(200)
    assert.equal(text.includes(`${deskOf(place)}?beside=reference`), !held)
    await ada.get(`${deskOf(place)}?beside=reference`).expect(held ? 404 : 200)
  }
  for (const place of places) await isHeld(place, true)
  assert.ok(!(await ada.get(feedbackOf(first))).text.includes(WHY))
  // Finished there it can be opened again: still held.
  await finishing(ada, { ...first, round: again }).expect(200)
  await isHeld(first, true)
  await closeRound(app.parts, { ...first, round: again })
  await isHeld(first, false)
  await isHeld(second, false)
})

test('a manager sees everybody’s, annotators nobody else’s, and the manager nothing of what they still read', async (t) => {
  const scene = await roundScene(t, 2, ['Ada', 'Ben'])
  const { app, readers, places, manager, path: round } = scene
  await addReferences(scene, places, WHY)
  await assignAll(scene, { readers: 2 })
  await finishing(readers.Ada!, places[0]!).expect(200)
  const [ada, ben] = [await pseudonymOf(scene, 'Ada'), await pseudonymOf(scene, 'Ben')]
  assert.ok((await manager.get(`${round}/comparison`).expect(200)).text.includes(`${round}/comparison/${ada}`))
  assert.ok((await manager.get(`${round}/comparison/${ada}`).expect(200)).text.includes(WHY))
  for (const name of [ada, ben, 'nobody']) await readers.Ben!.get(`${round}/comparison/${name}`).expect(404)
  await manager.get(`${round}/comparison/nobody`).expect(404)
  await app.takeIn('Ben', places[0]!.article.studyId, 'manager')
  const { text } = await readers.Ben!.get(`${round}/comparison/${ada}?lang=en`).expect(200)
  assert.ok(!text.includes(WHY))
  assert.match(text, /One article is not here yet/)
})

test('the numbers are those of the command line on the same two readings', async (t) => {
  const scene = await roundScene(t, 3, ['Ada'])
  const { readers, places, manager } = scene
  await addReferences(scene, places, WHY)
  await switched(scene, 'on')
  const ada = readers.Ada!
  await stored(ada, making(places[0]!, 'ernst', { tag: 'framing' }))
  await stored(ada, making(places[0]!, 'Die Brücke sei „marode“', { tag: 'attribution' }))
  await stored(ada, making(places[1]!, 'Lage ist ernst', { tag: 'framing' }))
  await stored(ada, making(places[2]!, 'die Lage ist ernst', { tag: 'reporting' }))
  for (const place of places) await finishing(ada, place, 'marks').expect(200)
  await ada.post(feedbackOf(places[0]!)).expect(303)
  const shown = (await ada.get(`${feedbackOf(places[0]!)}?lang=en`).expect(200)).text
  const numbers = new Map(
    [...shown.matchAll(/data-measure="(\w+)">([^<]+)</g)].map(([, name, value]) => [name!, value!]),
  )

  const study = places[0]!.article.studyId
  const { text } = await manager.get(`/studies/${study}/datasets/lesart`).buffer(true).expect(200)
  const lines = text
    .trimEnd()
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line))
  const round = lines[0].rounds.find(({ kind }: { kind: string }) => kind === 'annotation').id
  for (const { annotationSets = [] } of lines) for (const set of annotationSets) set.round = round
  const body = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
  const annotations = lines.flatMap(({ annotationSets = [] }) =>
    annotationSets.flatMap((set: { annotations: [] }) => set.annotations),
  )
  const end = {
    ...{ type: 'end', articles: lines.length - 1, annotations: annotations.length },
    sha256: createHash('sha256').update(body).digest('hex'),
  }
  const file = path.join(freshFolder(t), 'both.lesart.jsonl')
  writeFileSync(file, `${body}${JSON.stringify(end)}\n`)
  const { stdout, stderr, code } = await lesart([
    'agreement',
    '--json',
    '--measure',
    'span-f1,krippendorff-alpha',
    file,
  ])
  assert.equal(code, 0, stderr)
  const { results } = JSON.parse(stdout)
  const measured = (measure: string, variant: string) =>
    results.find(
      (one: Record<string, unknown>) => one.measure === measure && one.variant === variant && one.tag === null,
    ).value
  const written = (value: number) => value.toFixed(2).replace('-', '−')
  assert.equal(numbers.get('overlap'), written(measured('span-f1', 'overlap')))
  assert.equal(numbers.get('exact'), written(measured('span-f1', 'exact')))
  assert.equal(numbers.get('alpha'), written(measured('krippendorff-alpha', 'nominal')))
  assert.ok(Number(numbers.get('overlap')) > Number(numbers.get('exact')))
})

test('where there is a finished gold it is compared with, and not with the reference', async (t) => {
  const scene = await roundScene(t, 2, ['Ada'])
  const { app, readers, places } = scene
  const [first, second] = places as [Place, Place]
  await addReferences(scene, places, WHY)
  await switched(scene, 'on')
  const { parts } = app
  const now = parts.clock.now()
  const like = (await findRound(parts.database.db, first.round))!
  await parts.database.transact(async (db) => {
    const [round, annotatorId] = [newId(), newId()]
    await addRound(db, { ...like, id: round, title: 'Gold', kind: 'adjudication' }, now)
    await addAnnotator(db, { id: annotatorId, studyId: like.studyId, kind: 'program', pseudonym: 'gold' })
    for (const [place, state] of [
      [first, 'finished'],
      [second, 'in-progress'],
    ] as const) {
      const set = { id: newId(), roundId: round, articleId: place.article.id, annotatorId, state }
      await addSet(db, set, now)
      const mark = { ...wordsIn(place.article, 'Straße'), tag: 'reporting', note: `Settled in ${state}.` }
      const made = { revision: 1, retracted: false, attributes: {}, parts: [], origin: 'adjudication' } as const
      await addRevision(
        db,
        { ...made, ...mark, id: newId(), createdAt: now, changedAt: now },
        { setId: set.id, checksum: 'x' },
      )
    }
  })
  const ada = readers.Ada!
  for (const place of places) await finishing(ada, place).expect(200)
  await ada.post(feedbackOf(first)).expect(303)
  const { text } = await ada.get(`${feedbackOf(first)}?lang=en`).expect(200)
  assert.match(text, /Compared with the adjudicated reading \(gold\)/)
  assert.equal(text.match(/Settled in finished\./g)?.length, 1)
  assert.equal(text.match(/Because the word judges\./g)?.length, 1, 'what is still being settled is no gold')
  assert.doesNotMatch(text, /Settled in in-progress/)
  assert.ok((await ada.get(`${deskOf(first)}?beside=reference`).expect(200)).text.includes('Settled in finished.'))
})

/** Rounds as they are managed: begun, opened and closed, assigned by a plan and by hand, and read by those who are meant. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findRound, listRounds } from '../../server/rounds/round-store.ts'
import { type Agent, send, stored } from '../support/app.ts'
import { addArticleTo, making, type Place } from '../support/builders.ts'
import { contentDigest } from '../support/database.ts'
import { assignAll, assignedIn, deskOf, finishing, pseudonymOf, roundScene } from '../support/rounds.ts'

test('a new round begins closed, takes its kind, codebook version and due date, and opens and closes', async (t) => {
  const { app, manager, places, slug } = await roundScene(t, 1, ['Ada'])
  const { db } = app.parts.database
  const { codebook, studyId } = (await findRound(db, places[0]!.round))!
  const form = { title: ' Zweite  Runde ', kind: 'training', codebookVersion: `${codebook.id}/1`, dueOn: '2027-02-28' }
  const made = await manager.post(`/studies/${slug}/rounds`).type('form').send(form).expect(303)
  const round = (await listRounds(db, studyId)).at(-1)!
  assert.equal(made.headers.location, `/studies/${slug}/rounds/${round.id}`)
  assert.deepEqual([round.title, round.kind, round.dueOn], ['Zweite Runde', 'training', '2027-02-28'])
  assert.notEqual(round.closedAt, undefined)
  await manager.post(`/studies/${slug}/rounds/${round.id}/opening`).expect(303)
  assert.equal((await findRound(db, round.id))!.closedAt, undefined)
  await manager.post(`/studies/${slug}/rounds/${round.id}/closure`).expect(303)
  assert.notEqual((await findRound(db, round.id))!.closedAt, undefined)
})

const FAULTS: readonly (readonly [string, Record<string, string>, RegExp])[] = [
  ['without a title', { title: ' ' }, /Bitte ausfüllen/],
  ['on a day that there is not', { dueOn: '2027-02-30' }, /Das ist kein Tag/],
  ['of a kind that is not made here', { kind: 'demonstration' }, /Das gibt es hier nicht/],
  ['with a codebook of elsewhere', { codebookVersion: 'x/1' }, /Das gibt es hier nicht/],
]

test('what is wrong with a new round is said beside the field, and what was typed stays', async (t) => {
  const { app, manager, places, slug } = await roundScene(t, 1, [])
  const { codebook } = (await findRound(app.parts.database.db, places[0]!.round))!
  for (const [name, wrong, said] of FAULTS) {
    const form = { title: 'Titel', kind: 'annotation', codebookVersion: `${codebook.id}/1`, dueOn: '', ...wrong }
    const { text } = await manager.post(`/studies/${slug}/rounds`).type('form').send(form).expect(422)
    assert.match(text, said, name)
    if (!('title' in wrong)) assert.match(text, /value="Titel"/, name)
  }
})

test('closing a round while somebody marks: their action is refused as round-closed, and gets in once it is open again', async (t) => {
  const { manager, readers, places, path } = await roundScene(t, 1, ['Ada'])
  await stored(readers.Ada!, making(places[0]!, 'ernst'))
  await manager.post(`${path}/closure`).expect(303)
  const waiting = making(places[0]!, 'Straße')
  const { body } = await send(readers.Ada!, waiting).expect(409)
  assert.equal(body.error.code, 'round-closed')
  await manager.post(`${path}/opening`).expect(303)
  await stored(readers.Ada!, waiting)
})

test('a plan changes nothing until it is put into force; then everybody reads what is theirs and nothing else', async (t) => {
  const scene = await roundScene(t, 6, ['Ada', 'Ben', 'Cleo'])
  const { app, manager, readers, places, path } = scene
  const before = await contentDigest(app.parts.database)
  const { text } = await manager.get(`${path}/plan?readers=2&seed=7&most=4`).expect(200)
  assert.equal(await contentDigest(app.parts.database), before)
  assert.deepEqual(
    [...text.matchAll(/data-added>(\d+)</g)].map(([, n]) => n),
    ['4', '4', '4'],
  )
  await assignAll(scene, { most: 4 })
  const assigned = await assignedIn(scene)
  for (const [name, agent] of Object.entries(readers))
    for (const place of places) {
      const isTheirs = assigned.get(name)!.includes(place.article.id)
      await agent.get(deskOf(place)).expect(isTheirs ? 200 : 404)
      await send(agent, making(place, 'ernst')).expect(isTheirs ? 201 : 404)
      await finishing(agent, place, 'marks').expect(isTheirs ? 200 : 404)
      await agent.get(`/api/v1${deskOf(place)}/reading`).expect(isTheirs ? 200 : 404)
      for (const page of ['/sentences', '/questions', '/profile', '/profile/shares.csv'])
        await agent.get(deskOf(place) + page).expect(isTheirs ? 200 : 404)
    }
  const { text: listed } = await manager.get(path).expect(200)
  assert.equal(listed.match(/data-state="finished"/g)?.length, 12)
})

test('the start page and the way through a round follow the assignments, in the order of each', async (t) => {
  const scene = await roundScene(t, 5, ['Ada', 'Ben'])
  const { app, readers, places } = scene
  await assignAll(scene, { readers: 1, order: 'shuffled' })
  await app.parts.database.transact((db) => db.updateTable('round').set({ due_on: '2020-01-01' }).execute())
  const nextOf = async (agent: Agent) => /data-queue href="([^"]+)"/.exec((await agent.get('/')).text)?.[1]
  for (const [name, articles] of await assignedIn(scene)) {
    assert.match((await readers[name]!.get('/')).text, new RegExp(`0 von ${articles.length} Artikeln erledigt`))
    assert.match((await readers[name]!.get('/')).text, /war fällig am 1\. Januar 2020/)
    for (const id of articles) {
      const place = places.find(({ article }) => article.id === id)!
      assert.equal(await nextOf(readers[name]!), deskOf(place))
      await finishing(readers[name]!, place).expect(200)
    }
    assert.equal(await nextOf(readers[name]!), undefined)
  }
})

test('who has nothing assigned in a round does not find it on the start page', async (t) => {
  const scene = await roundScene(t, 2, ['Ada', 'Ben'])
  await assignAll(scene, { readers: 1, person: await pseudonymOf(scene, 'Ada') })
  assert.match((await scene.readers.Ada!.get('/')).text, /data-queue/)
  assert.doesNotMatch((await scene.readers.Ben!.get('/')).text, /data-queue/)
})

test('two managers at once: one plan gets in, the other one is shown how it would be now, and nothing is mixed', async (t) => {
  const scene = await roundScene(t, 10, ['Ada', 'Ben', 'Cleo'])
  const { manager, path } = scene
  const answers = await Promise.all(
    [1, 2].map((readers) => manager.post(`${path}/plan`).type('form').send({ readers, seed: 7, seen: 0 })),
  )
  assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 409])
  const refused = answers.find(({ status }) => status === 409)!
  assert.match(refused.text, /Es ist nichts zugewiesen worden/)
  const counts = [...(await assignedIn(scene)).values()].map((articles) => articles.length)
  const winner = answers.findIndex(({ status }) => status === 303) + 1
  assert.equal(
    counts.reduce((sum, count) => sum + count, 0),
    winner * 10,
  )
})

test('the same seed is the same plan, and the seed is kept with what was asked for', async (t) => {
  const scene = await roundScene(t, 8, ['Ada', 'Ben', 'Cleo', 'Dan'])
  const { app, manager, path } = scene
  const planned = async (seed: number) => {
    const { text } = await manager.get(`${path}/plan?readers=2&seed=${seed}`).expect(200)
    return [...text.matchAll(/<strong><bdi>([^<]*)<\/bdi><\/strong>/g)].map(([, names]) => names)
  }
  assert.deepEqual(await planned(3), await planned(3))
  assert.notDeepEqual(await planned(3), await planned(4))
  const shown = await planned(7)
  await assignAll(scene, {})
  const assigned = await assignedIn(scene)
  for (const [index, { article }] of scene.places.entries())
    for (const [name, articles] of assigned) assert.equal(articles.includes(article.id), shown[index]!.includes(name))
  const row = await app.parts.database.db.selectFrom('assignment_change').selectAll().executeTakeFirstOrThrow()
  const { seed, readers, people } = JSON.parse(row.content)
  assert.deepEqual([seed, readers, people.length], [7, 2, 4])
  assert.match((await manager.get(path)).text, /Plan mit dem Startwert 7/)
})

test('more readers than people, and a limit that is too low, are said before anything is assigned', async (t) => {
  const { manager, path } = await roundScene(t, 4, ['Ada', 'Ben'])
  const shortage = async (query: string) =>
    /data-shortage="(\w+)">([^<]+)</.exec((await manager.get(`${path}/plan?${query}`).expect(200)).text)?.slice(1)
  assert.deepEqual(await shortage('readers=3'), [
    'people',
    '4 Artikel: Es sind weniger Personen da als verlangt, es fehlen 4 Zuweisungen.',
  ])
  assert.deepEqual((await shortage('readers=2&most=3'))![0], 'most')
  assert.equal((await shortage('readers=2&apartOne=a1&apartOther=a2'))![0], 'apart')
  await manager.get(`${path}/plan?readers=0`).expect(422)
  assert.match((await manager.get(`${path}/plan?readers=viele`).expect(422)).text, /Das ist keine ganze Zahl/)
})

test('articles and people that come later are added without changing what stands', async (t) => {
  const scene = await roundScene(t, 4, ['Ada', 'Ben'])
  const { app, places } = scene
  await assignAll(scene, {})
  const before = await assignedIn(scene)
  const later: Place[] = [await addArticleTo(app.parts, places[0]!), await addArticleTo(app.parts, places[0]!)]
  await app.signedIn('Cleo')
  await app.takeIn('Cleo', places[0]!.article.studyId, 'annotator')
  await assignAll(scene, { most: 5 }, 1)
  const after = await assignedIn(scene)
  for (const [name, articles] of before) assert.deepEqual(after.get(name)!.slice(0, articles.length), articles)
  assert.deepEqual([...after.get('Cleo')!].sort(), later.map(({ article }) => article.id).sort())
})

test('an assignment is added and taken away by hand; what has begun only by who says so, and its marks stay', async (t) => {
  const scene = await roundScene(t, 2, ['Ada', 'Ben'])
  const { app, manager, readers, places, path } = scene
  await assignAll(scene, { readers: 1, person: await pseudonymOf(scene, 'Ada') })
  const one = { article: places[0]!.article.id, annotator: await pseudonymOf(scene, 'Ben') }
  for (let twice = 0; twice < 2; twice++) await manager.post(`${path}/assignments`).type('form').send(one).expect(303)
  await stored(readers.Ben!, making(places[0]!, 'ernst'))
  const { text } = await manager.post(`${path}/assignments/removal`).type('form').send(one).expect(409)
  assert.match(text, /Ben hat diesen Artikel schon angefangen/)
  assert.deepEqual((await assignedIn(scene)).get('Ben'), [one.article])
  await manager
    .post(`${path}/assignments/removal`)
    .type('form')
    .send({ ...one, begun: 'yes' })
    .expect(303)
  assert.equal((await assignedIn(scene)).has('Ben'), false)
  await send(readers.Ben!, making(places[0]!, 'ernst')).expect(404)
  const kept = await app.parts.database.db.selectFrom('current_annotation').select('annotation_id').execute()
  assert.equal(kept.length, 1)
  const ada = { article: places[1]!.article.id, annotator: await pseudonymOf(scene, 'Ada') }
  await manager.post(`${path}/assignments/removal`).type('form').send(ada).expect(303)
  assert.deepEqual((await assignedIn(scene)).get('Ada'), [places[0]!.article.id])
})

test('a round without assignments stays for everybody, as before', async (t) => {
  const { readers, places } = await roundScene(t, 3, ['Ada', 'Ben'])
  for (const agent of Object.values(readers)) for (const place of places) await stored(agent, making(place, 'ernst'))
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { lesart } from '../../server/exchange/formats/lesart.ts'
import { anyLesartFile } from '../support/any-lesart-file.ts'
import { startApp, stored } from '../support/app.ts'
import { addArticleTo, addPlace, making, revising, turning } from '../support/builders.ts'
import { ENGINE } from '../support/database.ts'
import { emptyStore, take, written } from '../support/exchange.ts'
import { closed, comparable, firstArticle, madeUp, takenApart } from '../support/lesart-file.ts'

const FILES: Readonly<Record<string, string>> = {
  'the first article': firstArticle,
  'a made-up file with something of everything': closed(madeUp()),
}

for (const [name, file] of Object.entries(FILES))
  test(`${name} comes out of an empty instance as it went in, byte for byte`, async (t) => {
    const store = await emptyStore(t)
    await take(store, file)
    assert.equal(comparable((await written(store, lesart)).text), comparable(file))
  })

test('any file comes out as it went in, and going in again adds nothing', async (t) => {
  await fc.assert(
    fc.asyncProperty(fc.gen(), fc.integer({ min: 1, max: 5000 }), async (g, pieceSize) => {
      const file = closed(anyLesartFile(g))
      const store = await emptyStore(t)
      const first = await take(store, file, pieceSize)
      const { text } = await written(store, lesart)
      assert.equal(comparable(text), comparable(file))
      const again = await take(store, text, pieceSize)
      for (const kind of ['articles', 'sets', 'annotations'] as const)
        assert.deepEqual(again[kind], { new: 0, equal: first[kind].new, refused: 0 })
    }),
    // What files hold is the same on both engines; how much of them a database can take costs far more on one.
    { numRuns: ENGINE === 'postgres' ? 10 : 40 },
  )
})

test('marks made at the desk go out as they stand: revised, restored, and without those taken back', async (t) => {
  const { parts, signedIn } = await startApp(t, { seeded: false })
  const place = await addPlace(parts)
  const ada = await signedIn('Ada')
  const [kept, revised, retracted, restored] = ['Die Brücke', 'Die Brücke', 'ernst', '😃'].map((words) =>
    making(place, words),
  )
  for (const mark of [kept, revised, retracted, restored]) await stored(ada, mark!)
  await stored(ada, revising(revised!, 1, { note: 'x̌ 😃', confidence: 'low' }))
  for (const mark of [retracted, restored]) await stored(ada, turning(mark!, 'retract', 1))
  await stored(ada, turning(restored!, 'restore', 2))

  const { text } = await written(parts, lesart)
  const [set] = takenApart(text).articles[0]!.annotationSets
  assert.deepEqual(
    new Set(set!.annotations.map(({ id }) => id)),
    new Set([kept, revised, restored].map((mark) => mark!.annotation)),
  )
  const elsewhere = await emptyStore(t)
  await take(elsewhere, text)
  assert.equal(comparable((await written(elsewhere, lesart)).text), comparable(text))
})

test('a study with rounds of several kinds, read in each of them, moves without loss', async (t) => {
  const { parts, signedIn, takeIn } = await startApp(t, { seeded: false })
  const rui = await signedIn('Rui')
  const place = await addPlace(parts, { kind: 'annotation' })
  const second = await addArticleTo(parts, place)
  const study = place.article.studyId
  const rounds = [place.round]
  const { codebook_id, codebook_number } = await parts.database.db
    .selectFrom('round')
    .selectAll()
    .where('id', '=', place.round)
    .executeTakeFirstOrThrow()
  const codebookVersion = `${codebook_id}/${codebook_number}`
  for (const kind of ['training', 'annotation', 'annotation']) {
    const form = { title: `Runde ${kind}`, kind, codebookVersion, dueOn: kind === 'training' ? '2027-01-31' : '' }
    const { headers } = await rui.post(`/studies/study-${study}/rounds`).type('form').send(form).expect(303)
    rounds.push(/[^/]+$/.exec(headers.location!)![0])
    await rui.post(`${headers.location}/opening`).expect(303)
  }
  for (const name of ['Ada', 'Ben']) {
    const agent = await signedIn(name)
    await takeIn(name, study, 'annotator')
    for (const [turn, round] of rounds.entries())
      for (const { article } of turn % 2 === 0 ? [place, second] : [place]) {
        const made = making({ round, article }, 'ernst', { note: `${name} in ${turn}` })
        await stored(agent, made)
        if (turn === 1) await stored(agent, revising(made, 1, { tag: 'framing' }))
        if (turn === 3) await stored(agent, turning(made, 'retract', 1))
      }
    await agent
      .post(`/rounds/${rounds[3]}/articles/${second.article.id}/omission`)
      .type('form')
      .send({ reason: 'nichts 😃' })
  }
  const { text } = await written(parts, lesart)
  const { header, articles } = takenApart(text)
  assert.equal(header.rounds.length, 4)
  assert.ok(articles.every(({ annotationSets }) => annotationSets.length > 2))
  const elsewhere = await emptyStore(t)
  await take(elsewhere, text)
  assert.equal(comparable((await written(elsewhere, lesart)).text), comparable(text))
})

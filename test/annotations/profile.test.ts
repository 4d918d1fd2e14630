/** The profile of an article: its numbers, who may see it, and its pictures as files. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import fc from 'fast-check'
import { answerTallies, apartOf, coveredBy, passagesOf, stretchesOf } from '../../server/annotations/profile.ts'
import { sharesOf } from '../../server/annotations/shares.ts'
import { type Agent, startApp, stored } from '../support/app.ts'
import { addPlace, making, newId, type Place } from '../support/builders.ts'
import { contentDigest } from '../support/database.ts'
import { demonstrationParams } from '../support/routes.ts'
import { articleOf, oddArticle, placeOf } from '../support/texts.ts'

const marks = fc
  .array(fc.tuple(fc.constantFrom('reporting', 'framing'), fc.nat(80), fc.nat(80)), { maxLength: 10 })
  .map((marks) => marks.map(([tag, a, b]) => ({ tag, start: Math.min(a, b), end: Math.max(a, b) })))

test('the passages together have the shares of the article, and what is covered is never less than what is innermost', () => {
  fc.assert(
    fc.property(oddArticle, marks, (article, marks) => {
      const { coded, tags, unmarked } = sharesOf(article, marks)
      const passages = passagesOf(article, marks)
      const sum = (of: (passage: (typeof passages)[number]) => number) =>
        passages.reduce((all, one) => all + of(one), 0)
      assert.equal(
        sum((passage) => passage.coded),
        coded,
      )
      assert.equal(
        sum((passage) => passage.unmarked),
        unmarked,
      )
      const covered = coveredBy(article, marks)
      for (const [tag, { codePoints }] of tags) {
        assert.equal(
          sum((passage) => passage.tags.get(tag) ?? 0),
          codePoints,
        )
        assert.ok((covered.get(tag) ?? 0) >= codePoints)
        assert.ok((covered.get(tag) ?? 0) <= coded)
      }
    }),
  )
})

test('a reading differs from itself nowhere, from another one as much as that from it, and from none where it marks', () => {
  fc.assert(
    fc.property(oddArticle, marks, marks, (article, mine, theirs) => {
      assert.deepEqual(apartOf(article, mine, mine), { share: 0, stretches: [] })
      assert.deepEqual(apartOf(article, mine, theirs), apartOf(article, theirs, mine))
      const { coded, unmarked } = sharesOf(article, mine)
      assert.equal(apartOf(article, mine, []).share, coded === 0 ? 0 : (coded - unmarked) / coded)
      const stretches = stretchesOf(article, mine)
      assert.ok(stretches.every(({ from, to }, index) => from === (stretches[index - 1]?.to ?? 0) && from < to))
      if (stretches.length > 0) assert.equal(stretches.at(-1)!.to, 1)
    }),
  )
})

const article = articleOf(
  ['headline', 'Kopf'],
  ['byline', 'Von Ada'],
  ['list-item', 'eins'],
  ['list-item', 'zwei'],
  ['paragraph', 'drei'],
  ['list-item', 'vier'],
)

test('list items that follow one another are one passage', () => {
  const found = passagesOf(article, [{ tag: 'framing', ...placeOf(article.body.text, 'zwei') }])
  assert.deepEqual(
    found.map(({ kind, place, coded, tags }) => [kind, place, coded, tags.get('framing') ?? 0]),
    [
      ['headline', 1, 4, 0],
      ['list-item', 1, 8, 4],
      ['paragraph', 1, 4, 0],
      ['list-item', 2, 4, 0],
    ],
  )
})

test('choices are counted for the tag that asks, the most frequent first, each with its shortest passage', () => {
  const label = { de: 'Wort', en: 'word' }
  const choices = ['a', 'b', 'c'].map((id) => ({ id, label }))
  const tags = [
    { id: 'framing', label, attributes: [{ id: 'device', label, kind: 'many-of', choices } as const] },
    { id: 'reporting', label },
  ]
  const codebook = { id: 'c', version: 1, title: label, overlap: 'allowed', tags } as const
  const annotation = (words: string, tag: string, device?: string[]) => ({
    ...{ id: newId(), revision: 1, retracted: false, origin: 'annotator', createdAt: '', changedAt: '', parts: [] },
    ...{ tag, ...placeOf(article.body.text, words), attributes: device ? { device } : {} },
  })
  const [tally, ...others] = answerTallies(codebook, [
    annotation('eins\n\nzwei', 'framing', ['b', 'a']),
    annotation('drei', 'framing', ['b']),
    annotation('vier', 'framing'),
    annotation('Kopf', 'reporting', ['c']),
  ])
  assert.deepEqual(others, [])
  assert.deepEqual([tally!.marks, tally!.answered], [3, 2])
  assert.deepEqual(
    tally!.choices.map(({ choice, count, example: { start, end } }) => [
      choice.id,
      count,
      article.body.slice(start, end),
    ]),
    [
      ['b', 2, 'drei'],
      ['a', 1, 'eins\n\nzwei'],
    ],
  )
})

const profileOf = ({ round, article }: { round: string; article: string }, rest = '') =>
  `/rounds/${round}/articles/${article}/profile${rest}`

test('a visitor sees the profile of the reference reading, which is one of many, with the numbers of the codebook', async (t) => {
  const app = await startApp(t)
  const at = await demonstrationParams(app.parts)
  const place = { round: at.round!, article: at.article! }
  const before = await contentDigest(app.parts.database)
  const { text } = await app.stranger().get(profileOf(place)).expect(200)
  const totals = [...text.matchAll(/data-total="(\w*)".*?<td>(\d*)<\/td><td class="main">([^<]*)/g)]
  assert.deepEqual(
    totals.map(([, ...found]) => found.join(' ').replaceAll('\u00a0', ' ')),
    ['reporting 2 3,1 %', 'attribution 14 63,0 %', 'framing 15 31,2 %', '  2,7 %'],
  )
  assert.match(text, /eine Lesart unter mehreren/)
  const csv = await app.stranger().get(profileOf(place, '/shares.csv')).expect(200)
  const [head, ...rows] = csv.text.trim().split('\n')
  assert.equal(head, 'kind,place,characters,tag.reporting,tag.attribution,tag.framing,unmarked')
  const sums = [2, 3, 4, 5, 6].map((column) => rows.reduce((sum, row) => sum + Number(row.split(',')[column]), 0))
  assert.deepEqual(sums, [2321, 71, 1463, 724, 63])
  const devices = await app.stranger().get(profileOf(place, '/answers.csv?tag=framing&question=device')).expect(200)
  assert.match(devices.text, /\nframing,device,metaphor,3,0,15,Schulterschluss\n/)
  assert.equal(await contentDigest(app.parts.database), before)
})

test('pictures are files that nothing can run in', async (t) => {
  const app = await startApp(t)
  const at = await demonstrationParams(app.parts)
  const place = { round: at.round!, article: at.article! }
  const { headers, body } = await app.stranger().get(profileOf(place, '/shares.svg')).expect(200)
  assert.match(headers['content-type']!, /^image\/svg\+xml/)
  assert.equal(headers['content-disposition'], 'attachment; filename=profile-shares.svg')
  assert.match(headers['content-security-policy']!, /default-src 'none'/)
  assert.match(body.toString(), /^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg /)
  for (const missing of ['/answers.svg', '/answers.svg?tag=framing&question=nothing', '/readings.svg', '/shares.exe'])
    await app.stranger().get(profileOf(place, missing)).expect(404)
  await app.stranger().get(profileOf(place, '/shares.svg?reading=neither')).expect(422)
})

async function blindRound(t: TestContext) {
  const app = await startApp(t)
  const [owner, ada] = [await app.signedIn('Rui'), await app.signedIn('Ada')]
  const place = await addPlace(app.parts, { kind: 'demonstration' })
  await stored(owner, making(place, 'ernst'))
  const before = await app.parts.database.db.selectFrom('annotation_set').select('id').execute()
  await stored(ada, making(place, 'Straße'))
  const after = await app.parts.database.db.selectFrom('annotation_set').select('id').execute()
  const ofAda = after.find(({ id }) => !before.some((set) => set.id === id))!.id
  return { app, owner, ada, place, ofAda }
}

const at = ({ round, article }: Place) => ({ round, article: article.id })
const finish = (agent: Agent, { round, article }: Place) =>
  agent.put(`/api/v1/rounds/${round}/articles/${article.id}/state`).send({ state: 'finished', found: 'marks' })

test('the reading of another person stands beside one’s own only when that is finished, and for who manages the study', async (t) => {
  const { app, owner, ada, place, ofAda } = await blindRound(t)
  const beside = [`?beside=${ofAda}`, `/readings.svg?beside=${ofAda}`, `/readings.csv?beside=${ofAda}`]
  for (const rest of beside) await owner.get(profileOf(at(place), rest)).expect(404)
  await finish(owner, place).expect(200)
  for (const rest of beside) {
    await owner.get(profileOf(at(place), rest)).expect(200)
    for (const agent of [ada, app.stranger()]) await agent.get(profileOf(at(place), rest)).expect(404)
  }
  const { text } = await owner.get(profileOf(at(place), `/readings.csv?beside=${ofAda}`)).expect(200)
  const [, mine, theirs] = text.split('\n').map((row) => row.split(','))
  assert.deepEqual([mine![0], theirs![0]], ['own', ofAda])
  assert.equal(Number(mine![2]) > 0 && Number(theirs![2]) > 0, true)
})

test('in a round without a reference nobody is shown one, before or after finishing', async (t) => {
  const { app, ada, place } = await blindRound(t)
  await finish(ada, place).expect(200)
  for (const agent of [ada, app.stranger()])
    for (const rest of ['?reading=reference', '?beside=reference', '/shares.csv?reading=reference'])
      await agent.get(profileOf(at(place), rest)).expect(404)
  const { text } = await app
    .stranger()
    .get(profileOf(at(place)))
    .expect(200)
  assert.match(text, /noch nichts markiert/)
})

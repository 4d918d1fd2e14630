/** A study's progress: the numbers of a small study worked by hand, and who may see them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  comparisonsOf,
  type FinishedReading,
  inOrder,
  perThousand,
  ratesOf,
} from '../../server/managing/progress/study-progress.ts'
import { startApp, stored } from '../support/app.ts'
import { addArticleTo, addPlace, making, type Place, turning } from '../support/builders.ts'

function reading(annotator: string, place: number, words: number, marks: Record<string, number>): FinishedReading {
  const finishedAt = `2026-01-0${9 - place}T00:00:00.000Z`
  return {
    set: `${annotator}${place}`,
    round: 'r',
    annotator,
    place,
    words,
    finishedAt,
    marks: new Map(Object.entries(marks)),
  }
}

const SMALL = [
  reading('a1', 1, 100, { framing: 4, reporting: 1 }),
  reading('a1', 2, 300, { framing: 2 }),
  reading('a2', 1, 100, { framing: 1 }),
  reading('a3', 1, 100, { framing: 3, reporting: 2 }),
  reading('a2', 3, 50, {}),
]

test('marks for every thousand words, worked by hand', () => {
  const [first] = ratesOf(SMALL)
  assert.deepEqual([first?.articles, first?.words], [2, 400])
  assert.equal(perThousand(first!.marks.get('framing')!, 400), 15)
  assert.equal(perThousand(first!.marks.get('reporting')!, 400), 2.5)
  assert.equal(perThousand(3, 0), 0)
})

test('everybody beside the others of the same articles, worked by hand', () => {
  const compared = new Map(comparisonsOf(SMALL).map((one) => [one.annotator, one]))
  // Article 1 alone has several readings: 4 framing marks beside (1 + 3) / 2, 1 beside (4 + 3) / 2, 3 beside (4 + 1) / 2.
  assert.deepEqual(compared.get('a1')?.tags.get('framing'), { own: 4, others: 2 })
  assert.deepEqual(compared.get('a2')?.tags.get('framing'), { own: 1, others: 3.5 })
  assert.deepEqual(compared.get('a3')?.tags.get('framing'), { own: 3, others: 2.5 })
  assert.deepEqual(compared.get('a2')?.tags.get('reporting'), { own: 0, others: 1.5 })
  assert.equal(compared.get('a1')?.articles, 1)
})

test('nobody is beside somebody in another round', () => {
  const elsewhere = { ...reading('a4', 2, 300, {}), round: 'other' }
  assert.deepEqual(comparisonsOf([SMALL[1]!, elsewhere]), [])
})

test('articles come in the order in which they were finished', () => {
  assert.deepEqual(
    inOrder(SMALL, 'a1').map(({ place }) => place),
    [2, 1],
  )
})

test('over everybody, own marks and those of the others are as many where all read the same articles', () => {
  const marks = fc.array(fc.nat(20), { minLength: 2, maxLength: 6 })
  fc.assert(
    fc.property(marks, (counts) => {
      const compared = comparisonsOf(counts.map((count, n) => reading(`a${n}`, 1, 100, { framing: count })))
      const total = (of: 'own' | 'others') => compared.reduce((sum, one) => sum + one.tags.get('framing')![of], 0)
      assert.ok(Math.abs(total('own') - total('others')) < 1e-6)
    }),
  )
})

test('who has done what, and with how many marks, as the files say it', async (t) => {
  const app = await startApp(t)
  const rui = await app.signedIn('Rui')
  const ada = await app.signedIn('Ada')
  const ben = await app.signedIn('Ben')
  const first = await addPlace(app.parts, { kind: 'annotation' })
  const second = await addArticleTo(app.parts, first)
  await addArticleTo(app.parts, first)
  const study = first.article.studyId
  for (const name of ['Ada', 'Ben']) await app.takeIn(name, study, 'annotator')
  const end = (place: Place) => `/rounds/${place.round}/articles/${place.article.id}`
  const finish = (agent: typeof ada, place: Place, found: string) =>
    agent
      .post(`${end(place)}/completion`)
      .type('form')
      .send({ found })
      .expect(303)
  await stored(ada, making(second, 'Straße', { tag: 'framing' }))
  await finish(ada, second, 'marks')
  app.clock.advance(1000)
  for (const words of ['Straße', 'Brücke', 'ernst']) await stored(ada, making(first, words, { tag: 'framing' }))
  const taken = making(first, 'Lage')
  await stored(ada, taken)
  await stored(ada, turning(taken, 'retract', 1))
  await finish(ada, first, 'marks')
  await stored(ben, making(first, 'ernst', { tag: 'framing' }))
  await finish(ben, first, 'marks')
  await ben
    .post(`${end(second)}/omission`)
    .type('form')
    .send({ reason: 'zu lang' })
    .expect(303)

  const address = `/studies/study-${study}/progress`
  const csv = async (name: string) =>
    (await rui.get(`${address}/${name}`).expect(200)).text
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(','))
  const standings = await csv('standings.csv')
  assert.deepEqual(
    standings.map(([who, , ...counts]) => [who, ...counts]),
    [
      ['annotator', 'finished', 'skipped', 'inProgress', 'open', 'activeSeconds'],
      ['a1', '2', '0', '0', '1', ''],
      ['a2', '1', '1', '0', '1', ''],
    ],
  )
  const rates = await csv('rates.csv')
  const framing = rates[0]!.indexOf('marks.framing')
  // 20 words can be marked in each article: 2 in the headline, 10 and 8 in the paragraphs.
  assert.deepEqual(
    rates.slice(1).map((row) => [row[0], row[1], row[2], row[framing]]),
    [
      ['a1', '2', '40', '4'],
      ['a2', '1', '20', '1'],
    ],
  )
  const course = await csv('course.csv?person=a1')
  assert.deepEqual(
    course.slice(1).map((row) => row[1]),
    ['2', '1'],
  )
  const others = await csv('others.csv')
  const own = others[0]!.indexOf('own.framing')
  assert.deepEqual(
    others.slice(1).map((row) => row.slice(own, own + 2)),
    [
      ['3', '1'],
      ['1', '3'],
    ],
  )

  const { text } = await rui.get(address).expect(200)
  assert.match(text, /a1 · Ada[\s\S]*3,0 ×[\s\S]*0,3 ×/)
  for (const agent of [ada, ben]) {
    await agent.get(address).expect(404)
    await agent.get(`${address}/rates.csv`).expect(404)
  }
  assert.match((await rui.get(`${address}/course.svg?person=nobody`).expect(200)).body.toString(), /<svg/)
  await rui.get(`${address}/rates.exe`).expect(404)

  // What was counted once is counted anew where a mark has been added or taken back since.
  await ada
    .post(`${end(second)}/reopening`)
    .type('form')
    .send({})
    .expect(303)
  const another = making(second, 'ernst', { tag: 'framing' })
  await stored(ada, another)
  await finish(ada, second, 'marks')
  assert.equal((await csv('rates.csv'))[1]![framing], '5')
  await ada
    .post(`${end(second)}/reopening`)
    .type('form')
    .send({})
    .expect(303)
  await stored(ada, turning(another, 'retract', 1))
  await finish(ada, second, 'marks')
  assert.deepEqual((await csv('rates.csv'))[1], rates[1])
})

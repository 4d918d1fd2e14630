/** Datasets of other programs come into a study that is there: whole or not at all, at places that their words prove. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { Format } from '../../server/exchange/format.ts'
import { csv } from '../../server/exchange/formats/csv.ts'
import { doccano } from '../../server/exchange/formats/doccano.ts'
import { type Joining, joinDataset, UnknownTags } from '../../server/exchange/joining-actions.ts'
import { listRounds } from '../../server/rounds/round-store.ts'
import { findStudy } from '../../server/studies/study-store.ts'
import { datasetOf, itemsOf, textIn } from '../support/convert.ts'
import { emptyStore, type Store, take, written } from '../support/exchange.ts'
import { closed, id, madeUp } from '../support/lesart-file.ts'

const TEXT = madeUp().articles[0]!.body

async function scene(t: TestContext) {
  const store = await emptyStore(t)
  await take(store, closed(madeUp()))
  return store
}

async function join(store: Store, format: Format, file: string, joining: Partial<Joining> = {}) {
  const study = await findStudy(store.database.db, id(2))
  const wishes = { tags: new Map(), roles: new Map(), annotators: new Map(), mayMove: false, ...joining }
  const items = itemsOf(format, file)
  async function* all() {
    yield* await items
  }
  return joinDataset(store, study!, all(), wishes)
}

const marks = (entities: readonly [number, number, string][], text = TEXT) =>
  `${JSON.stringify({ id: 1, text, title: 'Straße 😃 gesperrt', entities: entities.map(([start_offset, end_offset, label], index) => ({ id: index, label, start_offset, end_offset })), relations: [] })}\n`

test('marks of others stand in the article that has their text, in a closed round of their own; again, they add nothing', async (t) => {
  const store = await scene(t)
  const file = marks([
    [0, 9, 'framing'],
    [10, 18, 'reporting'],
  ])
  const { report, anchored } = await join(store, doccano, file)
  assert.deepEqual([report.articles, report.sets.new, report.annotations.new], [{ new: 0, equal: 1, refused: 0 }, 1, 2])
  assert.deepEqual(anchored, { exact: 2, moved: 0, 'not-found': 0 })
  const rounds = await listRounds(store.database.db, id(2))
  assert.deepEqual(
    rounds.map(({ title, closedAt }) => [title, closedAt !== undefined]),
    [
      ['Runde', false],
      ['test', true],
    ],
  )
  const before = (await written(store, csv)).text
  const again = await join(store, doccano, file)
  assert.deepEqual(
    [again.report.sets, again.report.annotations],
    [
      { new: 0, equal: 1, refused: 0 },
      { new: 0, equal: 2, refused: 0 },
    ],
  )
  assert.equal((await written(store, csv)).text, before)
  assert.match(before, /,a3,finished,[^,]*,reporting,9,17,gesperrt,/)
})

test('a tag that the codebook does not have is mapped, left out, or refuses the file', async (t) => {
  const store = await scene(t)
  const file = marks([
    [0, 9, 'Loaded_Language'],
    [10, 18, 'Doubt'],
  ])
  await assert.rejects(join(store, doccano, file), (error) => {
    assert.ok(error instanceof UnknownTags)
    assert.deepEqual(error.tags, ['doubt', 'loaded-language'])
    return true
  })
  const tags = new Map<string, string | undefined>([
    ['loaded-language', 'framing'],
    ['doubt', undefined],
  ])
  const { report, leftOut } = await join(store, doccano, file, { tags })
  assert.equal(report.annotations.new, 1)
  assert.deepEqual(leftOut, [{ what: 'tag', name: 'doubt', count: 1 }])
})

test('somebody of theirs can be somebody of ours', async (t) => {
  const store = await scene(t)
  await join(store, doccano, marks([[0, 9, 'framing']]), { annotators: new Map([['test', 'a2']]) })
  assert.match((await written(store, csv)).text, /,a2,finished,[^,]*,framing,0,8,/)
  await assert.rejects(
    join(store, doccano, marks([[0, 9, 'framing']]), { annotators: new Map([['test', 'a9']]) }),
    /nobody in this study is a9/,
  )
})

test('a table without texts joins the articles that it names, where its words stand at their places', async (t) => {
  const store = await scene(t)
  const table = await textIn(csv, await datasetOf(madeUp()))
  const { report, anchored } = await join(store, csv, table)
  assert.deepEqual([report.articles.equal, report.annotations.new, anchored.exact], [1, 2, 5])
  const elsewhere = table.replaceAll(id(6), id(66)).replaceAll('Straße 😃 gesperrt,', 'Etwas anderes,')
  await assert.rejects(join(store, csv, elsewhere), /the text of „Etwas anderes“ is not in the file/)
})

test('words that have moved are looked for only where that was wanted, and what is not found is said', async (t) => {
  const store = await scene(t)
  const shifted = `Neu: ${TEXT}`
  const file = marks(
    [
      [5, 14, 'framing'],
      [0, 3, 'framing'],
    ],
    shifted,
  )
  const before = (await written(store, csv)).text
  await assert.rejects(join(store, doccano, file), /„Straße 😃“ does not stand at 5 to 13 of |„Neu“ does not stand/)
  assert.equal((await written(store, csv)).text, before, 'nothing of it was taken')
  const { report, anchored } = await join(store, doccano, file, { mayMove: true })
  assert.deepEqual(anchored, { exact: 0, moved: 1, 'not-found': 1 })
  assert.equal(report.annotations.new, 1)
})

/** Any dataset, through each format that reads and writes, comes back but for what the format says it leaves out. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Dataset } from '../../server/exchange/dataset.ts'
import type { Format } from '../../server/exchange/format.ts'
import { csv } from '../../server/exchange/formats/csv.ts'
import { doccano } from '../../server/exchange/formats/doccano.ts'
import { labelStudio } from '../../server/exchange/formats/label-studio.ts'
import { semeval } from '../../server/exchange/formats/semeval.ts'
import { anyLesartFile } from '../support/any-lesart-file.ts'
import { datasetIn, datasetOf, itemsOf, textIn, writtenIn } from '../support/convert.ts'
import { readCsv } from '../support/csv.ts'
import { id, type LesartFile, madeUp } from '../support/lesart-file.ts'

type Rows = readonly Readonly<Record<string, string>>[]

/** What a dataset says, as the rows of its table, without columns that a format does not carry, in any order. */
async function rowsOf(dataset: Dataset, without: readonly string[]): Promise<Rows> {
  const [head, ...rows] = readCsv(await textIn(csv, dataset))
  return rows
    .map((cells) =>
      Object.fromEntries(
        head!.flatMap((name, place) => (without.includes(name) || cells[place] === '' ? [] : [[name, cells[place]!]])),
      ),
    )
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

async function bodiesOf({ articles }: Dataset): Promise<string[]> {
  return (await Array.fromAsync(articles)).map(({ body }) => body.text)
}

interface Case {
  readonly format: Format
  /** Columns of the table that are lost, as the format declares. */
  readonly lost: readonly string[]
  /** What of a dataset the format would lose beside columns. */
  readonly reduced?: (file: LesartFile) => void
}

const hasSets = ({ articles }: LesartFile) => articles.some(({ annotationSets }) => annotationSets.length > 0)

/** Ids of rounds are read as names there. */
const CASES: readonly Case[] = [
  { format: csv, lost: [] },
  {
    format: labelStudio,
    lost: ['round', 'created_at', 'changed_at', 'state'],
    reduced: oneRound,
  },
  { format: doccano, lost: [] },
  {
    format: semeval,
    lost: ['round', 'state', 'annotation', 'confidence', 'second_tag', 'note', 'created_at', 'changed_at', 'annotator'],
    reduced: (file) => {
      oneRound(file)
      for (const { annotationSets } of file.articles)
        for (const set of annotationSets)
          for (const annotation of set.annotations) {
            delete annotation.attributes
            delete annotation.parts
          }
    },
  },
]

/** Keeps what a format without rounds can tell apart: one reading of each annotator. */
function oneRound(file: LesartFile): void {
  for (const article of file.articles)
    article.annotationSets = article.annotationSets.filter(({ round }) => round === file.header.rounds[0]!.id)
}

for (const { format, lost, reduced } of CASES)
  test(`${format.id}: any dataset comes back, but for what is declared`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (g) => {
        const file = anyLesartFile(g)
        reduced?.(file)
        fc.pre(hasSets(file))
        const { files } = await writtenIn(format, await datasetOf(file))
        const back = await datasetIn(format, files)
        assert.deepEqual(await rowsOf(back, lost), await rowsOf(await datasetOf(file), lost))
        if (format === csv) return
        const read = file.articles.filter(({ annotationSets }) => format !== doccano || annotationSets.length > 0)
        assert.deepEqual(
          await bodiesOf(await datasetIn(format, files)),
          read.map(({ body }) => body),
        )
      }),
      { numRuns: 60 },
    )
  })

for (const { format } of CASES)
  test(`${format.id}: read twice, it is the same dataset, ids and all`, async () => {
    const { files } = await writtenIn(format, await datasetOf(madeUp()))
    const [one, other] = [await datasetIn(format, files), await datasetIn(format, files)]
    assert.deepEqual(one.header, other.header)
    const [first, second] = [await Array.fromAsync(one.articles), await Array.fromAsync(other.articles)]
    assert.equal(JSON.stringify(first), JSON.stringify(second))
  })

test('of many answers to one question the kind is told', async () => {
  const file = madeUp()
  file.articles[0]!.annotationSets[0]!.annotations[1]!.attributes!.comment = 'Ein Satz.'
  const { files } = await writtenIn(csv, await datasetOf(file))
  const { header } = await datasetIn(csv, files)
  const attributes = header.codebooks[0]!.tags.find(({ id }) => id === 'attribution')!.attributes!
  assert.deepEqual(Object.fromEntries(attributes.map(({ id, kind }) => [id, kind])), {
    comment: 'text',
    named: 'yes-no',
    signals: 'many-of',
    strength: 'scale',
    type: 'one-of',
  })
})

test('of what others made with doccano it is said what was left out', async () => {
  const relation = { id: 1, from_id: 1, to_id: 2, type: 'founded_by' }
  const entities = [1, 2].map((id) => ({ id, label: 'x', start_offset: id, end_offset: id + 1 }))
  const lines = [
    {
      text: 'Ein Satz.',
      label: [
        [0, 3, 'x'],
        [0, 3, 'x'],
        [4, 8, 'x'],
      ],
    },
    { text: 'Ein anderer.', entities, relations: [relation] },
  ]
  const items = await itemsOf(doccano, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  assert.deepEqual(
    items.flatMap((item) => (item.type === 'warning' ? `${item.line}: ${item.message}` : [])),
    [
      '1: the same span with the same label again was left out (1)',
      '2: relations that do not join a part to its mark were left out (1)',
    ],
  )
})

test('two articles with one title are two articles, and paths are made of letters and digits', async () => {
  const file = madeUp()
  const [article] = file.articles
  const title = '../../etc/passwd'
  file.articles = [1, 2].map((number) => ({
    ...structuredClone(article!),
    id: id(60 + number),
    title,
    annotationSets: article!.annotationSets.map((set, place) => ({
      ...set,
      id: id(100 * number + place),
      annotations: [],
    })),
  }))
  const { files } = await writtenIn(semeval, await datasetOf(file))
  for (const path of files.keys()) assert.match(path, /^[a-z0-9-]+(\/[a-z0-9-]+)*(\.[\w-]+)+$/)
  assert.equal((await bodiesOf(await datasetIn(semeval, files))).length, 2)
})

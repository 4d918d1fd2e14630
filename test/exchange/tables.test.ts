/** Tables, read by DuckDB, which knows nothing of the program; tokens and sentences against the text itself. */
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { csv } from '../../server/exchange/formats/csv.ts'
import { parquet } from '../../server/exchange/formats/parquet.ts'
import { sentences } from '../../server/exchange/formats/sentences.ts'
import { tokens } from '../../server/exchange/formats/tokens.ts'
import { anyLesartFile } from '../support/any-lesart-file.ts'
import { datasetOf, textIn, writtenIn } from '../support/convert.ts'
import { freshFolder } from '../support/folders.ts'
import { id, type LesartFile, madeUp } from '../support/lesart-file.ts'

async function ask(sql: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const rows = (await connection.runAndReadAll(sql)).getRowObjectsJson()
  connection.closeSync()
  instance.closeSync()
  return rows
}

/** What the table has to say, made from the file itself. */
function expected({ articles }: LesartFile): object[] {
  return articles.flatMap(({ id, title, annotationSets }) =>
    annotationSets.flatMap(({ round, annotator, state, annotations }): object[] => {
      const reading = { article: id, title, round, annotator, state }
      const nothing = { annotation: null, tag: null, start: null, end: null, quote: null, note: null }
      if (annotations.length === 0) return [{ ...reading, ...nothing, attributes: null, parts: null }]
      return annotations.map(({ id, tag, start, end, quote, note = null, attributes = {}, parts = [] }) => ({
        ...reading,
        ...{ annotation: id, tag, start, end, quote, note },
        attributes: Object.entries(attributes).flatMap(([key, value]) =>
          [value].flat().map((one) => ({ key, value: String(one) })),
        ),
        parts: parts.map(({ role, start, end, quote }) => ({ role, start, end, quote })),
      }))
    }),
  )
}

test('DuckDB reads any dataset out of Parquet, lists and empty readings and all', async (t) => {
  const file = path.join(freshFolder(t), 'dataset.parquet')
  const columns =
    'article, title, round, annotator, state, annotation, tag, start, "end", quote, note, attributes, parts'
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (g) => {
      const dataset = anyLesartFile(g)
      fc.pre(dataset.articles.every(({ annotationSets }) => annotationSets.length > 0))
      const { files } = await writtenIn(parquet, await datasetOf(dataset))
      writeFileSync(file, files.get('')!)
      assert.deepEqual(await ask(`SELECT ${columns} FROM read_parquet('${file}')`), expected(dataset))
    }),
    { numRuns: 25 },
  )
})

test('times are moments in Parquet, and DuckDB reads the same rows out of CSV', async (t) => {
  const folder = freshFolder(t)
  for (const format of [parquet, csv])
    writeFileSync(
      path.join(folder, `d.${format.id}`),
      (await writtenIn(format, await datasetOf(madeUp()))).files.get('')!,
    )
  const sql = (source: string) =>
    `SELECT tag, start::INT AS start, "end"::INT AS "end", quote, note, epoch_ms(changed_at) AS changed FROM ${source} ORDER BY start, "end"`
  const fromParquet = await ask(sql(`read_parquet('${folder}/d.parquet')`))
  assert.deepEqual(fromParquet, await ask(sql(`read_csv('${folder}/d.csv', nullstr='')`)))
  assert.equal(fromParquet.at(1)!.changed, String(Date.UTC(2026, 10, 20, 11)))
})

const TABLE = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))

test('a row of tokens for each word and sign of the coded text, with the marks that it is in', async () => {
  const [head, ...rows] = TABLE(await textIn(tokens, await datasetOf(madeUp())))
  assert.deepEqual(head, [
    'article',
    'annotator',
    'token',
    'start',
    'end',
    'text',
    'reporting',
    'attribution',
    'framing',
    'old',
    'source',
    'cue',
    'content',
  ])
  const body = [...madeUp().articles[0]!.body]
  for (const [, , , start, end, text] of rows) assert.equal(body.slice(Number(start), Number(end)).join(''), text)
  const own = rows.filter(([, annotator]) => annotator === 'a1')
  assert.deepEqual(own.map(([, , , , , text]) => text).slice(0, 6), [
    'Straße',
    '😃',
    'gesperrt',
    'Die',
    'Brücke',
    'sei',
  ])
  assert.deepEqual(own[1]!.slice(6), ['_', '_', id(8), '_', '_', '_', '_'])
  assert.deepEqual(own[5]!.slice(6), ['_', id(9), '_', '_', '_', id(9), '_'])
  assert.equal(rows.length, 2 * own.length, 'who skipped has read no less text')
})

test('where marks cannot overlap, a token begins a mark or goes on with one', async () => {
  const file = madeUp()
  file.header.codebooks[0]!.overlap = 'forbidden'
  const [head, ...rows] = TABLE(await textIn(tokens, await datasetOf(file)))
  const framing = rows.filter(([, annotator]) => annotator === 'a1').map((cells) => cells[head!.indexOf('framing')])
  assert.deepEqual(framing.slice(0, 4), ['B-framing', 'I-framing', 'O', 'O'])
})

test('a row for each sentence: shares without white space, whether anything is marked, answers', async () => {
  const [head, ...rows] = TABLE(await textIn(sentences, await datasetOf(madeUp())))
  assert.deepEqual(head!.slice(2, 12), [
    'sentence',
    'start',
    'end',
    'text',
    'share.reporting',
    'share.attribution',
    'share.framing',
    'share.old',
    'marked',
    'attribute.type',
  ])
  const [first, second] = rows
  // „Straße😃“ are 7 of the 15 letters of „Straße😃gesperrt“.
  assert.deepEqual(first!.slice(6, 12), ['0', '0', '0.466667', '0', 'true', '_'])
  assert.deepEqual(second!.slice(10), ['true', 'indirect', 'verb|mood', 'true', '3', 'a|b'])
  assert.deepEqual(rows[2]!.slice(6, 11), ['0', '0', '0', '0', 'false'])
})

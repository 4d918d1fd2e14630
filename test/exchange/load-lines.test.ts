/** The lines that the export page offers for DuckDB, run as they are pasted; those for Python and R: `npm run check:readers`. */
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { DuckDBInstance } from '@duckdb/node-api'
import { FORMATS } from '../../server/exchange/formats/index.ts'
import { LOAD_LINES } from '../../server/exchange/load-lines.ts'
import { datasetOf, writtenIn } from '../support/convert.ts'
import { freshFolder } from '../support/folders.ts'
import { madeUp } from '../support/lesart-file.ts'

test('the lines for DuckDB load what was written, and count the marks in it', async (t) => {
  const connection = await (await DuckDBInstance.create()).connect()
  t.after(() => connection.closeSync())
  const folder = freshFolder(t)
  const counted: string[] = []
  for (const format of FORMATS)
    for (const { language, lines } of LOAD_LINES[format.id] ?? []) {
      if (language !== 'DuckDB' || format.files !== 'one') continue
      const file = path.join(folder, `taken.${format.extension}`)
      writeFileSync(file, (await writtenIn(format, await datasetOf(madeUp()))).files.get('')!)
      const rows = (await connection.runAndReadAll(lines.join('\n').replaceAll('FILE', file))).getRows()
      counted.push(`${format.id}: ${rows.reduce((sum, row) => sum + Number(row.at(-1)), 0)}`)
    }
  assert.deepEqual(counted, ['lesart: 2', 'csv: 2', 'parquet: 2'])
})

test('every format that a program reads is loaded with some lines', () => {
  const without = FORMATS.map(({ id }) => id).filter((id) => !LOAD_LINES[id])
  assert.deepEqual(without, ['html', 'codebook'])
})

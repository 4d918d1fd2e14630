import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { FolderFormat } from '../../server/exchange/format.ts'
import { brat } from '../../server/exchange/formats/brat.ts'
import { casJson } from '../../server/exchange/formats/cas-json.ts'
import { casXmi } from '../../server/exchange/formats/cas-xmi.ts'
import { conll } from '../../server/exchange/formats/conll.ts'
import { DamagedFile } from '../../server/exchange/formats/lesart-lines.ts'
import { tei } from '../../server/exchange/formats/tei.ts'
import { webAnnotation } from '../../server/exchange/formats/web-annotation.ts'
import { webannoTsv } from '../../server/exchange/formats/webanno-tsv.ts'
import { datasetOf, readFile, readFolder, writtenFile, writtenFolder } from '../support/folder-exchange.ts'
import { madeUp } from '../support/lesart-file.ts'

/** Some bytes cut off at the end, taken out, doubled or changed. */
const damage = fc.record({
  kind: fc.constantFrom('cut', 'taken', 'doubled', 'changed' as const),
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  length: fc.integer({ min: 1, max: 40 }),
  by: fc.constantFrom(
    '\t',
    '\n',
    '"',
    '0',
    '9',
    '-',
    '[',
    ']',
    '|',
    '#',
    '<',
    '&',
    '{',
    '\u{1f603}',
    'T1',
    '\\',
    '\u0301',
  ),
})
type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never

function damaged(content: string, { kind, at, length, by }: Damage): Uint8Array {
  const bytes = Buffer.from(content)
  const from = Math.floor(at * bytes.length)
  const [before, piece, after] = [
    bytes.subarray(0, from),
    bytes.subarray(from, from + length),
    bytes.subarray(from + length),
  ]
  if (kind === 'cut') return before
  if (kind === 'taken') return Buffer.concat([before, after])
  if (kind === 'doubled') return Buffer.concat([before, piece, piece, after])
  return Buffer.concat([before, Buffer.from(by), bytes.subarray(from + 1)])
}

/** Read, or refused with a place: nothing else may come of it. */
async function isReadOrRefused(reading: Promise<unknown>): Promise<void> {
  try {
    await reading
  } catch (error) {
    assert.ok(error instanceof DamagedFile, (error as Error).stack)
    assert.ok(error.line >= 1 && error.message.length > 10)
  }
}

const FORMATS: readonly FolderFormat[] = [brat, webannoTsv, casXmi, casJson, conll, tei]
const ROUNDS = 120

for (const format of FORMATS)
  test(`${format.id}: whatever is damaged in a folder is read, or refused with its place`, async () => {
    const { files } = await writtenFolder(format, await datasetOf(madeUp()))
    const paths = [...files.keys()]
    await fc.assert(
      fc.asyncProperty(damage, fc.constantFrom(...paths), fc.boolean(), async (change, path, isOurs) => {
        const changed = new Map<string, string | Uint8Array>(files)
        changed.set(path, damaged(files.get(path)!, change))
        if (!isOurs) changed.delete('lesart.json')
        await isReadOrRefused(readFolder(format, changed))
      }),
      { numRuns: ROUNDS },
    )
  })

test('web-annotation: whatever is damaged in a file is read, or refused with its place', async () => {
  const { content } = await writtenFile(webAnnotation, await datasetOf(madeUp()))
  await fc.assert(
    fc.asyncProperty(damage, (change) => isReadOrRefused(readFile(webAnnotation, damaged(content, change)))),
    { numRuns: ROUNDS },
  )
})

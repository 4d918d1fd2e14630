/** The workbook: every text is text, none is a formula, none too long for a cell. */
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { COMMAND_LIMITS } from '../../server/exchange/files/limits.ts'
import { openZip } from '../../server/exchange/files/unpacking.ts'
import { xlsx } from '../../server/exchange/formats/xlsx.ts'
import { datasetOf, writtenIn } from '../support/convert.ts'
import { freshFolder } from '../support/folders.ts'
import { type LesartFile, madeUp } from '../support/lesart-file.ts'
import type { Cleanup } from '../support/whole-file.ts'

async function sheetsOf(t: Cleanup, file: LesartFile): Promise<Map<string, string>> {
  const target = path.join(freshFolder(t), 'book.xlsx')
  writeFileSync(target, (await writtenIn(xlsx, await datasetOf(file))).files.get('')!)
  const zip = await openZip(target, COMMAND_LIMITS)
  const parts = new Map<string, string>()
  for (const name of zip.paths) parts.set(name, Buffer.concat(await Array.fromAsync(zip.bytes(name))).toString('utf8'))
  zip.close()
  return parts
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }

/** The texts of a sheet, read as ECMA-376 says: escapes of characters are undone after those of XML. */
function cellsIn(sheet: string): string[][] {
  return [...sheet.matchAll(/<row>(.*?)<\/row>/gs)].map(([, row]) =>
    [
      ...row!.matchAll(
        /<c\/>|<c><v>(.*?)<\/v><\/c>|<c t="inlineStr" s="1"><is><t xml:space="preserve">(.*?)<\/t><\/is><\/c>/gs,
      ),
    ].map(
      ([, number, text]) =>
        number ??
        (text ?? '')
          .replace(/&\w+;/g, (entity) => ENTITIES[entity]!)
          .replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    ),
  )
}

test('whatever begins like a formula stays a text, and what looks like an escape stays as it is', async (t) => {
  for (const note of [
    '=1+1',
    '+49',
    '-x',
    '@a',
    '\t=1',
    '=HYPERLINK("http://x","y")',
    '_x0041_',
    '_x0041_x0042_',
    '<&">',
    ' a ',
    'a\nb',
    '\uffff',
  ]) {
    const file = madeUp()
    file.articles[0]!.annotationSets[0]!.annotations[0]!.note = note
    const sheet = (await sheetsOf(t, file)).get('xl/worksheets/sheet1.xml')!
    assert.doesNotMatch(sheet, /<f>|t="str"|t="e"/)
    const [head, row] = cellsIn(sheet)
    assert.equal(row![head!.indexOf('note')], note)
    assert.equal(row![head!.indexOf('start')], '0')
  }
})

test('a text that no cell can hold stands whole on a sheet of its own, cut between characters', async (t) => {
  const file = madeUp()
  const note = `x${'😃'.repeat(40_000)}`
  file.articles[0]!.annotationSets[0]!.annotations[0]!.note = note
  const sheets = await sheetsOf(t, file)
  for (const cells of cellsIn(sheets.get('xl/worksheets/sheet1.xml')!))
    for (const cell of cells) assert.ok(cell.length <= 32_767 && cell.isWellFormed())
  const pieces = cellsIn(sheets.get('xl/worksheets/sheet2.xml')!).slice(1)
  assert.equal(pieces.map((cells) => cells[3]).join(''), note)
  assert.match(sheets.get('xl/workbook.xml')!, /name="annotations".*name="long texts"/)
})

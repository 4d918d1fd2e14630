/** Reads `coding-table`: a row a unit, a column an annotator. Manual: coding-table.md. */
import { MISSING } from '../../agreement/coding.ts'
import type { CodingTable } from '../../agreement/coding-rows.ts'
import type { Level } from '../../agreement/krippendorff-alpha.ts'
import { compareText } from '../../text/compare-text.ts'
import { DamagedFile } from './lesart-lines.ts'
import { numberIn, readTable } from './table-rows.ts'

/** Throws DamagedFile; at every level but the nominal one also where a value is no number. */
export async function readCodingTable(bytes: AsyncIterable<Uint8Array>, level: Level): Promise<CodingTable> {
  const { columns, rows } = await readTable(bytes)
  const [unit, ...annotators] = columns
  if (unit !== 'unit')
    throw new DamagedFile(1, 'the first column has to be called unit, the others are named for the annotators')
  if (annotators.length === 0) throw new DamagedFile(1, 'there is no column for an annotator beside unit')
  refuseRepeated(rows)
  const placed = rows.map(({ line, cells }) =>
    cells.slice(1).map((cell, place) => (cell === '' ? undefined : valueIn(line, annotators[place]!, cell, level))),
  )
  const categories = [...new Set(placed.flat())].filter((value) => value !== undefined).sort(compareValues)
  const places = new Map<string | undefined, number>(categories.map((category, place) => [category, place]))
  return {
    annotators,
    categories,
    numbers: level === 'nominal' ? [] : categories.map(Number),
    coding: {
      annotators: annotators.length,
      categories: categories.length,
      articles: 1,
      values: Int32Array.from(placed.flat(), (value) => places.get(value) ?? MISSING),
      weights: new Float64Array(rows.length).fill(1),
      articleOf: new Int32Array(rows.length),
    },
  }
}

function refuseRepeated(rows: readonly { readonly line: number; readonly cells: readonly string[] }[]): void {
  const lines = new Map<string, number>()
  for (const { line, cells } of rows) {
    const unit = cells[0]!
    const before = lines.get(unit)
    if (before !== undefined) throw new DamagedFile(line, `the unit ${unit} stands on line ${before} already`)
    lines.set(unit, line)
  }
}

/** The same number, however it is written, is one value. */
function valueIn(line: number, column: string, cell: string, level: Level): string {
  if (level === 'nominal') return cell
  const number = numberIn(line, column, cell)
  if (level === 'ratio' && number < 0)
    throw new DamagedFile(line, `${column}: ${cell} is less than nothing, which --level ratio does not know`)
  return String(number)
}

/** Numbers by their size, before words. */
function compareValues(a: string, b: string): number {
  const [one, other] = [Number(a), Number(b)]
  if (Number.isNaN(one) || Number.isNaN(other)) return +Number.isNaN(one) - +Number.isNaN(other) || compareText(a, b)
  return one - other || compareText(a, b)
}

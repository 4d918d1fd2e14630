/** Bytes of a plain table → its rows by the names of their columns. */
import { CsvError, parse } from 'csv-parse/sync'
import { DamagedFile } from './lesart-lines.ts'
import { textOf } from './shared/text-of.ts'

export interface TableRow {
  /** Where it ends: a value in quotes may hold lines. */
  readonly line: number
  /** Without white space at the ends; empty where nothing stands. */
  readonly cells: readonly string[]
}

export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly TableRow[]
}

/** Throws DamagedFile where it is no UTF-8, no CSV, or a row has more or fewer cells than there are columns. */
export async function readTable(bytes: AsyncIterable<Uint8Array>): Promise<Table> {
  const [head, ...rows] = rowsOf(await textOf(bytes))
  if (!head) throw new DamagedFile(1, 'there is nothing in this file; its first line names the columns')
  const columns = head.cells
  if (columns.length === 1 && columns[0]!.includes(';'))
    throw new DamagedFile(head.line, 'the columns are parted by semicolons; save the file with commas')
  const doubled = columns.find((column, place) => columns.indexOf(column) < place)
  if (doubled !== undefined)
    throw new DamagedFile(head.line, `the column ${doubled || 'without a name'} stands there twice`)
  for (const { line, cells } of rows)
    if (cells.length !== columns.length)
      throw new DamagedFile(line, `there are ${cells.length} values for ${columns.length} columns`)
  return { columns, rows }
}

function rowsOf(text: string): TableRow[] {
  const options = { info: true, bom: true, trim: true, skip_empty_lines: true, relax_column_count: true } as const
  try {
    const records = parse(text, options) as unknown as { record: string[]; info: { lines: number } }[]
    return records.map(({ record, info }) => ({ line: info.lines, cells: record }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new DamagedFile(Number((error as { lines?: number }).lines) || 1, `this is no CSV: ${error.message}`)
  }
}

/** The number that a cell holds. Throws DamagedFile where it holds none, or one whose square could not be counted with. */
export function numberIn(line: number, column: string, cell: string): number {
  const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(cell) ? Number(cell) : Number.NaN
  if (!Number.isFinite(number)) throw new DamagedFile(line, `${column}: „${cell}“ is no number`)
  if (Math.abs(number) > Number.MAX_SAFE_INTEGER)
    throw new DamagedFile(line, `${column}: ${cell} is too large a number to be counted with`)
  return number
}

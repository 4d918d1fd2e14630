/** Bytes of comma-separated values (RFC 4180, LF or CRLF) → rows, one by one: a table of any size. */
import { DamagedFile, MOST_BYTES } from '../lesart-lines.ts'
import { textLinesOf } from './text-of.ts'

export interface CsvRow {
  /** Where it begins. */
  readonly line: number
  readonly cells: readonly string[]
}

/** Throws DamagedFile where it is no UTF-8, or quotes do not fit. Blank lines between rows are passed over. */
export async function* csvRows(bytes: AsyncIterable<Uint8Array>): AsyncIterable<CsvRow> {
  let open: { readonly line: number; text: string; quotes: number } | undefined
  for await (const { line, text } of textLinesOf(bytes)) {
    if (!open && /^\r?\n?$/.test(text)) continue
    open ??= { line, text: '', quotes: 0 }
    open.text += text
    for (const character of text) if (character === '"') open.quotes++
    // Within quotes, a row goes on.
    if (open.quotes % 2 === 1) {
      if (open.text.length > MOST_BYTES) throw new DamagedFile(open.line, ENDLESS)
      continue
    }
    yield { line: open.line, cells: cellsOf(open.line, open.text.replace(/\r?\n$/, '')) }
    open = undefined
  }
  if (open) throw new DamagedFile(open.line, ENDLESS)
}

const ENDLESS = 'a value in quotes does not end: the file is cut off, or a quote is missing'

const CELL = /"((?:[^"]|"")*)"|([^",]*)/y

function cellsOf(line: number, row: string): string[] {
  const cells: string[] = []
  let at = 0
  while (true) {
    CELL.lastIndex = at
    const [found, quoted, plain] = CELL.exec(row)!
    cells.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'))
    at += found.length
    if (at === row.length) return cells
    if (row[at] !== ',') throw new DamagedFile(line, `value ${cells.length}: there is more beside the quotes`)
    at++
  }
}

/** The body of WebAnno TSV: its text, its rows and what their cells say. Throws DamagedFile. */
import { indexText } from '../../../text/code-points.ts'
import { DamagedFile } from '../lesart-lines.ts'

export interface TsvRow {
  readonly line: number
  /** `1-3` for a token, `1-3.1` for a piece of one. */
  readonly unit: string
  /** UTF-16. */
  readonly start: number
  readonly end: number
  readonly form: string
  readonly cells: readonly string[]
}

/** Rows with the text that they lie in. Between sentences it says only how far apart they are. */
export function tsvSentences(lines: readonly string[], from: number): { text: string; rows: TsvRow[] } {
  const rows: TsvRow[] = []
  let text = ''
  let at = from
  while (at < lines.length && !(lines[at] === '' && at === lines.length - 1)) {
    const { said, sentenceRows, next } = sentenceAt(lines, at)
    const [first] = sentenceRows
    if (first.start < text.length)
      throw new DamagedFile(first.line, `the sentence begins at ${first.start}, the one before ends at ${text.length}`)
    text += gap(first.start - text.length, text === '') + said
    for (const row of sentenceRows)
      if (row.end > text.length)
        throw new DamagedFile(row.line, `${row.unit} ends at ${row.end}, the text at ${text.length}`)
    rows.push(...sentenceRows)
    at = next
  }
  return { text, rows: inUtf16(text, rows) }
}

/** A wider gap is one line and spaces, since nobody wrote down what was there. */
function gap(length: number, isBeginning: boolean): string {
  if (length === 0) return ''
  return isBeginning ? ' '.repeat(length) : `\n${' '.repeat(length - 1)}`
}

function sentenceAt(
  lines: readonly string[],
  from: number,
): { said: string; sentenceRows: [TsvRow, ...TsvRow[]]; next: number } {
  let at = from
  const said: string[] = []
  for (; lines[at]?.startsWith('#'); at++)
    if (lines[at]!.startsWith('#Text=')) said.push(unescaped(lines[at]!.slice('#Text='.length)))
  if (said.length === 0) throw new DamagedFile(at + 1, 'a sentence is expected here, beginning with #Text=')
  const rows: TsvRow[] = []
  for (; at < lines.length && lines[at] !== ''; at++) rows.push(rowOf(at + 1, lines[at]!))
  const [first, ...more] = rows
  if (!first) throw new DamagedFile(at + 1, 'this sentence has no rows: the file is cut off, or a line is missing')
  return { said: said.join('\n'), sentenceRows: [first, ...more], next: at + 1 }
}

function rowOf(line: number, content: string): TsvRow {
  const [unit = '', place = '', form, ...cells] = content.split('\t')
  const [, start, end] = /^(\d+)-(\d+)$/.exec(place) ?? []
  if (!/^\d+-\d+(\.\d+)?$/.test(unit) || end === undefined || form === undefined)
    throw new DamagedFile(
      line,
      `„${content.slice(0, 40)}“ is no row: it begins with 1-1, its place and its words, with tabs between them`,
    )
  return { line, unit, start: Number(start), end: Number(end), form, cells }
}

/** Java counts in UTF-16; who counted in code points is noticed by the words of the tokens. */
function inUtf16(text: string, rows: readonly TsvRow[]): TsvRow[] {
  const fits = (row: TsvRow) => row.form === text.slice(row.start, row.end)
  const wrong = rows.find((row) => !fits(row))
  if (!wrong) return [...rows]
  const indexed = indexText(text.toWellFormed())
  const moved = rows
    .filter(({ end }) => end <= indexed.length)
    .map((row) => ({ ...row, start: indexed.toUtf16(row.start), end: indexed.toUtf16(row.end) }))
  if (moved.length === rows.length && moved.every(fits)) return moved
  const { line, unit, form, start, end } = wrong
  throw new DamagedFile(line, `${unit}: the row says „${form}“, the text there is „${text.slice(start, end)}“`)
}

/** What stands between separators that no backslash stands before. */
export function pieces(cell: string, separator: string): string[] {
  if (!cell.includes('\\')) return cell.split(separator)
  const found = ['']
  for (const { 0: sign } of cell.matchAll(/\\.|./gsu)) {
    if (sign === separator) found.push('')
    else found[found.length - 1] += sign
  }
  return found
}

/** A cell's value as it is written, and the number in brackets at its end; `*` and `_` are no value. */
export function readCell(cell: string): { value: string | undefined; number: string | undefined } {
  const number = /(?<!\\)(?:\\\\)*\[(\d+)\]$/.exec(cell)?.[1]
  const value = number === undefined ? cell : cell.slice(0, -number.length - 2)
  return { value: value === '*' || value === '_' || value === '' ? undefined : value, number }
}

/** Versions 3.0 and 3.1 write characters by their number, too. */
export function unescaped(text: string): string {
  return text.replace(/\\(->|u[0-9a-fA-F]{4}|.)/gsu, (_, sign: string) =>
    sign.length === 5 ? String.fromCharCode(Number.parseInt(sign.slice(1), 16)) : (ESCAPES[sign] ?? sign),
  )
}

const ESCAPES: Readonly<Record<string, string>> = { t: '\t', n: '\n', f: '\f', r: '\r', b: '\b' }

/** Tables → articles: CSV with any of the usual separators, and JSON Lines. One row is one article. */
import { CsvError, parse } from 'csv-parse/sync'
import { cleaned, collapsed } from './cleaning.ts'
import { guessColumns, languageOf, sourceOf } from './fields.ts'
import { readPlain } from './plain.ts'
import { type Columns, type Field, type Reading, type RecognisedArticle, Unreadable } from './recognised.ts'

interface Row {
  readonly line: number
  readonly values: ReadonlyMap<string, string>
}

interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
}

const MOST_ARTICLES = 20_000

/** Reads all rows; the columns are those that were named, and those whose names are plain. */
export function readTable(table: Table, name: string, named: Columns = {}): Pick<Reading, 'table' | 'articles'> {
  const { columns, rows } = table
  const missing = Object.values(named).find((column) => column !== '' && !columns.includes(column))
  if (missing !== undefined) throw new Unreadable({ fault: 'no-such-column', detail: missing }, columns)
  const used = guessColumns(columns, named)
  if (!used.body) throw new Unreadable({ fault: 'no-body-column', detail: columns.join(', ') }, columns)
  if (rows.length === 0) throw new Unreadable({ fault: 'empty' })
  if (rows.length > MOST_ARTICLES) throw new Unreadable({ fault: 'too-many-articles', detail: `${MOST_ARTICLES}` })
  const articles = rows.map((row, index) => articleOf(row, used, rows.length > 1 ? `${name} ${index + 1}` : name))
  return { table: { columns, used }, articles }
}

function articleOf({ line, values }: Row, used: Columns, fallback: string): RecognisedArticle {
  const value = (field: Field) => (used[field] === undefined ? '' : (values.get(used[field]) ?? ''))
  const clean = cleaned(value('body'), line)
  if (clean.text.trim() === '') throw new Unreadable({ fault: 'empty-body', line, detail: used.body })
  const article = readPlain(clean, fallback)
  const short = (field: Field) => collapsed(cleaned(value(field), line).text)
  const fields = ['outlet', 'author', 'url', 'publishedOn', 'licence'] as const
  return {
    ...article,
    title: short('title') || article.title,
    language: languageOf(value('language')),
    source: sourceOf(Object.fromEntries(fields.map((field) => [field, short(field)]))),
  }
}

/** RFC 4180, with the separator that the first line has most of. */
export function parseCsv(text: string): Table {
  let records: { record: string[]; info: { lines: number } }[]
  try {
    records = parse(text, { delimiter: separatorOf(text), info: true, skip_empty_lines: true, bom: true }) as never
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = Number((error as { lines?: number }).lines) || undefined
    throw new Unreadable({ fault: 'not-csv', line, detail: error.message })
  }
  const columns = (records[0]?.record ?? []).map((column) => column.trim())
  const rows = records.slice(1).map(({ record, info }, index) => ({
    // A record knows the line on which it ends; it begins on the one after its predecessor's.
    line: records[index]!.info.lines + (info.lines > records[index]!.info.lines ? 1 : 0),
    values: new Map(record.map((value, column) => [columns[column]!, value])),
  }))
  return { columns, rows }
}

export function separatorOf(text: string): string {
  const header = firstLine(text)
  const count = (separator: string) => header.split(separator).length
  return [',', ';', '\t'].reduce((best, separator) => (count(separator) > count(best) ? separator : best))
}

/** The first line that is not blank. */
export function firstLine(text: string): string {
  const start = text.search(/\S/)
  if (start === -1) return ''
  const end = text.slice(start).search(/[\r\n]/)
  return end === -1 ? text.slice(start) : text.slice(start, start + end)
}

/** One object a line. Numbers and lists of words are taken as text; what else stands there is left out. */
export function parseJsonLines(text: string): Table {
  const columns = new Set<string>()
  const rows: Row[] = []
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .entries()) {
    if (raw.trim() === '') continue
    const values = objectOn(index + 1, raw)
    for (const column of values.keys()) columns.add(column)
    rows.push({ line: index + 1, values })
  }
  return { columns: [...columns], rows }
}

function objectOn(line: number, raw: string): Map<string, string> {
  let content: unknown
  try {
    content = JSON.parse(raw)
  } catch {
    throw new Unreadable({ fault: 'not-json', line })
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    throw new Unreadable({ fault: 'not-json', line })
  return new Map(
    Object.entries(content).flatMap(([key, value]) => {
      const text = asText(value)
      return text === undefined ? [] : [[key, text] as const]
    }),
  )
}

function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join(', ')
  return undefined
}

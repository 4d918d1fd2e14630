/** Reads `csv`: rows of one article stand together, in the columns that are written. Its texts are not in it. */
import { CONFIDENCES, type Confidence } from '../../annotations/annotation.ts'
import { SET_STATES, type SetState } from '../../annotations/annotation-set.ts'
import { codePointLength, indexText } from '../../text/code-points.ts'
import type { Span } from '../../text/span.ts'
import { withheldText } from '../dataset.ts'
import type { DatasetItem, ReadOptions, Rereadable, Sample } from '../format.ts'
import { DamagedFile } from './lesart-lines.ts'
import { ANNOTATION_COLUMNS, ARTICLE_COLUMNS } from './shared/annotation-table.ts'
import { type CsvRow, csvRows } from './shared/csv-rows.ts'
import type { ForeignAnnotation, ForeignArticle, ForeignSet, Warning } from './shared/foreign.ts'
import { foreignDataset } from './shared/foreign-dataset.ts'
import { IdSet } from './shared/id-set.ts'
import { momentOf } from './shared/times.ts'

const NEEDED = [...ARTICLE_COLUMNS, ...ANNOTATION_COLUMNS]

/** By its columns. */
export function isCsv(sample: Sample): boolean {
  if (sample.files === 'folder') return false
  return sample.head.replace(/^\uFEFF/, '').startsWith(`${ARTICLE_COLUMNS.join(',')},annotation,tag,start,end,quote`)
}

export function readCsv(bytes: Rereadable, { name }: ReadOptions): AsyncIterable<DatasetItem> {
  return foreignDataset({ format: 'csv', title: name, answerTexts: 'strict' }, () => articlesOf(bytes))
}

/** A row with its cells by the names of their columns. */
interface Row {
  readonly line: number
  cell(column: string): string
}

interface Columns {
  readonly names: readonly string[]
  readonly attributes: readonly string[]
  readonly roles: readonly string[]
}

async function* articlesOf(bytes: Rereadable): AsyncIterable<ForeignArticle | Warning> {
  let columns: Columns | undefined
  let rows: Row[] = []
  const seen = new IdSet()
  for await (const row of csvRows(bytes)) {
    if (!columns) {
      columns = columnsOf(row)
      yield* unknownColumns(columns)
      continue
    }
    const next = rowOf(columns, row)
    const article = next.cell('article')
    if (rows.length > 0 && rows[0]!.cell('article') !== article) {
      yield articleOf(columns, rows)
      rows = []
    }
    if (rows.length === 0 && seen.has(article))
      throw new DamagedFile(row.line, `the rows of article ${article} do not stand together; sort the table by article`)
    seen.add(article)
    rows.push(next)
  }
  if (!columns) throw new DamagedFile(1, `there is nothing in this file; its first line names the columns`)
  if (rows.length > 0) yield articleOf(columns, rows)
}

function columnsOf({ line, cells: names }: CsvRow): Columns {
  const missing = NEEDED.find((column) => !names.includes(column))
  if (missing) throw new DamagedFile(line, `the column ${missing} is missing; needed are ${NEEDED.join(', ')}`)
  const doubled = names.find((name, place) => names.indexOf(name) < place)
  if (doubled !== undefined) throw new DamagedFile(line, `the column ${doubled || 'without a name'} stands there twice`)
  const after = (prefix: string) =>
    names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length))
  return {
    names,
    attributes: after('attribute.'),
    roles: after('part.').filter((role) => !role.endsWith('.quote')),
  }
}

function* unknownColumns({ names }: Columns): Iterable<Warning> {
  for (const name of names)
    if (!(NEEDED as readonly string[]).includes(name) && !/^(attribute|part)\../.test(name))
      yield { type: 'warning', line: 1, message: `${name}: this column is not known and was left out` }
}

function rowOf({ names }: Columns, { line, cells }: CsvRow): Row {
  if (cells.length !== names.length)
    throw new DamagedFile(line, `there are ${cells.length} values for ${names.length} columns`)
  const places = new Map(names.map((name, place) => [name, place]))
  return {
    line,
    cell(column) {
      const place = places.get(column)
      return place === undefined ? '' : cells[place]!.replaceAll('\r\n', '\n')
    },
  }
}

function articleOf(columns: Columns, rows: readonly Row[]): ForeignArticle {
  const [{ line, cell }] = rows as [Row, ...Row[]]
  const title = cell('title')
  const other = rows.find((row) => row.cell('title') !== title)
  if (other)
    throw new DamagedFile(other.line, `title: „${other.cell('title')}“ here, „${title}“ before in the same article`)
  const quotes: Quoted[] = []
  const sets = new Map<string, { readonly first: Row; readonly annotations: ForeignAnnotation[] }>()
  for (const row of rows) {
    const owner = JSON.stringify([row.cell('round'), row.cell('annotator')])
    const set = sets.get(owner) ?? { first: row, annotations: [] }
    sets.set(owner, set)
    if (row.cell('annotation') !== '') set.annotations.push(annotationOf(columns, row, quotes))
    else if (ANNOTATION_COLUMNS.some((column) => row.cell(column) !== ''))
      throw new DamagedFile(row.line, 'annotation: its id is missing')
  }
  checkQuotes(quotes)
  const length = Math.max(1, ...quotes.map(({ end }) => end))
  return {
    type: 'article',
    line,
    id: cell('article'),
    title,
    body: withheldText(length, quotes),
    isWithheld: true,
    sets: [...sets.values()].map(({ first, annotations }) => ({ ...setOf(first), annotations })),
  }
}

function setOf({ line, cell }: Row): Omit<ForeignSet, 'annotations'> {
  const state = SET_STATES.find((state) => state === cell('state'))
  if (!state) throw new DamagedFile(line, `state: „${cell('state')}“ is none of ${SET_STATES.join(', ')}`)
  return { annotator: cell('annotator'), round: cell('round'), state: state satisfies SetState }
}

type Quoted = Span & { readonly quote: string; readonly line: number }

function annotationOf({ attributes, roles }: Columns, row: Row, quotes: Quoted[]): ForeignAnnotation {
  const { line, cell } = row
  if (cell('tag') === '') throw new DamagedFile(line, 'tag: an annotation has to have one')
  const span = spanOf(line, `${cell('start')}-${cell('end')}`)
  quotes.push({ ...span, quote: cell('quote'), line })
  const given = attributes.filter((name) => cell(`attribute.${name}`) !== '')
  return {
    line,
    id: cell('annotation'),
    tag: cell('tag'),
    ...span,
    attributes: Object.fromEntries(given.map((name) => [name, cell(`attribute.${name}`)])),
    parts: roles.flatMap((role) => partsOf(row, role, quotes)),
    confidence: confidenceOf(line, cell('confidence')),
    secondTag: cell('second_tag') || undefined,
    note: cell('note') || undefined,
    createdAt: timeOf(line, 'created_at', cell('created_at')),
    changedAt: timeOf(line, 'changed_at', cell('changed_at')),
  }
}

/** `start-end` of each part joined by `|`; their words joined by ` | `, and cut by their lengths, as they may hold that too. */
function partsOf({ line, cell }: Row, role: string, quotes: Quoted[]): (Span & { role: string })[] {
  if (cell(`part.${role}`) === '') return []
  const spans = cell(`part.${role}`)
    .split('|')
    .map((span) => spanOf(line, span))
  const words = indexText(cell(`part.${role}.quote`))
  let from = 0
  for (const { start, end } of spans) {
    const to = from + end - start
    if (to > words.length) throw new DamagedFile(line, `part.${role}.quote: the words do not fit the positions`)
    quotes.push({ start, end, quote: words.slice(from, to), line })
    from = to + ' | '.length
  }
  if (from - ' | '.length !== words.length)
    throw new DamagedFile(line, `part.${role}.quote: the words do not fit the positions`)
  return spans.map((span) => ({ role, ...span }))
}

function spanOf(line: number, cell: string): Span {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(cell) ?? []
  if (start === undefined || Number(start) >= Number(end))
    throw new DamagedFile(line, `start, end: ${cell} is no stretch of a text`)
  return { start: Number(start), end: Number(end) }
}

/** The text is not there; but its quotes have to be as long as they say, and the same where they are of the same place. */
function checkQuotes(quotes: readonly Quoted[]): void {
  const known = new Map<string, string>()
  for (const { start, end, quote, line } of quotes) {
    const length = codePointLength(quote)
    if (length !== end - start)
      throw new DamagedFile(
        line,
        `quote: ${length} code points for the span ${start} to ${end}; positions count code points`,
      )
    const other = known.get(`${start}-${end}`)
    if (other !== undefined && other !== quote)
      throw new DamagedFile(line, `quote: „${quote}“ at ${start} to ${end}, where „${other}“ stood before`)
    known.set(`${start}-${end}`, quote)
  }
}

function confidenceOf(line: number, cell: string): Confidence | undefined {
  const confidence = CONFIDENCES.find((confidence) => confidence === cell)
  if (cell !== '' && !confidence)
    throw new DamagedFile(line, `confidence: „${cell}“ is none of ${CONFIDENCES.join(', ')}`)
  return confidence
}

function timeOf(line: number, column: string, cell: string): string | undefined {
  const moment = momentOf(cell)
  if (cell !== '' && moment === undefined) throw new DamagedFile(line, `${column}: „${cell}“ is no time in ISO 8601`)
  return moment === undefined ? undefined : cell.endsWith('Z') ? cell : moment
}

/** Reads `continuum-table`: a row a marked stretch, without the text. Manual: continuum-table.md. */
import type { Corpus, Unit } from '../../agreement/continuum.ts'
import { compareText } from '../../text/compare-text.ts'
import { DamagedFile } from './lesart-lines.ts'
import { numberIn, readTable, type TableRow } from './table-rows.ts'

const NEEDED = ['annotator', 'tag', 'start', 'end'] as const
const COLUMNS = [...NEEDED, 'article', 'length'] as const
type Column = (typeof COLUMNS)[number]

export interface ContinuumTable {
  readonly corpus: Corpus
  readonly units: number
  /** Of these, those without extent. */
  readonly withoutExtent: number
  /** Columns that say nothing here. */
  readonly unknown: readonly string[]
  /** The last end, where no length was given and the continuum is taken to end there. */
  readonly guessedLength: number | undefined
}

/** One stretch; without a tag where an annotator read the article and marked nothing. */
interface Mark {
  readonly line: number
  readonly article: string
  readonly annotator: string
  readonly tag: string | undefined
  readonly start: number
  readonly end: number
  readonly length: number | undefined
}

/** `length`: of every article for which the table has none. Throws DamagedFile. */
export async function readContinuumTable(
  bytes: AsyncIterable<Uint8Array>,
  length: number | undefined,
): Promise<ContinuumTable> {
  const { columns, rows } = await readTable(bytes)
  const missing = NEEDED.find((column) => !columns.includes(column))
  if (missing) throw new DamagedFile(1, `the column ${missing} is missing; needed are ${NEEDED.join(', ')}`)
  const marks = rows.map((row) => markIn(row, columns))
  const annotators = unique(marks.map(({ annotator }) => annotator))
  const tags = unique(marks.flatMap(({ tag }) => tag ?? [])).sort(compareText)
  const articles = unique(marks.map(({ article }) => article))
  const texts = articles.map((article) =>
    textOf(
      marks.filter((mark) => mark.article === article),
      length,
    ),
  )
  const continua = texts.map(({ marks, from, to }, article) => ({
    article,
    length: to - from,
    readings: unique(marks.map(({ annotator }) => annotator)).map((annotator) => ({
      annotator: annotators.indexOf(annotator),
      units: marks.flatMap((mark): Unit[] => {
        if (mark.annotator !== annotator || mark.tag === undefined) return []
        return [{ tag: tags.indexOf(mark.tag), start: mark.start - from, end: mark.end - from }]
      }),
    })),
  }))
  const isWhole = marks.every(({ start, end }) => Number.isInteger(start) && Number.isInteger(end))
  const guessed = texts.filter(({ isGuessed }) => isGuessed).map(({ to }) => to)
  return {
    corpus: {
      position: isWhole ? 'character' : 'position',
      annotators,
      tags,
      attributes: [],
      roles: [],
      articles: articles.length,
      continua,
    },
    units: marks.filter(({ tag }) => tag !== undefined).length,
    withoutExtent: marks.filter(({ tag, start, end }) => tag !== undefined && start === end).length,
    unknown: columns.filter((column) => !(COLUMNS as readonly string[]).includes(column)),
    guessedLength: guessed.length > 0 ? Math.max(...guessed) : undefined,
  }
}

function markIn({ line, cells }: TableRow, columns: readonly string[]): Mark {
  const cell = (column: Column) => cells[columns.indexOf(column)] ?? ''
  const [annotator, tag] = [cell('annotator'), cell('tag')]
  if (annotator === '') throw new DamagedFile(line, 'annotator: nobody is named')
  const length = cell('length') === '' ? undefined : numberIn(line, 'length', cell('length'))
  const owner = { line, article: cell('article'), annotator, length }
  if (tag === '' && cell('start') === '' && cell('end') === '') return { ...owner, tag: undefined, start: 0, end: 0 }
  if (tag === '')
    throw new DamagedFile(
      line,
      'tag: a stretch has to have one; without start and end, too, the row says: nothing marked',
    )
  const [start, end] = [numberIn(line, 'start', cell('start')), numberIn(line, 'end', cell('end'))]
  if (start > end) throw new DamagedFile(line, `start: ${start} lies after the end, ${end}`)
  return { ...owner, tag, start, end }
}

/** Where an article's continuum begins and ends: as the table says, else as the command does, else with its units. */
function textOf(marks: readonly Mark[], given: number | undefined) {
  const told = marks.find(({ length }) => length !== undefined)?.length
  const other = marks.find(({ length }) => length !== undefined && length !== told)
  if (other) throw new DamagedFile(other.line, `length: ${other.length} here, ${told} before in the same article`)
  const length = told ?? given
  if (length === undefined) {
    const [from, to] = [Math.min(0, ...marks.map(({ start }) => start)), Math.max(0, ...marks.map(({ end }) => end))]
    return { marks, from, to, isGuessed: true }
  }
  const outside = marks.find(({ start, end }) => start < 0 || end > length)
  if (outside)
    throw new DamagedFile(outside.line, `${outside.start} to ${outside.end} lies outside a continuum of ${length}`)
  return { marks, from: 0, to: length, isGuessed: false }
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)]
}

/** Writes `xlsx`: the rows of `csv` for spreadsheets, every text typed as text. Manual: xlsx.md. */
import type { Dataset } from '../dataset.ts'
import type { FileFormat, WrittenFile } from '../format.ts'
import { ANNOTATION_COLUMNS, flatTable, TABLE_OMISSIONS, tableRows } from './shared/annotation-table.ts'
import {
  cell,
  contentTypes,
  isTooLong,
  PACKAGE_RELATIONS,
  SHEET_END,
  SHEET_HEAD,
  STYLES,
  sheetRow,
  workbook,
  workbookRelations,
} from './shared/xlsx-parts.ts'
import { zipped } from './shared/zip.ts'

/** A sheet holds 1,048,576. */
const MOST_ROWS = 1_000_000
/** In UTF-16 units; a cell holds 32,767. */
const PIECE = 30_000

export const xlsx: FileFormat = {
  id: 'xlsx',
  extension: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  files: 'one',
  holds: 'readings',
  omissions: TABLE_OMISSIONS,
  write: (dataset) => zipped(filesOf(dataset), new Date(dataset.header.exportedAt)),
}

/** A text that a cell cannot hold: cut there, and whole on a sheet of its own. */
interface LongText {
  readonly annotation: string
  readonly column: string
  readonly text: string
}

/** The sheets first: how many there are shows only then. */
async function* filesOf(dataset: Dataset): AsyncIterable<WrittenFile> {
  const table = flatTable(dataset)
  const rows = cellsOf(dataset, table)[Symbol.asyncIterator]()
  const names: string[] = []
  const sheet = (name: string) => {
    names.push(name)
    return `xl/worksheets/sheet${names.length}.xml`
  }
  const long: LongText[] = []
  const state = { isDone: false }
  while (!state.isDone)
    yield {
      path: sheet(names.length === 0 ? 'annotations' : `annotations ${names.length + 1}`),
      content: annotationSheet(table.columns, rows, long, state),
    }
  if (long.length > 0) yield { path: sheet('long texts'), content: longTextSheet(long) }
  yield { path: 'xl/styles.xml', content: STYLES }
  yield { path: 'xl/workbook.xml', content: workbook(names) }
  yield { path: 'xl/_rels/workbook.xml.rels', content: workbookRelations(names.length) }
  yield { path: '_rels/.rels', content: PACKAGE_RELATIONS }
  yield { path: '[Content_Types].xml', content: contentTypes(names.length) }
}

async function* cellsOf(dataset: Dataset, { cells }: ReturnType<typeof flatTable>): AsyncIterable<string[]> {
  for await (const article of dataset.articles) yield* tableRows(article).map(cells)
}

async function* annotationSheet(
  columns: readonly string[],
  rows: AsyncIterator<string[]>,
  long: LongText[],
  state: { isDone: boolean },
): AsyncIterable<string> {
  const id = columns.indexOf(ANNOTATION_COLUMNS[0])
  const numbers = new Set(['start', 'end'].map((column) => columns.indexOf(column)))
  yield SHEET_HEAD + sheetRow(columns.map((column) => cell(column)))
  for (let row = 1; row < MOST_ROWS; row++) {
    const { done, value: texts } = await rows.next()
    if (done) {
      state.isDone = true
      break
    }
    for (const [place, text] of texts.entries())
      if (isTooLong(text)) long.push({ annotation: texts[id]!, column: columns[place]!, text })
    yield sheetRow(texts.map((text, place) => cell(text, numbers.has(place))))
  }
  yield SHEET_END
}

async function* longTextSheet(long: readonly LongText[]): AsyncIterable<string> {
  yield SHEET_HEAD + sheetRow(['annotation', 'column', 'piece', 'text'].map((column) => cell(column)))
  for (const { annotation, column, text } of long)
    for (const [piece, part] of piecesOf(text).entries())
      yield sheetRow([cell(annotation), cell(column), cell(String(piece + 1), true), cell(part)])
  yield SHEET_END
}

/** Never between the two halves of a character. */
function piecesOf(text: string): string[] {
  const pieces: string[] = []
  for (let from = 0; from < text.length; ) {
    let to = Math.min(from + PIECE, text.length)
    if (!text.slice(from, to).isWellFormed()) to--
    pieces.push(text.slice(from, to))
    from = to
  }
  return pieces
}

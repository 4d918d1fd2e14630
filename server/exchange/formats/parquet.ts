/** Writes `parquet`: the rows of `csv` with types, attributes and parts as lists. Manual: parquet.md. */
import type { QuotedAnnotation } from '../../annotations/annotation.ts'
import type { Dataset } from '../dataset.ts'
import type { FileFormat } from '../format.ts'
import { TABLE_OMISSIONS, type TableRow, tableRows, valuesOf } from './shared/annotation-table.ts'
import { type Column, listOf, moment, parquetOf, text, whole } from './shared/parquet-writer.ts'

export const parquet: FileFormat = {
  id: 'parquet',
  extension: 'parquet',
  mediaType: 'application/vnd.apache.parquet',
  files: 'one',
  holds: 'readings',
  omissions: TABLE_OMISSIONS,
  write: (dataset) => parquetOf(COLUMNS, rowsOf(dataset)),
}

/** Without attributes or parts there are empty lists; only a reading without annotations has none. */
const COLUMNS: readonly Column<TableRow>[] = [
  [text('article'), ({ article }) => article.id],
  [text('title'), ({ article }) => article.title],
  [text('round'), ({ set }) => set.round],
  [text('annotator'), ({ set }) => set.annotator],
  [text('state'), ({ set }) => set.state],
  [text('annotation'), ({ annotation }) => annotation?.id],
  [text('tag'), ({ annotation }) => annotation?.tag],
  [whole('start'), ({ annotation }) => annotation?.start],
  [whole('end'), ({ annotation }) => annotation?.end],
  [text('quote'), ({ annotation }) => annotation?.quote],
  [text('confidence'), ({ annotation }) => annotation?.confidence],
  [text('second_tag'), ({ annotation }) => annotation?.secondTag],
  [text('note'), ({ annotation }) => annotation?.note],
  [moment('created_at'), ({ annotation }) => annotation && microseconds(annotation.createdAt)],
  [moment('changed_at'), ({ annotation }) => annotation && microseconds(annotation.changedAt)],
  [listOf('attributes', [text('key'), text('value')]), ({ annotation }) => annotation && answersOf(annotation)],
  [
    listOf('parts', [text('role'), whole('start'), whole('end'), text('quote')]),
    ({ annotation }) => annotation && (annotation.parts ?? []),
  ],
]

async function* rowsOf({ articles }: Dataset): AsyncIterable<readonly TableRow[]> {
  for await (const article of articles) yield tableRows(article)
}

function answersOf({ attributes = {} }: QuotedAnnotation) {
  return Object.entries(attributes).flatMap(([key, value]) => valuesOf(value).map((value) => ({ key, value })))
}

function microseconds(time: string): bigint {
  return BigInt(Date.parse(time)) * 1000n
}

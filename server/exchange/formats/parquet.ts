/** Writes `parquet`: the rows of `csv` with types, attributes and parts as lists. Manual: parquet.md. */
import type { QuotedAnnotation } from '../../annotations/annotation.ts'
import type { Dataset } from '../dataset.ts'
import type { FileFormat } from '../format.ts'
import { TABLE_OMISSIONS, type TableRow, tableRows, valuesOf } from './shared/annotation-table.ts'
import { listOf, moment, parquetOf, type Row, type SchemaElement, text, whole } from './shared/parquet-writer.ts'

export const parquet: FileFormat = {
  id: 'parquet',
  extension: 'parquet',
  mediaType: 'application/vnd.apache.parquet',
  files: 'one',
  holds: 'readings',
  omissions: TABLE_OMISSIONS,
  write: (dataset) => parquetOf(SCHEMA, COLUMNS, rowsOf(dataset)),
}

const FIELDS: readonly SchemaElement[] = [
  ...['article', 'title', 'round', 'annotator', 'state', 'annotation', 'tag'].map(text),
  ...['start', 'end'].map(whole),
  ...['quote', 'confidence', 'second_tag', 'note'].map(text),
  ...['created_at', 'changed_at'].map(moment),
]
const COLUMNS = [...FIELDS.map(({ name }) => name), 'attributes', 'parts']
const SCHEMA: readonly SchemaElement[] = [
  { name: 'root', num_children: COLUMNS.length },
  ...FIELDS,
  ...listOf('attributes', [text('key'), text('value')]),
  ...listOf('parts', [text('role'), whole('start'), whole('end'), text('quote')]),
]

async function* rowsOf(dataset: Dataset): AsyncIterable<Row> {
  for await (const row of tableRows(dataset)) yield rowOf(row)
}

function rowOf({ article, set, annotation }: TableRow): Row {
  const { id, title } = article
  const reading = { article: id, title, round: set.round, annotator: set.annotator, state: set.state }
  return annotation ? { ...reading, ...annotationOf(annotation) } : reading
}

/** Without attributes or parts there are empty lists; only a reading without annotations has none. */
function annotationOf(annotation: QuotedAnnotation): Row {
  const { id, tag, start, end, quote, confidence, secondTag, note, attributes = {}, parts = [] } = annotation
  return {
    annotation: id,
    ...{ tag, start, end, quote, confidence, second_tag: secondTag, note },
    created_at: microseconds(annotation.createdAt),
    changed_at: microseconds(annotation.changedAt),
    attributes: Object.entries(attributes).flatMap(([key, value]) => valuesOf(value).map((value) => ({ key, value }))),
    parts: parts.map(({ role, start, end, quote }) => ({ role, start, end, quote })),
  }
}

function microseconds(time: string): bigint {
  return BigInt(new Date(time).getTime()) * 1000n
}

/** Writes and reads `csv` (RFC 4180, UTF-8, LF): one annotation a row, values exact. Manual: csv.md. */
import { CSV_MEDIA_TYPE, csvRow } from '../../text/csv-row.ts'
import type { Dataset } from '../dataset.ts'
import type { FileFormat } from '../format.ts'
import { isCsv, readCsv } from './csv-reader.ts'
import { flatTable, TABLE_OMISSIONS, tableRows } from './shared/annotation-table.ts'

export const csv: FileFormat = {
  id: 'csv',
  extension: 'csv',
  mediaType: CSV_MEDIA_TYPE,
  files: 'one',
  omissions: TABLE_OMISSIONS,
  holds: 'readings',
  write,
  read: readCsv,
  recognises: isCsv,
}

async function* write(dataset: Dataset): AsyncIterable<string> {
  const { columns, cells } = flatTable(dataset)
  yield csvRow(columns)
  for await (const article of dataset.articles)
    yield tableRows(article)
      .map((row) => csvRow(cells(row)))
      .join('')
}

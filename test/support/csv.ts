/** CSV as a reader reads it that knows nothing of the program. */
import { parse } from 'csv-parse/sync'

/** RFC 4180 → rows of cells. Throws where a quoted cell does not end, or goes on after its quote. */
export function readCsv(text: string): string[][] {
  return parse(text, { relaxColumnCount: true })
}

/** Readers of CSV that know nothing of the program. */
import { spawnSync } from 'node:child_process'

/** RFC 4180 → rows of cells. Throws where a quoted cell does not end, or goes on after its quote. */
export function readCsv(text: string): string[][] {
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y
  const rows: string[][] = []
  let row: string[] = []
  while (cell.lastIndex < text.length || row.length > 0) {
    const place = cell.lastIndex
    const found = cell.exec(text)
    if (!found) throw new Error(`no cell at ${place}: ${text.slice(place, place + 40)}`)
    row.push(found[1] !== undefined ? found[1].replaceAll('""', '"') : found[2]!)
    if (found[3] === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

const python =
  'import csv,json,sys,io;print(json.dumps(list(csv.reader(io.StringIO(sys.stdin.buffer.read().decode(),newline="")))))'

/** The same by Python's csv module, or undefined where there is no Python. */
export function readCsvWithPython(text: string): string[][] | undefined {
  const { stdout, status, error } = spawnSync('python3', ['-c', python], { input: text, encoding: 'utf8' })
  if (error) return undefined
  if (status !== 0) throw new Error('Python could not read it')
  return JSON.parse(stdout)
}

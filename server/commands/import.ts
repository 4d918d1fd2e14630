/** `import`: takes lesart files in, each whole or not at all. */
import { createReadStream } from 'node:fs'
import { CONFIG_OPTIONS, readArguments, readConfig, typedPath } from '../config.ts'
import { CommandError } from '../errors.ts'
import { DamagedFile } from '../exchange/formats/lesart-lines.ts'
import { readLesart } from '../exchange/formats/lesart-reader.ts'
import { Contradiction, type ImportReport, importDataset, type Tally } from '../exchange/import-actions.ts'
import type { Parts } from '../parts.ts'
import { openWorkplace } from './workplace.ts'

const OPTIONS = { ...CONFIG_OPTIONS, json: { type: 'boolean', default: false } } as const
const KINDS = ['articles', 'sets', 'annotations'] as const
type Totals = Record<(typeof KINDS)[number], Tally>

export async function run(args: string[]): Promise<void> {
  const { values, positionals } = readArguments(args, OPTIONS)
  if (positionals.length === 0) throw new CommandError('import: name a file; - is standard input', 2)
  const parts = await openWorkplace(readConfig(values))
  const totals: Totals = { articles: zero(), sets: zero(), annotations: zero() }
  try {
    for (const file of positionals) {
      const report = await importFile(parts, file)
      if (report) add(totals, report)
    }
  } finally {
    await parts.database.close()
  }
  process.stdout.write(
    values.json ? `${JSON.stringify(totals)}\n` : KINDS.map((kind) => line(kind, totals[kind])).join(''),
  )
}

/** The report of one file, or undefined where it could not be read at all; then the exit code is 1. */
async function importFile(parts: Parts, file: string): Promise<ImportReport | undefined> {
  const bytes = file === '-' ? process.stdin : createReadStream(typedPath(file))
  try {
    const report = await importDataset(parts, readLesart(bytes))
    for (const { line, message } of report.remarks) process.stderr.write(`${file}:${line}: ${message}\n`)
    return report
  } catch (error) {
    process.stderr.write(`${file}${complaint(error)}\n`)
    process.exitCode = 1
    return error instanceof Contradiction ? withoutNew(error.report) : undefined
  }
}

function complaint(error: unknown): string {
  if (error instanceof DamagedFile || error instanceof Contradiction) return `:${error.line}: ${error.message}`
  if (error instanceof Error && 'syscall' in error) return `: cannot be read: ${error.message}`
  throw error
}

function withoutNew(report: ImportReport): ImportReport {
  const kept = (tally: Tally): Tally => ({ ...tally, new: 0 })
  return { ...report, articles: kept(report.articles), sets: kept(report.sets), annotations: kept(report.annotations) }
}

function zero(): Tally {
  return { new: 0, equal: 0, refused: 0 }
}

function add(totals: Totals, report: ImportReport): void {
  for (const kind of KINDS)
    for (const key of ['new', 'equal', 'refused'] as const) totals[kind][key] += report[kind][key]
}

function line(kind: string, tally: Tally): string {
  return `${kind}: ${tally.new} new, ${tally.equal} equal, ${tally.refused} refused\n`
}

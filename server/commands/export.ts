/** `export`: a study as a file, beside a running server too. */
import { createReadStream, existsSync } from 'node:fs'
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { CONFIG_OPTIONS, readArguments, readConfig, typedPath } from '../config.ts'
import { CommandError } from '../errors.ts'
import { writeDataset } from '../exchange/export-actions.ts'
import { FORMATS, findFormat } from '../exchange/formats/index.ts'
import { chooseStudy } from './choose-study.ts'
import { openForReading } from './workplace.ts'

const OPTIONS = {
  ...CONFIG_OPTIONS,
  study: { type: 'string' },
  format: { type: 'string', default: 'lesart' },
  out: { type: 'string' },
  losses: { type: 'string' },
  force: { type: 'boolean', default: false },
} as const

export async function run(args: string[]): Promise<void> {
  const { values, positionals } = readArguments(args, OPTIONS)
  if (positionals.length > 0)
    throw new CommandError(`export: ${positionals[0]} is too much here; the target is named with --out`, 2)
  const format = findFormat(values.format)
  if (!format)
    throw new CommandError(`--format ${values.format}: there are ${FORMATS.map(({ id }) => id).join(', ')}`, 2)
  if (values.out === undefined)
    throw new CommandError('export: name the target with --out PATH; - is standard output', 2)
  const mayReplace = values.force
  const out = values.out === '-' ? undefined : newTarget(values.out, mayReplace)
  const lossesFile = values.losses === undefined ? undefined : newTarget(values.losses, mayReplace)
  const parts = await openForReading(readConfig(values))
  try {
    const study = await chooseStudy(parts.database.db, values.study)
    const write = (file: string) => writeDataset(parts, study, 'everybody', format, file)
    const losses = await (out ? writeWhole(out, write) : writeToStdout(write))
    for (const { what, count } of losses) process.stderr.write(`not in ${format.id}: ${what} (${count})\n`)
    const report = `${JSON.stringify({ format: format.id, losses })}\n`
    if (lossesFile) await writeWhole(lossesFile, (file) => writeFile(file, report, { mode: 0o600 }))
  } finally {
    await parts.database.close()
  }
}

/** The file that was named; refused where it is there already and may not be replaced. */
function newTarget(typed: string, mayReplace: boolean): string {
  const target = typedPath(typed)
  if (existsSync(target) && !mayReplace) throw new CommandError(`${typed}: is there already; --force replaces it`)
  return target
}

/** The file appears whole, by rename, or not at all. */
async function writeWhole<T>(target: string, write: (file: string) => Promise<T>): Promise<T> {
  const unfinished = `${target}.${process.pid}.part`
  try {
    const result = await write(unfinished)
    await rename(unfinished, target)
    return result
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined)
    if (error instanceof Error && 'syscall' in error)
      throw new CommandError(`${target}: cannot be written: ${error.message}`)
    throw error
  }
}

async function writeToStdout<T>(write: (file: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lesart-'))
  try {
    const file = path.join(folder, 'dataset')
    const result = await write(file)
    await pipeline(createReadStream(file), process.stdout, { end: false })
    return result
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** `export`: a study as a file, beside a running server too. */
import { createReadStream, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
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
  const out = values.out === '-' ? undefined : typedPath(values.out)
  if (out && existsSync(out) && !values.force)
    throw new CommandError(`${values.out}: is there already; --force replaces it`)
  const parts = await openForReading(readConfig(values))
  try {
    const study = await chooseStudy(parts.database.db, values.study)
    const write = (file: string) => writeDataset(parts, study, 'everybody', format, file)
    await (out ? writeWhole(out, write) : writeToStdout(write))
    for (const loss of format.losses) process.stderr.write(`not in ${format.id}: ${loss}\n`)
    if (values.losses)
      writeFileSync(typedPath(values.losses), `${JSON.stringify({ format: format.id, losses: format.losses })}\n`)
  } finally {
    await parts.database.close()
  }
}

/** The file appears whole, by rename, or not at all. */
async function writeWhole(target: string, write: (file: string) => Promise<void>): Promise<void> {
  const unfinished = `${target}.${process.pid}.part`
  try {
    await write(unfinished)
    renameSync(unfinished, target)
  } catch (error) {
    rmSync(unfinished, { force: true })
    if (error instanceof Error && 'code' in error)
      throw new CommandError(`${target}: cannot be written: ${error.message}`)
    throw error
  }
}

async function writeToStdout(write: (file: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lesart-'))
  try {
    const file = path.join(folder, 'dataset')
    await write(file)
    await pipeline(createReadStream(file), process.stdout, { end: false })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

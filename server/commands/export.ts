/** `export`: a study as a file, beside a running server too. */
import { createReadStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { CONFIG_OPTIONS, readArguments, readConfig } from '../config.ts'
import { CommandError } from '../errors.ts'
import { writeDataset } from '../exchange/export-actions.ts'
import { FORMATS, findFormat } from '../exchange/formats/index.ts'
import { chooseStudy } from './choose-study.ts'
import { newTarget, writeWhole } from './targets.ts'
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

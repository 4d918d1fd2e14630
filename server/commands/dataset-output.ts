/** Where `export` and `convert` write: --out, --force, --losses, and what they say about what was left out. */
import { createReadStream, existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { CommandError } from '../errors.ts'
import type { Container, Packed } from '../exchange/files/packing.ts'
import { type Emptiness, type Format, NothingToWrite } from '../exchange/format.ts'
import { FORMATS, findFormat } from '../exchange/formats/index.ts'
import { newTarget, writeWhole } from './targets.ts'

export const OUTPUT_OPTIONS = {
  out: { type: 'string' },
  losses: { type: 'string' },
  json: { type: 'boolean', default: false },
  force: { type: 'boolean', default: false },
} as const

/** @param out where it is to be written: a format may have more than one kind of file */
export function formatNamed(option: string, id: string, out: string | undefined): Format {
  const format = findFormat(id)
  if (!format) throw new CommandError(`--${option} ${id}: there are ${FORMATS.map(({ id }) => id).join(', ')}`, 2)
  const ending = path
    .extname(out ?? '')
    .slice(1)
    .toLowerCase()
  return (format.files === 'one' && format.otherwise?.[ending]) || format
}

interface Values {
  readonly out?: string | undefined
  readonly losses?: string | undefined
  readonly json: boolean
  readonly force: boolean
}

export interface Output {
  /** Writes the dataset, and says afterwards what of it was left out. */
  write(pack: (target: string, container: Container) => Promise<Packed>): Promise<Packed>
}

/** Refuses what cannot be written before anything is read. */
export function outputFor(command: string, format: Format, { out, losses, json, force }: Values): Output {
  if (out === undefined) throw new CommandError(`${command}: name the target with --out PATH; - is standard output`, 2)
  if (out === '-' && format.files === 'folder')
    throw new CommandError(`--out -: ${format.id} is several files; name a folder, or a zip: --out PATH.zip`, 2)
  if (out === '-' && json)
    throw new CommandError('--json: the dataset goes to standard output; name a file with --out PATH', 2)
  if (losses === '-') throw new CommandError('--losses -: name a file; --json writes them to standard output', 2)
  const container = containerOf(format, out)
  const target = out === '-' ? undefined : newTarget(out, force, container === 'folder' ? 'folder' : 'file')
  const lossesFile = losses === undefined ? undefined : newTarget(losses, force)
  if (target !== undefined && target === lossesFile)
    throw new CommandError(`--losses ${losses}: --out names the same file`, 2)
  return {
    async write(pack) {
      const count = await explained(format, () =>
        target ? writeWhole(target, (file) => pack(file, container)) : writeToStdout(pack),
      )
      if (target) for (const file of count.beside) await writeBeside(target, file, force)
      for (const { what, count: number } of count.losses)
        process.stderr.write(`not in ${format.id}: ${what} (${number})\n`)
      const { articles, readings, annotations, losses } = count
      const report = `${JSON.stringify({ format: format.id, losses })}\n`
      if (lossesFile) await writeWhole(lossesFile, (file) => writeFile(file, report, { mode: 0o600 }))
      if (json)
        process.stdout.write(`${JSON.stringify({ format: format.id, articles, readings, annotations, losses })}\n`)
      return count
    },
  }
}

/** The same content may lie there already: of the dataset before, with the same codebook. */
async function writeBeside(
  target: string,
  { path: name, content }: Packed['beside'][number],
  mayReplace: boolean,
): Promise<void> {
  const file = path.join(path.dirname(target), name)
  const known = existsSync(file) ? await readFile(file, 'utf8') : undefined
  if (known === content) return
  if (known !== undefined && !mayReplace)
    return void process.stderr.write(
      `${file}: is there already with other content, and was left; --force replaces it\n`,
    )
  await writeWhole(file, (unfinished) => writeFile(unfinished, content, { mode: 0o600 }))
}

function containerOf({ files }: Format, target: string): Container {
  if (files === 'one') return 'file'
  return target.toLowerCase().endsWith('.zip') ? 'zip' : 'folder'
}

const REASONS: Readonly<Record<Emptiness, string>> = {
  'no-articles': 'there are no articles',
  'no-readings': 'there are no readings of any article',
  'no-annotations': 'nothing is marked',
  'no-texts': 'the text of every article is withheld, and this format cannot be without',
}

async function explained<T>(format: Format, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (!(error instanceof NothingToWrite)) throw error
    throw new CommandError(`${format.id}: this would come out empty: ${REASONS[error.reason]}`)
  }
}

async function writeToStdout<T>(pack: (target: string, container: Container) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lesart-'))
  try {
    const file = path.join(folder, 'dataset')
    const result = await pack(file, 'file')
    await pipeline(createReadStream(file), process.stdout, { end: false })
    return result
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

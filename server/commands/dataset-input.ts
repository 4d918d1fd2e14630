/** What `convert`, `import` and `agreement` read datasets from: a file, a folder, a zip, several files, standard input. */
import { createWriteStream, statSync } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { typedPath } from '../config.ts'
import { CommandError } from '../errors.ts'
import { COMMAND_LIMITS } from '../exchange/files/limits.ts'
import { folderInUtf8, inUtf8, isEncoding } from '../exchange/files/recoding.ts'
import {
  isReadable,
  likelyEncodings,
  otherEncodingIn,
  readIn,
  recognise,
  sampleOfFile,
  sampleOfFolder,
} from '../exchange/files/recognising.ts'
import { fileAt, namedFiles, openFolder, openZip } from '../exchange/files/unpacking.ts'
import {
  type DatasetItem,
  type Folder,
  type Format,
  OFFSET_UNITS,
  type OffsetUnit,
  type ReadOptions,
  type Rereadable,
  type Sample,
} from '../exchange/format.ts'
import { FORMATS } from '../exchange/formats/index.ts'
import { DamagedFile, Misquoted, NotUtf8 } from '../exchange/formats/lesart-lines.ts'
import { inWords, isOfTheSystem } from './machine-words.ts'

/** Something to be read: one file, or several together. */
export interface Input {
  /** As it was typed: errors name it so. */
  readonly typed: string
  readonly name: string
  readonly sample: Sample
  readonly bytes: Rereadable | undefined
  readonly folder: Folder
  close(): Promise<void>
}

/** Opens what was typed; standard input is kept in a private file, since it may have to be read twice. */
export async function openInput(typed: readonly string[]): Promise<Input> {
  const [first = '', second] = typed
  if (second !== undefined) return ofFiles(typed)
  if (first === '-') return ofStdin()
  const file = typedPath(first)
  const kind = kindOf(first, file)
  const base = { typed: first, name: nameOf(file), close: async () => undefined }
  if (kind === 'folder') {
    const folder = await named(first, () => openFolder(file, COMMAND_LIMITS))
    return { ...base, folder, bytes: undefined, sample: await sampleOfFolder(folder) }
  }
  if (await isZip(file)) {
    const zip = await named(first, () => openZip(file, COMMAND_LIMITS))
    const sample = await named(first, () => sampleOfFolder(zip))
    return { ...base, folder: zip, bytes: undefined, sample, close: async () => zip.close() }
  }
  return { ...base, ...(await ofFile(file, path.basename(file))) }
}

/** The same in UTF-8, where somebody named the encoding that it has. */
export async function recoded(input: Input, encoding: string | undefined): Promise<Input> {
  if (encoding === undefined) return input
  if (!isEncoding(encoding))
    throw new CommandError(`--encoding ${encoding}: it is not known; windows-1252, utf-16 and the like can be named`, 2)
  const folder = folderInUtf8(input.folder, encoding)
  const bytes = input.bytes && inUtf8(input.bytes, encoding)
  return named(input.typed, async () => {
    const isOne = input.sample.files === 'one' && bytes
    return {
      ...input,
      folder,
      bytes,
      sample: isOne ? await sampleOfFile(input.name, bytes) : await sampleOfFolder(folder),
    }
  })
}

async function ofFile(file: string, name: string): Promise<Pick<Input, 'folder' | 'bytes' | 'sample'>> {
  const bytes = fileAt(file)
  return { bytes, folder: namedFiles([{ name, file }]), sample: await sampleOfFile(name, bytes) }
}

async function ofFiles(typed: readonly string[]): Promise<Input> {
  const files = typed.map((name) => ({ name: path.basename(name), file: typedPath(name) }))
  for (const [index, { file }] of files.entries()) kindOf(typed[index]!, file)
  const doubled = files.find(({ name }, index) => files.findIndex((other) => other.name === name) < index)
  if (doubled) throw new CommandError(`${doubled.name}: two files are called so; put them into a folder`, 2)
  const folder = namedFiles(files)
  return {
    typed: path.dirname(typed[0]!),
    name: nameOf(path.dirname(files[0]!.file)),
    folder,
    bytes: undefined,
    sample: await sampleOfFolder(folder),
    close: async () => undefined,
  }
}

async function ofStdin(): Promise<Input> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lesart-'))
  const file = path.join(folder, 'stdin')
  const close = () => rm(folder, { recursive: true, force: true })
  try {
    await pipeline(process.stdin, createWriteStream(file, { mode: 0o600 }))
    return { typed: '-', name: 'stdin', close, ...(await ofFile(file, 'stdin')) }
  } catch (error) {
    await close()
    throw error
  }
}

function kindOf(typed: string, file: string): 'file' | 'folder' {
  try {
    return statSync(file).isDirectory() ? 'folder' : 'file'
  } catch (error) {
    throw new CommandError(`${typed}: cannot be read: ${inWords(error as Error)}`)
  }
}

async function isZip(file: string): Promise<boolean> {
  const handle = await open(file)
  try {
    const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0)
    return buffer.toString('latin1') === 'PK\x03\x04' || buffer.toString('latin1') === 'PK\x05\x06'
  } finally {
    await handle.close()
  }
}

/** A file's or folder's name without its ending. */
function nameOf(file: string): string {
  return (
    path
      .basename(file)
      .replace(/(\.lesart)?\.[^.]+$/, '')
      .normalize('NFC') || 'dataset'
  )
}

/** `others`: what can be named beside formats. */
export function readableNamed(from: string, others: readonly string[] = []): Format {
  const readable = FORMATS.filter((format) => isReadable(format))
  const format = readable.find(({ id }) => id === from)
  if (!format)
    throw new CommandError(`--from ${from}: there are ${[...readable.map(({ id }) => id), ...others].join(', ')}`, 2)
  return format
}

/** The format that was named, or the one that the content shows; undefined where none does. */
export function formatOf({ typed, sample }: Input, from: string | undefined): Format | undefined {
  if (from === undefined) return recognise(FORMATS, sample)
  const format = readableNamed(from)
  if (!isReadable(format, sample.files)) throw new CommandError(`${typed}: ${from} is one file; name one at a time`, 2)
  return format
}

/** The unit of offsets that somebody named. */
export function unitNamed(unit: string | undefined): OffsetUnit | undefined {
  const known = OFFSET_UNITS.find((known) => known === unit)
  if (unit !== undefined && !known) throw new CommandError(`--offsets ${unit}: there are ${OFFSET_UNITS.join(', ')}`, 2)
  return known
}

function nameEncoding([likeliest = 'NAME']: readonly string[]): string {
  return `name its encoding with --encoding ${likeliest}`
}

/** Why no format takes it: what is not UTF-8 is not looked into. */
export async function unrecognised({ typed, sample, bytes, folder }: Input): Promise<CommandError> {
  const other = otherEncodingIn(sample)
  if (other === undefined) return new CommandError(`${typed}: the format is not recognised; name it with --from FORMAT`)
  const likely = await likelyEncodings(bytes ?? folder.bytes(other))
  const what = likely.length > 0 ? `it is not UTF-8, but probably ${likely.join(' or ')}` : 'it is not UTF-8'
  return new CommandError(`${typed}: ${what}; ${nameEncoding(likely)}`)
}

/** Reads in the format; what is wrong is said in one line that names the place. */
export async function* itemsOf(
  input: Input,
  format: Format,
  wishes: Omit<ReadOptions, 'name'> = {},
): AsyncIterable<DatasetItem> {
  try {
    yield* readIn(format, input, { name: input.name, ...wishes })
  } catch (error) {
    throw inOneLine(input.typed, error, wishes.mayMove !== undefined)
  }
}

export function placeIn(typed: string, { file, line }: { readonly file?: string | undefined; readonly line: number }) {
  const isItself = file === undefined || file === path.basename(typed)
  return `${isItself ? typed : path.join(typed, file)}:${line}`
}

async function named<T>(typed: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    throw inOneLine(typed, error)
  }
}

function hintFor(error: DamagedFile, canMove: boolean): string {
  if (error instanceof NotUtf8) return `, or ${nameEncoding(error.likely)}`
  return error instanceof Misquoted && canMove ? '; --re-anchor looks for it' : ''
}

/** What is wrong with data, as one line that names the place. */
export function inOneLine(typed: string, error: unknown, canMove = false): unknown {
  if (error instanceof DamagedFile)
    return new CommandError(`${placeIn(typed, error)}: ${error.message}${hintFor(error, canMove)}`)
  if (isOfTheSystem(error)) return new CommandError(`${typed}: cannot be read: ${inWords(error)}`)
  return error
}

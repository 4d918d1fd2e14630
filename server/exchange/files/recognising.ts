/** Which format something is in: by what stands in it, and by its name only where a format says so. */
import { encodingsOf } from '../../articles/intake/bytes-reader.ts'
import type { DatasetItem, FileFormat, Folder, Format, ReadOptions, Rereadable, Sample } from '../format.ts'
import { NotUtf8 } from '../formats/lesart-lines.ts'

const ENOUGH = 2 ** 20

interface Content {
  readonly bytes: Rereadable | undefined
  readonly folder: Folder
}

/** Whether a format is read at all, or from one file, or from several. */
export function isReadable(format: Format, files?: Sample['files']): boolean {
  const { read, readFolder } = format as Partial<FileFormat>
  // One file of a format of several is a folder with one file.
  if (format.files === 'folder' || files === 'folder') return readFolder !== undefined
  return read !== undefined
}

/** The first of the formats that takes a sample for its own. */
export function recognise(formats: readonly Format[], sample: Sample): Format | undefined {
  return formats.find((format) => isReadable(format, sample.files) && format.recognises?.(sample))
}

/** Reads a file (`bytes`), or all that is in a folder. Expects a format that is read so. */
export async function* readIn(
  format: Format,
  { bytes, folder }: Content,
  options: ReadOptions,
): AsyncIterable<DatasetItem> {
  try {
    yield* format.files === 'one' && bytes ? format.read!(bytes, options) : format.readFolder!(folder, options)
  } catch (error) {
    throw error instanceof NotUtf8 ? await withLikely(error, { bytes, folder }) : error
  }
}

async function withLikely({ line, file }: NotUtf8, { bytes, folder }: Content): Promise<NotUtf8> {
  const damaged = file !== undefined && folder.paths.includes(file) ? folder.bytes(file) : bytes
  return new NotUtf8(line, file, damaged && (await likelyEncodings(damaged)))
}

/** The name of a file in a sample that is not in UTF-8: what could not be decoded, or a NUL beside every letter. */
export function otherEncodingIn(sample: Sample): string | undefined {
  const heads = sample.files === 'one' ? [[sample.name, sample.head] as const] : [...sample.heads]
  return heads.find(([, head]) => /[\uFFFD\0]/.test(head))?.[0]
}

/** Names of encodings that something probably has, by its beginning: whole lines, or a character would be cut. */
export async function likelyEncodings(bytes: Rereadable): Promise<string[]> {
  const head = await beginningOf(bytes)
  const end = head.length < ENOUGH ? head.length : head.lastIndexOf(0x0a) + 1 || head.length
  return encodingsOf(head.subarray(0, end)).map(({ encoding }) => encoding)
}

export async function sampleOfFile(name: string, bytes: Rereadable): Promise<Sample> {
  return { files: 'one', name, head: await headOf(bytes) }
}

/** Looks into the first file of each ending. */
export async function sampleOfFolder({ paths, bytes }: Folder): Promise<Sample> {
  const heads = new Map<string, string>()
  const endings = new Set<string>()
  for (const path of paths) {
    const ending = /\.[^./]*$/.exec(path)?.[0] ?? ''
    if (endings.has(ending)) continue
    endings.add(ending)
    heads.set(path, await headOf(bytes(path)))
  }
  return { files: 'folder', paths, heads }
}

async function headOf(bytes: Rereadable): Promise<string> {
  // As a stream: a character that is cut at the end is not taken for a wrong one.
  return new TextDecoder().decode(await beginningOf(bytes), { stream: true })
}

async function beginningOf(bytes: Rereadable): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of bytes) {
    chunks.push(chunk)
    size += chunk.length
    if (size >= ENOUGH) break
  }
  return Buffer.concat(chunks).subarray(0, ENOUGH)
}

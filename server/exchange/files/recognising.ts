/** Which format something is in: by what stands in it, and by its name only where a format says so. */
import type { DatasetItem, FileFormat, Folder, Format, ReadOptions, Rereadable, Sample } from '../format.ts'

const ENOUGH = 65_536

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
export function readIn(
  format: Format,
  { bytes, folder }: { readonly bytes: Rereadable | undefined; readonly folder: Folder },
  options: ReadOptions,
): AsyncIterable<DatasetItem> {
  return format.files === 'one' && bytes ? format.read!(bytes, options) : format.readFolder!(folder, options)
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
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of bytes) {
    chunks.push(chunk)
    size += chunk.length
    if (size >= ENOUGH) break
  }
  return new TextDecoder().decode(Buffer.concat(chunks).subarray(0, ENOUGH))
}

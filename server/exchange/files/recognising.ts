/** Which format something is in: by what stands in it, and by its name only where a format says so. */
import type { FileFormat, Folder, FolderFormat, Format, Rereadable, Sample } from '../format.ts'

const ENOUGH = 65_536

export type ReadableFormat =
  | (FileFormat & Required<Pick<FileFormat, 'read'>>)
  | (FolderFormat & Required<Pick<FolderFormat, 'readFolder'>>)

export function isReadable(format: Format): format is ReadableFormat {
  return format.files === 'one' ? format.read !== undefined : format.readFolder !== undefined
}

/** The first of the formats that takes a sample for its own. */
export function recognise(formats: readonly Format[], sample: Sample): ReadableFormat | undefined {
  return formats.filter(isReadable).find((format) => format.recognises?.(sample))
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

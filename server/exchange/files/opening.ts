/** Bytes that somebody sent → what formats read: a file, or a zip with several. They lie in a private folder until closed. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Folder, Rereadable, Sample, WrittenFile } from '../format.ts'
import { zipped } from '../formats/shared/zip.ts'
import type { Limits } from './limits.ts'
import { folderInUtf8, inUtf8 } from './recoding.ts'
import { sampleOfFile, sampleOfFolder } from './recognising.ts'
import { fileAt, namedFiles, openZip } from './unpacking.ts'

export interface Opened {
  readonly bytes: Rereadable | undefined
  readonly folder: Folder
  readonly sample: Sample
  close(): Promise<void>
}

/** Throws DamagedFile where it is a zip that cannot be read or holds too much. */
export async function openBytes(name: string, bytes: Uint8Array, limits: Limits): Promise<Opened> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lesart-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    const file = path.join(folder, 'sent')
    await writeFile(file, bytes, { mode: 0o600 })
    if (isZip(bytes)) {
      const zip = await openZip(file, limits)
      const close = () => remove().finally(() => zip.close())
      return { bytes: undefined, folder: zip, sample: await sampleOfFolder(zip), close }
    }
    const all = fileAt(file)
    return { bytes: all, folder: namedFiles([{ name, file }]), sample: await sampleOfFile(name, all), close: remove }
  } catch (error) {
    await remove()
    throw error
  }
}

/** The same in UTF-8. Expects an encoding that there is. */
export async function inEncoding(opened: Opened, encoding: string): Promise<Opened> {
  const { sample, close } = opened
  const bytes = opened.bytes && inUtf8(opened.bytes, encoding)
  const folder = folderInUtf8(opened.folder, encoding)
  const isOne = sample.files === 'one' && bytes
  return { bytes, folder, close, sample: isOne ? await sampleOfFile(sample.name, bytes) : await sampleOfFolder(folder) }
}

/** Several files as one that holds them. */
export async function zipOf(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  time: Date,
): Promise<Uint8Array> {
  async function* all(): AsyncIterable<WrittenFile> {
    for (const { name, bytes } of files) yield { path: name.replace(/[/\\\p{Cc}]/gu, '_'), content: once(bytes) }
  }
  return Buffer.concat(await Array.fromAsync(zipped(all(), time)))
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

function isZip(bytes: Uint8Array): boolean {
  return ['PK\x03\x04', 'PK\x05\x06'].includes(Buffer.from(bytes.subarray(0, 4)).toString('latin1'))
}

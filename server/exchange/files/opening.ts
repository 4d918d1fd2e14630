/** Bytes that somebody sent → what formats read: a file, or a zip with several. They lie in a private folder until closed. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Folder, Rereadable, Sample } from '../format.ts'
import type { Limits } from './limits.ts'
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

function isZip(bytes: Uint8Array): boolean {
  return ['PK\x03\x04', 'PK\x05\x06'].includes(Buffer.from(bytes.subarray(0, 4)).toString('latin1'))
}

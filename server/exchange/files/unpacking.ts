/** What somebody brings → files that can be read in any order and again: a folder, a zip, or files that were named. */
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import yauzl from 'yauzl'
import { compareText } from '../../text/compare-text.ts'
import type { Folder, Rereadable } from '../format.ts'
import { DamagedFile } from '../formats/lesart-lines.ts'
import type { Limits } from './limits.ts'

/** A file that can be read again and again. */
export function fileAt(file: string): Rereadable {
  return { [Symbol.asyncIterator]: () => createReadStream(file)[Symbol.asyncIterator]() }
}

/** Files with the names under which they were brought. */
export function namedFiles(files: readonly { readonly name: string; readonly file: string }[]): Folder {
  return folderOf(new Map(files.map(({ name, file }) => [name, fileAt(file)])))
}

function folderOf(files: ReadonlyMap<string, Rereadable>): Folder {
  return { paths: [...files.keys()].sort(compareText), bytes: (name) => files.get(name)! }
}

/** All files below a folder. Throws DamagedFile at a link: it leads elsewhere. */
export async function openFolder(folder: string, limits: Limits): Promise<Folder> {
  const files = new Map<string, Rereadable>()
  const walk = async (below: string): Promise<void> => {
    for (const entry of await readdir(path.join(folder, below), { withFileTypes: true })) {
      const name = below === '' ? entry.name : `${below}/${entry.name}`
      if (isHidden(name)) continue
      if (entry.isSymbolicLink()) throw new DamagedFile(1, 'this is a link; put the file itself there', name)
      if (entry.isDirectory()) await walk(name)
      else if (entry.isFile()) files.set(name, fileAt(path.join(folder, name)))
      if (files.size > limits.files) throw new DamagedFile(1, `there are more than ${limits.files} files`)
    }
  }
  await walk('')
  return folderOf(files)
}

export interface OpenZip extends Folder {
  close(): void
}

/** Throws DamagedFile where it is no zip, names a place outside, holds a link, or comes to more than may be. */
export async function openZip(file: string, limits: Limits): Promise<OpenZip> {
  const zip = await opened(file)
  const files = new Map<string, Rereadable>()
  const left = { bytes: limits.bytes }
  try {
    if (zip.entryCount > limits.files) throw new DamagedFile(1, `there are more than ${limits.files} files in it`)
    for await (const entry of entriesOf(zip)) {
      const name = entry.fileName
      checkEntry(entry, files)
      if (!name.endsWith('/') && !isHidden(name)) files.set(name, contentOf(zip, entry, limits, left))
    }
  } catch (error) {
    zip.close()
    throw error
  }
  return { ...folderOf(files), close: () => zip.close() }
}

function isHidden(name: string): boolean {
  return name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX')
}

async function opened(file: string): Promise<yauzl.ZipFile> {
  try {
    const options = { lazyEntries: true, autoClose: false, strictFileNames: true } as const
    return await promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open)(file, options)
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw error
    throw new DamagedFile(1, `this zip cannot be read: ${messageOf(error)}`)
  }
}

/** yauzl refuses names that lead outside while it reads them. */
async function* entriesOf(zip: yauzl.ZipFile): AsyncIterable<yauzl.Entry> {
  while (true) {
    const entry = await new Promise<yauzl.Entry | undefined>((resolve, reject) => {
      const done = (settle: () => void) => {
        zip.removeAllListeners('entry').removeAllListeners('end').removeAllListeners('error')
        settle()
      }
      zip.once('entry', (entry: yauzl.Entry) => done(() => resolve(entry)))
      zip.once('end', () => done(() => resolve(undefined)))
      zip.once('error', (error) =>
        done(() => reject(new DamagedFile(1, `this zip cannot be read: ${messageOf(error)}`))),
      )
      zip.readEntry()
    })
    if (!entry) return
    yield entry
  }
}

const LINK = 0o120000
const KIND = 0o170000

function checkEntry(entry: yauzl.Entry, files: ReadonlyMap<string, unknown>): void {
  const name = entry.fileName
  if (((entry.externalFileAttributes >>> 16) & KIND) === LINK)
    throw new DamagedFile(1, 'this is a link; put the file itself into the zip', name)
  if ((entry.generalPurposeBitFlag & 1) === 1)
    throw new DamagedFile(1, 'this is encrypted; pack it without a password', name)
  if (files.has(name)) throw new DamagedFile(1, 'this stands in the zip twice', name)
  if (/\p{Cc}/u.test(name)) throw new DamagedFile(1, 'there is a control character in the name of a file')
}

const MEGABYTE = 2 ** 20

function contentOf(zip: yauzl.ZipFile, entry: yauzl.Entry, { ratio }: Limits, left: { bytes: number }): Rereadable {
  let isCounted = false
  return {
    async *[Symbol.asyncIterator]() {
      let produced = 0
      try {
        const stream = await promisify<yauzl.Entry, NodeJS.ReadableStream>(zip.openReadStream.bind(zip))(entry)
        for await (const chunk of stream as AsyncIterable<Buffer>) {
          produced += chunk.length
          if (!isCounted) left.bytes -= chunk.length
          if (left.bytes < 0) throw new DamagedFile(1, 'what is packed in this zip is too large', entry.fileName)
          if (produced > MEGABYTE && produced > ratio * entry.compressedSize)
            throw new DamagedFile(1, `this is more than ${ratio} times as large as packed`, entry.fileName)
          yield chunk
        }
        isCounted = true
      } catch (error) {
        if (error instanceof DamagedFile) throw error
        throw new DamagedFile(1, `this cannot be unpacked: ${messageOf(error)}`, entry.fileName)
      }
    },
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** A dataset in a format → a file, a folder, or a zip. */
import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import yazl from 'yazl'
import type { Dataset } from '../dataset.ts'
import { type Count, counted, type Format, type WrittenFile } from '../format.ts'

export type Container = 'file' | 'folder' | 'zip'

/** Files are for this user alone. Throws NothingToWrite where the dataset comes to nothing; what was begun stays behind. */
export async function pack(format: Format, whole: Dataset, target: string, container: Container): Promise<Count> {
  const { dataset, count } = counted(format, whole)
  const time = new Date(dataset.header.exportedAt)
  if (format.files === 'one') await writeOne(target, format.write(dataset))
  else if (container === 'zip') await writeZip(target, format.writeFolder(dataset), time)
  else await writeFolder(target, format.writeFolder(dataset))
  return count()
}

type Content = WrittenFile['content']

function writeOne(file: string, content: Content): Promise<void> {
  if (typeof content === 'string') return writeFile(file, content, { mode: 0o600 })
  return pipeline(content, createWriteStream(file, { mode: 0o600 }))
}

async function writeFolder(folder: string, files: AsyncIterable<WrittenFile>): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const made = new Set<string>()
  for await (const { path: name, content } of files) {
    const file = path.join(folder, checked(name))
    const parent = path.dirname(file)
    if (!made.has(parent)) await mkdir(parent, { recursive: true, mode: 0o700 })
    made.add(parent)
    await writeOne(file, content)
  }
}

/** All files carry the time of the dataset, so that the same content is the same bytes. */
async function writeZip(target: string, files: AsyncIterable<WrittenFile>, mtime: Date): Promise<void> {
  const zip = new yazl.ZipFile()
  // What goes wrong with a file has to end the output, too: yazl itself would wait for ever.
  const written = pipeline(zip.outputStream as Readable, createWriteStream(target, { mode: 0o600 }))
  const add = async () => {
    for await (const { path: name, content } of files) {
      const stream = Readable.from(typeof content === 'string' ? [Buffer.from(content)] : asBytes(content), {
        objectMode: false,
      })
      zip.addReadStream(stream, checked(name), { mtime, mode: 0o100644 })
      await finished(stream)
    }
    zip.end()
  }
  try {
    await Promise.all([add(), written])
  } catch (error) {
    ;(zip.outputStream as Readable).destroy()
    await written.catch(() => undefined)
    throw error
  }
}

async function* asBytes(content: AsyncIterable<string | Uint8Array>): AsyncIterable<Buffer> {
  // Nothing may be empty: an empty piece looks like the end.
  for await (const piece of content) if (piece.length > 0) yield Buffer.from(piece as Uint8Array)
}

/** Formats make paths of slugs; this holds them to it. */
function checked(name: string): string {
  if (!/^[a-zA-Z0-9][\w.-]*(\/[a-zA-Z0-9][\w.-]*)*$/.test(name)) throw new Error(`no path for a file: ${name}`)
  return name
}

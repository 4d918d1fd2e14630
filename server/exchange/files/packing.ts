/** A dataset in a format → a file, a folder, or a zip. */
import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Dataset } from '../dataset.ts'
import { type Count, counted, type Format, type WrittenFile } from '../format.ts'
import { zipped } from '../formats/shared/zip.ts'

export type Container = 'file' | 'folder' | 'zip'

export interface Packed extends Count {
  /** Files of their own that belong beside a format of one file. */
  readonly beside: readonly { readonly path: string; readonly content: string }[]
}

/** Files are for this user alone. Throws NothingToWrite where the dataset comes to nothing; what was begun stays behind. */
export async function pack(format: Format, whole: Dataset, target: string, container: Container): Promise<Packed> {
  const { dataset, count } = counted(format, whole)
  const time = new Date(dataset.header.exportedAt)
  if (format.files === 'one') await writeOne(target, format.write(dataset))
  else if (container === 'zip') await writeOne(target, zipped(withCheckedPaths(format.writeFolder(dataset)), time))
  else await writeFolder(target, format.writeFolder(dataset))
  return { ...count(), beside: format.files === 'one' ? (format.beside?.(dataset) ?? []) : [] }
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

async function* withCheckedPaths(files: AsyncIterable<WrittenFile>): AsyncIterable<WrittenFile> {
  for await (const file of files) yield { ...file, path: checked(file.path) }
}

/** Formats make paths of slugs; this holds them to it. */
function checked(name: string): string {
  if (!/^[a-zA-Z0-9][\w.-]*(\/[a-zA-Z0-9][\w.-]*)*$/.test(name)) throw new Error(`no path for a file: ${name}`)
  return name
}

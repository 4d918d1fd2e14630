/** Datasets through formats, without a program around them. */
import type { Dataset, DatasetArticle, DatasetHeader } from '../../server/exchange/dataset.ts'
import { readIn } from '../../server/exchange/files/recognising.ts'
import {
  counted,
  type DatasetItem,
  type Folder,
  type Format,
  type Loss,
  type OffsetUnit,
} from '../../server/exchange/format.ts'
import { lesart } from '../../server/exchange/formats/lesart.ts'
import { closed, type LesartFile } from './lesart-file.ts'

/** What a format wrote: path → bytes; a format of one file has one, without a path. */
export type Written = ReadonlyMap<string, Buffer>

/** Bytes that can be read again, in pieces so small that they part characters. */
export function rereadable(content: string | Uint8Array, size = 7): AsyncIterable<Uint8Array> {
  const bytes = Buffer.from(content as string)
  return {
    async *[Symbol.asyncIterator]() {
      for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
    },
  }
}

export async function itemsOf(
  format: Format,
  written: Written | string,
  options: { name?: string; offsets?: OffsetUnit } = {},
): Promise<DatasetItem[]> {
  const files = typeof written === 'string' ? new Map([['', Buffer.from(written)]]) : written
  const folder: Folder = { paths: [...files.keys()].sort(), bytes: (path) => rereadable(files.get(path)!, 1000) }
  const bytes = format.files === 'one' && files.has('') ? rereadable(files.get('')!, 1000) : undefined
  return Array.fromAsync(readIn(format, { bytes, folder }, { name: 'test', ...options }))
}

export async function datasetIn(format: Format, written: Written | string, offsets?: OffsetUnit): Promise<Dataset> {
  const items = await itemsOf(format, written, offsets ? { offsets } : {})
  const header = items.flatMap((item) => (item.type === 'header' ? item.header : []))[0] as DatasetHeader
  const articles = items.flatMap((item) => (item.type === 'article' ? item.article : []))
  return { header, articles: inOrder(articles) }
}

export const datasetOf = (file: LesartFile) => datasetIn(lesart, closed(file))

export async function writtenIn(format: Format, whole: Dataset): Promise<{ files: Written; losses: readonly Loss[] }> {
  const { dataset, count } = counted(format, whole)
  const files = new Map<string, Buffer>()
  if (format.files === 'one') files.set('', await joined(format.write(dataset)))
  else for await (const { path, content } of format.writeFolder(dataset)) files.set(path, await joined(content))
  return { files, losses: count().losses }
}

export async function textIn(format: Format, dataset: Dataset): Promise<string> {
  return (await writtenIn(format, dataset)).files.get('')!.toString('utf8')
}

async function joined(content: AsyncIterable<string | Uint8Array> | string): Promise<Buffer> {
  if (typeof content === 'string') return Buffer.from(content)
  const chunks = await Array.fromAsync(content)
  return Buffer.concat(chunks.map((chunk) => Buffer.from(chunk as Uint8Array)))
}

async function* inOrder(items: readonly DatasetArticle[]): AsyncIterable<DatasetArticle> {
  yield* items
}

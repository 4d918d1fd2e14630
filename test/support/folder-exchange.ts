/** Datasets written as folders and read from them, in memory. */
import type { Dataset, DatasetArticle, DatasetHeader } from '../../server/exchange/dataset.ts'
import {
  counted,
  type DatasetItem,
  type FileFormat,
  type Folder,
  type FolderFormat,
  type Loss,
} from '../../server/exchange/format.ts'
import { lesart } from '../../server/exchange/formats/lesart.ts'
import { readLesart } from '../../server/exchange/formats/lesart-reader.ts'
import { closed, type LesartFile } from './lesart-file.ts'

export interface WholeDataset {
  readonly header: DatasetHeader
  readonly articles: readonly DatasetArticle[]
}

/** Path → content. */
export type Files = ReadonlyMap<string, string | Uint8Array>

export async function datasetOf(file: LesartFile): Promise<WholeDataset> {
  return collected(readLesart(once(closed(file))))
}

async function* once(content: string | Uint8Array): AsyncIterable<Uint8Array> {
  yield Buffer.from(content as string)
}

export async function collected(items: AsyncIterable<DatasetItem>): Promise<WholeDataset & { warnings: string[] }> {
  const all = await Array.fromAsync(items)
  return {
    header: all.flatMap((item) => (item.type === 'header' ? item.header : []))[0]!,
    articles: all.flatMap((item) => (item.type === 'article' ? item.article : [])),
    warnings: all.flatMap((item) =>
      item.type === 'warning' ? `${item.file ? `${item.file}:` : ''}${item.line}: ${item.message}` : [],
    ),
  }
}

function streamed({ header, articles }: WholeDataset): Dataset {
  async function* each(): AsyncIterable<DatasetArticle> {
    yield* articles
  }
  return { header, articles: each() }
}

/** What a dataset says, in one canonical text. */
export async function inLesart(dataset: WholeDataset): Promise<string> {
  return (await Array.fromAsync(lesart.write(streamed(dataset)))).join('')
}

export async function writtenFolder(
  format: FolderFormat,
  whole: WholeDataset,
): Promise<{ files: Map<string, string>; losses: readonly Loss[] }> {
  const { dataset, count } = counted(format, streamed(whole))
  const files = new Map<string, string>()
  for await (const { path, content } of format.writeFolder(dataset))
    files.set(path, typeof content === 'string' ? content : (await Array.fromAsync(content)).join(''))
  return { files, losses: whole.articles.some(({ annotationSets }) => annotationSets.length > 0) ? count().losses : [] }
}

export async function writtenFile(
  format: FileFormat,
  whole: WholeDataset,
): Promise<{ content: string; losses: readonly Loss[] }> {
  const { dataset, count } = counted(format, streamed(whole))
  const content = (await Array.fromAsync(format.write(dataset))).join('')
  return { content, losses: count().losses }
}

export function readFile(
  format: FileFormat,
  content: string | Uint8Array,
): Promise<WholeDataset & { warnings: string[] }> {
  return collected(
    format.read!({ [Symbol.asyncIterator]: () => once(content)[Symbol.asyncIterator]() }, { name: 'dataset' }),
  )
}

export function folderOf(files: Files): Folder {
  return {
    paths: [...files.keys()].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))),
    bytes: (path) => ({ [Symbol.asyncIterator]: () => once(files.get(path)!)[Symbol.asyncIterator]() }),
  }
}

export function readFolder(format: FolderFormat, files: Files): Promise<WholeDataset & { warnings: string[] }> {
  return collected(format.readFolder!(folderOf(files), { name: 'dataset' }))
}

/** What a reader says about damaged files: `FILE:LINE: message`. */
export async function complaintOf(reading: Promise<unknown>): Promise<string> {
  try {
    await reading
  } catch (error) {
    const { file, line, message } = error as { file?: string; line?: number; message: string }
    return `${file === undefined ? '' : `${file}:`}${line}: ${message}`
  }
  return 'nothing'
}

/** All marks of a dataset in few words: `tag „quote“ answers role „quote“ …`, after whose reading of what they are. */
export function inWords({ articles }: WholeDataset): string[] {
  return articles.flatMap(({ title, body, annotationSets }) =>
    annotationSets.flatMap(({ annotator, annotations }) =>
      annotations.map((annotation) => {
        const { tag, start, end, attributes, parts, confidence, secondTag, note } = annotation
        const quote = (span: { start: number; end: number }) => `„${body.slice(span.start, span.end)}“`
        return [
          `${title} ${annotator}:`,
          `${tag} ${quote({ start, end })}`,
          ...Object.entries(attributes).map(([name, value]) => `${name}=${[value].flat().join('|')}`),
          ...parts.map((part) => `${part.role} ${quote(part)}`),
          ...[confidence, secondTag && `or ${secondTag}`, note && `(${note})`].filter((word) => word !== undefined),
        ].join(' ')
      }),
    ),
  )
}

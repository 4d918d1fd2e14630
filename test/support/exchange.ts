/** Datasets in and out of a database, without a program around it. */
import type { Clock } from '../../server/clock.ts'
import type { Database } from '../../server/database/db.ts'
import type { Dataset } from '../../server/exchange/dataset.ts'
import { readDataset } from '../../server/exchange/exchange-store.ts'
import { counted, type Format, type Loss } from '../../server/exchange/format.ts'
import { readLesart } from '../../server/exchange/formats/lesart-reader.ts'
import { type ImportReport, importDataset } from '../../server/exchange/import-actions.ts'
import { listStudies } from '../../server/studies/study-store.ts'
import { testClock } from './clock.ts'
import { freshDatabase } from './database.ts'
import type { Cleanup } from './whole-file.ts'

export interface Store {
  readonly database: Database
  readonly clock: Clock
}

/** An empty instance. */
export async function emptyStore(t: Cleanup): Promise<Store> {
  return { database: await freshDatabase(t), clock: testClock() }
}

/** Takes a file in; it comes in pieces of some size. */
export function take(store: Store, file: string | Uint8Array, pieceSize = 1000): Promise<ImportReport> {
  return importDataset(store, readLesart(inPieces(Buffer.from(file as string), pieceSize)))
}

async function* inPieces(bytes: Buffer, size: number): AsyncIterable<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}

/** The only study there is, written in a format. */
export async function written(
  { database, clock }: Store,
  format: Format,
): Promise<{ text: string; losses: readonly Loss[] }> {
  const [study] = await listStudies(database.db)
  const origin = { exportedAt: clock.now(), generator: 'test' }
  const { dataset, count } = counted(format, await readDataset(database.db, study!, 'everybody', origin))
  const text = await textIn(format, dataset)
  return { text, losses: count().losses }
}

/** A file, written in a format, without a database between. */
export async function rewritten(file: string, format: Format): Promise<{ text: string; losses: readonly Loss[] }> {
  const items = await Array.fromAsync(readLesart(inPieces(Buffer.from(file), 1000)))
  const header = items.flatMap((item) => (item.type === 'header' ? item.header : []))[0]!
  const articles = items.flatMap((item) => (item.type === 'article' ? item.article : []))
  const { dataset, count } = counted(format, { header, articles: inOrder(articles) })
  const text = await textIn(format, dataset)
  return { text, losses: count().losses }
}

/** All that a format writes, as text, one file after the other. */
async function textIn(format: Format, dataset: Dataset): Promise<string> {
  const chunks: (string | Uint8Array)[] = []
  if (format.files === 'one') chunks.push(...(await Array.fromAsync(format.write(dataset))))
  else
    for await (const { content } of format.writeFolder(dataset))
      chunks.push(...(typeof content === 'string' ? [content] : await Array.fromAsync(content)))
  return Buffer.concat(chunks.map((chunk) => Buffer.from(chunk as Uint8Array))).toString('utf8')
}

async function* inOrder<T>(items: readonly T[]): AsyncIterable<T> {
  yield* items
}

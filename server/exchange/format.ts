/** The contract of a format: how a dataset is written in it, and what of a dataset it cannot carry. */
import type { Dataset, DatasetArticle, DatasetHeader } from './dataset.ts'

export interface Format {
  readonly id: string
  /** Ending of its files, without the leading dot. */
  readonly extension: string
  readonly mediaType: string
  /** What it leaves out; nothing for a format that carries everything. */
  readonly omissions: readonly Omission[]
  /** The file, piece by piece. */
  write(dataset: Dataset): AsyncIterable<string>
  /** The inverse, where the format is read. What was read counts only once it has come to its end without throwing. */
  readonly read?: (bytes: AsyncIterable<Uint8Array>) => AsyncIterable<DatasetItem>
}

/** What a reader finds, in the order of the file: the header, then articles; what it left out in between. */
export type DatasetItem =
  | { readonly type: 'header'; readonly line: number; readonly header: DatasetHeader }
  | { readonly type: 'article'; readonly line: number; readonly article: DatasetArticle }
  | { readonly type: 'warning'; readonly line: number; readonly message: string }

/** Something that a format leaves out: its name (kebab-case), and how much of it stands in a header or in an article. */
export interface Omission {
  readonly what: string
  readonly inHeader?: (header: DatasetHeader) => number
  readonly inArticle?: (article: DatasetArticle) => number
}

/** Something that was left out, and how much of it. */
export interface Loss {
  readonly what: string
  readonly count: number
}

/** The same dataset, counting while it is read: once it has been read whole, `losses` says what was left out of it. */
export function countLosses(
  omissions: readonly Omission[],
  { header, articles }: Dataset,
): { readonly dataset: Dataset; losses(): Loss[] } {
  const counts = omissions.map(({ inHeader }) => inHeader?.(header) ?? 0)
  async function* counted(): AsyncIterable<DatasetArticle> {
    for await (const article of articles) {
      for (const [index, { inArticle }] of omissions.entries()) counts[index]! += inArticle?.(article) ?? 0
      yield article
    }
  }
  return {
    dataset: { header, articles: counted() },
    losses: () =>
      omissions.map(({ what }, index) => ({ what, count: counts[index]! })).filter(({ count }) => count > 0),
  }
}

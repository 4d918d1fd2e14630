/** The contract of a format: how a dataset is written in it and read from it, and what of a dataset it cannot carry. */
import type { Move } from './anchoring.ts'
import type { Dataset, DatasetArticle, DatasetHeader } from './dataset.ts'

/** What every format says of itself. */
interface Described {
  readonly id: string
  /** Ending of its files, without the leading dot. */
  readonly extension: string
  readonly mediaType: string
  /** What it leaves out; nothing for a format that carries everything. */
  readonly omissions: readonly Omission[]
  /** What it is a list of: where the articles of a dataset have none of these, nothing would be written. Absent: something always is. */
  readonly holds?: 'articles' | 'readings' | 'annotations'
  /** Whether it cannot be written where an article's text is withheld. */
  readonly needsText?: boolean
  /** Whether the beginning of what somebody brings looks like this format, where the format is read. */
  readonly recognises?: (sample: Sample) => boolean
}

/** A format of one file. */
export interface FileFormat extends Described {
  readonly files: 'one'
  /** The file, piece by piece. */
  write(dataset: Dataset): AsyncIterable<string | Uint8Array>
  /** The same in another kind of file, by that file's ending. */
  readonly otherwise?: Readonly<Record<string, FileFormat>>
  /** The inverse, where the format is read. What was read counts only once it has come to its end without throwing. */
  readonly read?: ((bytes: Rereadable, options: ReadOptions) => AsyncIterable<DatasetItem>) | undefined
  /** Where the format also comes as several files that belong together. */
  readonly readFolder?: ((folder: Folder, options: ReadOptions) => AsyncIterable<DatasetItem>) | undefined
  /** Files of their own that say more to other programs; they may be lost without loss to a dataset. */
  readonly beside?: (dataset: Pick<Dataset, 'header'>) => readonly (WrittenFile & { readonly content: string })[]
}

/** A format of several files, in a folder or a zip. */
export interface FolderFormat extends Described {
  readonly files: 'folder'
  /** The files, one after the other; each is consumed before the next one is asked for. */
  writeFolder(dataset: Dataset): AsyncIterable<WrittenFile>
  readonly readFolder?: (folder: Folder, options: ReadOptions) => AsyncIterable<DatasetItem>
}

export type Format = FileFormat | FolderFormat

export interface WrittenFile {
  /** With `/` between folders; made of slugs only, never of what came from outside. */
  readonly path: string
  readonly content: AsyncIterable<string | Uint8Array> | string
}

/** Bytes that can be read more than once: each iteration begins at the first one. So nothing has to be kept in memory. */
export type Rereadable = AsyncIterable<Uint8Array>

/** What a folder, a zip, or several named files hold. */
export interface Folder {
  /** Of files only, sorted by code point, with `/` between folders; checked, and safe to be shown. */
  readonly paths: readonly string[]
  bytes(path: string): Rereadable
}

export interface ReadOptions {
  /** What the file or folder is called, without its ending: a title, or an annotator, where nothing else names one. */
  readonly name: string
  /** The unit of offsets, where the format leaves it open and somebody knows it. */
  readonly offsets?: OffsetUnit | undefined
  /** Whether words that do not stand at their place may be looked for in their text; else they refuse the file. */
  readonly mayMove?: boolean | undefined
}

export const OFFSET_UNITS = ['codepoint', 'utf16', 'grapheme'] as const
export type OffsetUnit = (typeof OFFSET_UNITS)[number]

/** The beginning of what somebody brings: up to a mebibyte of a file, or of the first file of each ending in a folder. */
export type Sample =
  | { readonly files: 'one'; readonly name: string; readonly head: string }
  | { readonly files: 'folder'; readonly paths: readonly string[]; readonly heads: ReadonlyMap<string, string> }

/** What a reader finds, in the order of the file: the header, then articles; what it left out in between. */
export type DatasetItem = Place &
  (
    | { readonly type: 'header'; readonly header: DatasetHeader }
    | { readonly type: 'article'; readonly article: DatasetArticle }
    | { readonly type: 'warning'; readonly message: string; readonly move?: Move | undefined }
  )

export interface Place {
  /** In a folder: which of its files. */
  readonly file?: string | undefined
  readonly line: number
}

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

/** Why a dataset comes to nothing in a format. */
export type Emptiness = 'no-articles' | 'no-readings' | 'no-annotations' | 'no-texts'

export class NothingToWrite extends Error {
  readonly reason: Emptiness

  constructor(reason: Emptiness) {
    super(reason)
    this.reason = reason
  }
}

/** What has been counted of a dataset once it has been read whole. */
export interface Count {
  readonly articles: number
  readonly readings: number
  readonly annotations: number
  readonly losses: readonly Loss[]
}

/**
 * The same dataset as far as a format takes it, counted while it is read: once it has been read whole, `count` says
 * what there was and what was left out. It throws NothingToWrite where nothing would be left.
 */
export function counted(
  format: Pick<Format, 'files' | 'omissions' | 'holds' | 'needsText'>,
  { header, articles }: Dataset,
): { readonly dataset: Dataset; count(): Count } {
  const { omissions, needsText = false } = format
  const losses = omissions.map(({ inHeader }) => inHeader?.(header) ?? 0)
  const seen = { articles: 0, readings: 0, annotations: 0 }
  let withheld = 0
  async function* taken(): AsyncIterable<DatasetArticle> {
    for await (const article of articles) {
      if (needsText && article.isWithheld) {
        withheld++
        continue
      }
      for (const [index, { inArticle }] of omissions.entries()) losses[index]! += inArticle?.(article) ?? 0
      seen.articles++
      seen.readings += article.annotationSets.length
      for (const set of article.annotationSets) seen.annotations += set.annotations.length
      yield article
    }
  }
  function count(): Count {
    // A table without articles is its header; a folder without files is nothing at all.
    const isSomething = format.files === 'one' && seen.articles + withheld === 0
    if (format.holds && seen[format.holds] === 0 && !isSomething)
      throw new NothingToWrite(withheld > 0 ? 'no-texts' : `no-${format.holds}`)
    const counts = omissions.map(({ what }, index) => ({ what, count: losses[index]! }))
    const left = [...counts, { what: 'article-without-text', count: withheld }]
    return { ...seen, losses: left.filter(({ count }) => count > 0) }
  }
  return { dataset: { header, articles: taken() }, count }
}

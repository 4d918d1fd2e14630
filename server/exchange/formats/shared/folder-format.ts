/** A format that holds one reading a file: `ANNOTATOR/ARTICLE.ext`, with `lesart.json` beside. */
import type { Tag } from '../../../codebook/codebook.ts'
import type { DatasetArticle, DatasetHeader, DatasetSet } from '../../dataset.ts'
import type { DatasetItem, Folder, FolderFormat, Omission, ReadOptions, Sample, WrittenFile } from '../../format.ts'
import { DamagedFile } from '../lesart-lines.ts'
import { COMPANION, CompanionWriting, isCompanionOf, readCompanion } from './companion.ts'
import { CompanionDataset, type NamesBack, withLead } from './companion-dataset.ts'
import { placed } from './foreign-marks.ts'
import type { ForeignReading } from './foreign-reading.ts'
import { foreignReadings } from './foreign-readings.ts'
import { placesOf } from './paths.ts'
import { wholeText } from './whole-text.ts'

export interface FolderManner {
  readonly id: string
  readonly extension: string
  readonly mediaType: string
  readonly omissions: readonly Omission[]
  /** Whether the beginning of a file is one of this format. */
  readonly isBeginning: (head: string) => boolean
  /** Whether a folder looks like this format by more than the beginnings of its files. */
  readonly recognises?: (sample: Sample & { readonly files: 'folder' }) => boolean
  /** Files at the top that concern the whole study. */
  readonly top: (header: DatasetHeader) => readonly WrittenFile[]
  /** The files of one reading; `path` has no ending. */
  readonly write: (
    header: DatasetHeader,
    article: DatasetArticle,
    set: DatasetSet,
    path: string,
  ) => readonly WrittenFile[]
  /** The readings in a file: one, where it is ours. Throws DamagedFile. */
  readonly read: (file: FolderFile, options?: Pick<ReadOptions, 'mayMove'>) => Promise<readonly ForeignReading[]>
  readonly names: (header: DatasetHeader) => NamesBack
  /** The ending of the file from which a reading is read, where there are several. */
  readonly mainExtension?: string
  /** Endings that files of others have. */
  readonly alsoRead?: readonly string[]
  /** What files of others say about the tags themselves. */
  readonly declared?: (folder: Folder) => Promise<Declared | undefined>
  /** Where it does not keep the white space at the beginning of a text. */
  readonly losesLead?: true
}

/** Tags as somebody's project declares them, and their ids by the names that marks have. */
export interface Declared {
  readonly tags: readonly Tag[]
  readonly tagId: (name: string) => string | undefined
  readonly roleId: (name: string) => string
}

export interface FolderFile {
  readonly path: string
  text(): Promise<string>
  /** The text of the file of the same name with another ending; undefined where there is none. */
  beside(extension: string): Promise<string | undefined>
}

export function folderFormat(manner: FolderManner): FolderFormat {
  const { id, extension, mediaType, omissions } = manner
  return {
    ...{ id, files: 'folder', extension, mediaType, omissions, recognises: (sample) => isOf(manner, sample) },
    ...{ holds: 'readings', needsText: true },
    writeFolder: ({ header, articles }) => write(manner, header, articles),
    readFolder: (folder, options) => read(manner, folder, options),
  }
}

function isOf({ id, isBeginning, recognises }: FolderManner, sample: Sample): boolean {
  if (sample.files === 'one') return isBeginning(sample.head)
  const heads = [...sample.heads.values()]
  return heads.some((head) => isCompanionOf(id, head)) || (recognises?.(sample) ?? heads.some(isBeginning))
}

async function* write(
  manner: FolderManner,
  header: DatasetHeader,
  articles: AsyncIterable<DatasetArticle>,
): AsyncIterable<WrittenFile> {
  const places = placesOf(header)
  const companion = new CompanionWriting(manner.id, header)
  yield* manner.top(header)
  for await (const article of articles) {
    const sets = places.sets(article, places.article(article))
    if (sets.length === 0) continue
    for (const { set, path } of sets) yield* manner.write(header, article, set, path)
    companion.add(article, sets)
  }
  yield { path: COMPANION, content: companion.pieces() }
}

async function* read(manner: FolderManner, folder: Folder, options: ReadOptions): AsyncIterable<DatasetItem> {
  const companion = folder.paths.find((path) => path === COMPANION || /^[^/]+\/lesart\.json$/.test(path))
  if (companion === undefined) yield* foreignReadings(manner, folder, options)
  else yield* readOwn(manner, folder, companion)
}

async function* readOwn(manner: FolderManner, folder: Folder, companionPath: string): AsyncIterable<DatasetItem> {
  const companion = readCompanion(await wholeText(folder.bytes(companionPath), companionPath), companionPath)
  const { header, articles } = companion
  const dataset = new CompanionDataset(header, manner.names(header), manner.id)
  yield { type: 'header', file: companionPath, line: 1, header }
  const above = companionPath.slice(0, -COMPANION.length)
  const ending = `.${mainExtension(manner)}`
  const read = new Set<string>()
  const fileAt = filesIn(folder)
  for (const facts of articles) {
    const readings = []
    for (const set of facts.sets) {
      const path = above + set.path + ending
      const stored = fileAt(path)
      if (!stored)
        throw new DamagedFile(1, `${path} is missing; take lesart.json out to read what is there`, companionPath)
      read.add(path)
      const [found] = await located(path, () => manner.read(stored))
      const file = found!.file ?? path
      const reading = await located(file, () => placed(manner.losesLead ? withLeadBack(found!, facts.lead) : found!))
      for (const { line, message } of reading.remarks) yield { type: 'warning', file, line, message }
      readings.push({ set: { ...set, path }, reading })
    }
    yield { type: 'article', file: companionPath, line: 1, article: dataset.article(facts, readings) }
  }
  for (const path of folder.paths)
    if (path.endsWith(ending) && !read.has(path) && !NO_READING.test(path))
      yield { type: 'warning', file: path, line: 1, message: 'lesart.json does not name this file; it was left out' }
}

export function mainExtension({ mainExtension, extension }: FolderManner): string {
  return mainExtension ?? extension
}

/** No readings, though they end like some. */
export const NO_READING = /(^|\/)(TypeSystem\.xml|lesart\.json)$/

/** The same, where what is damaged is said with the file it stands in. */
export async function located<T>(path: string, make: () => T | Promise<T>): Promise<T> {
  try {
    return await make()
  } catch (error) {
    if (error instanceof DamagedFile && error.file === undefined) throw error.of(path)
    throw error
  }
}

function withLeadBack(reading: ForeignReading, lead = ''): ForeignReading {
  const found = /^\p{White_Space}*/u.exec(reading.text)![0]
  const isBlank = found.length === reading.text.length
  // Only as many characters are exchanged as there were, so that positions stay.
  if (lead.length !== found.length && !isBlank) return reading
  return { ...reading, text: withLead(reading.text, lead) }
}

/** The files of a folder by their paths. */
export function filesIn(folder: Folder): (path: string) => FolderFile | undefined {
  const paths = new Set(folder.paths)
  const textAt = async (path: string) => (paths.has(path) ? wholeText(folder.bytes(path), path) : undefined)
  return (path) => {
    if (!paths.has(path)) return undefined
    return {
      path,
      text: () => wholeText(folder.bytes(path), path),
      beside: (extension) => textAt(path.replace(/\.[^./]*$/, `.${extension}`)),
    }
  }
}

/** Readings of other programs in a folder → a dataset. Files with the same name and text are readings of one article. */

import type { DatasetItem, Folder, ReadOptions } from '../../format.ts'
import { DamagedFile } from '../lesart-lines.ts'
import { type Declared, type FolderManner, filesIn, located, mainExtension, NO_READING } from './folder-format.ts'
import type { ForeignAnnotation, ForeignArticle, ForeignSet, Warning } from './foreign.ts'
import { foreignDataset } from './foreign-dataset.ts'
import { type PlacedMark, type PlacedReading, placed } from './foreign-marks.ts'
import type { ForeignReading } from './foreign-reading.ts'

export async function* foreignReadings(
  manner: FolderManner,
  folder: Folder,
  { name: title, mayMove }: ReadOptions,
): AsyncIterable<DatasetItem> {
  const declared = await manner.declared?.(folder)
  const study = { format: manner.id, title, tags: declared?.tags, answerTexts: 'loose' as const }
  yield* foreignDataset(study, () => itemsOf(manner, folder, declared ?? AS_FOUND, mayMove))
}

type NamesOf = Pick<Declared, 'tagId' | 'roleId'>
const AS_FOUND: NamesOf = { tagId: () => undefined, roleId: (name) => name }

interface Found {
  readonly path: string
  readonly annotator: string
  readonly foreign: ForeignReading
  readonly reading: PlacedReading
}

async function* itemsOf(
  manner: FolderManner,
  folder: Folder,
  names: NamesOf,
  mayMove: boolean | undefined,
): AsyncIterable<ForeignArticle | Warning> {
  const fileAt = filesIn(folder)
  for (const [name, files] of byArticle(filesOf(manner, folder))) {
    const byText = new Map<string, Found[]>()
    for (const { path, annotator } of files) {
      const readings = await located(path, () => manner.read(fileAt(path)!, { mayMove }))
      for (const [index, foreign] of readings.entries()) {
        const file = foreign.file ?? path
        const reading = await located(file, () => placed(foreign))
        for (const remark of reading.remarks) yield { type: 'warning', file, ...remark }
        const key = `${index} ${reading.body.text}`
        const found = { path, annotator: annotator ?? foreign.annotator ?? 'a1', foreign, reading }
        byText.set(key, [...(byText.get(key) ?? []), found])
      }
    }
    const several = byText.size > 1
    let number = 0
    for (const found of byText.values()) yield articleOf(several ? `${name} ${++number}` : name, found, names)
  }
}

/** Those with the ending of ours, else with one that others use, else the only one that is there. */
function filesOf(manner: FolderManner, { paths }: Folder): readonly string[] {
  const readable = paths.filter((path) => !NO_READING.test(path))
  const having = (endings: readonly string[]) =>
    readable.filter((path) => endings.some((ending) => path.endsWith(`.${ending}`)))
  const choices = [
    having([mainExtension(manner)]),
    having(manner.alsoRead ?? []),
    readable.length === 1 ? readable : [],
  ]
  const found = choices.find((files) => files.length > 0)
  if (!found) throw new DamagedFile(1, `there is no file that ends in .${mainExtension(manner)}`)
  return found
}

/**
 * By the name of the article. A folder is an annotator's; INCEpTION has it the other way round, a folder for each
 * document below `annotation`, and a file for each annotator.
 */
function byArticle(paths: readonly string[]): Map<string, { path: string; annotator: string | undefined }[]> {
  const found = paths.map((path) => {
    const [file = '', folder, above] = path.split('/').reverse()
    const name = file.replace(/\.[^.]+$/, '')
    const isTurned = above === 'annotation' || above === 'curation'
    return isTurned
      ? { path, article: folder!.replace(/\.[^.]+$/, ''), annotator: name }
      : { path, article: name, annotator: folder }
  })
  return Map.groupBy(found, ({ article }) => article)
}

function articleOf(name: string, found: readonly Found[], names: NamesOf): ForeignArticle {
  const [{ path, foreign, reading }] = found as [Found, ...Found[]]
  const { title, language, url } = foreign.article ?? {}
  return {
    ...{ type: 'article', file: path, line: 1, id: name, title: title ?? name, language, body: reading.body },
    source: url === undefined ? {} : { url },
    blocks: found.find(({ reading: { blocks } }) => blocks)?.reading.blocks,
    sets: found.map((one) => setOf(one, names)),
  }
}

function setOf({ path, annotator, reading }: Found, names: NamesOf): ForeignSet {
  const kind = annotator === 'reference' ? 'reference' : undefined
  return { annotator, kind, annotations: reading.marks.map((mark) => annotationOf(reading.file ?? path, mark, names)) }
}

/** Ids are not kept: in another study under another codebook, it is another annotation. */
function annotationOf(file: string, mark: PlacedMark, { tagId, roleId }: NamesOf): ForeignAnnotation {
  const { tag, secondTag, attributes, parts } = mark
  return {
    ...mark,
    ...{ id: undefined, file, tag: tagId(tag) ?? tag, attributes },
    secondTag: secondTag === undefined ? undefined : (tagId(secondTag) ?? secondTag),
    parts: parts.map((part) => ({ ...part, role: roleId(part.role) })),
  }
}

/** Writes and reads `semeval-2020-11`: texts, and spans of techniques by the number of the article. Manual: semeval-2020-11.md. */
import type { Codebook } from '../../codebook/codebook.ts'
import { codebookOfSet, type Dataset, type DatasetHeader, type DatasetSet } from '../dataset.ts'
import type { FolderFormat, WrittenFile } from '../format.ts'
import { isSemeval, readSemeval } from './semeval-reader.ts'
import { TECHNIQUES } from './semeval-techniques.ts'
import { WITHOUT } from './shared/omissions.ts'
import { placesOf } from './shared/paths.ts'
import { tsvRow } from './shared/tsv.ts'

export const semeval: FolderFormat = {
  id: 'semeval-2020-11',
  extension: 'txt',
  mediaType: 'text/plain; charset=utf-8',
  files: 'folder',
  holds: 'readings',
  needsText: true,
  omissions: [
    ...[WITHOUT.study, WITHOUT.codebook, WITHOUT['annotator-details'], WITHOUT['round-details'], WITHOUT.round],
    ...[WITHOUT.language, WITHOUT.source, WITHOUT.block, WITHOUT['set-id'], WITHOUT.state, WITHOUT.reason],
    ...[WITHOUT.answers, WITHOUT['active-seconds'], WITHOUT['annotation-id'], WITHOUT.attribute, WITHOUT.part],
    ...[WITHOUT.confidence, WITHOUT['second-tag'], WITHOUT.note, WITHOUT.origin, WITHOUT.time],
  ],
  writeFolder,
  readFolder: readSemeval,
  recognises: isSemeval,
}

/** Numbers of nine digits, as in the shared task. */
const FIRST = 100_000_001

async function* writeFolder({ header, articles }: Dataset): AsyncIterable<WrittenFile> {
  const places = placesOf(header)
  const ids: string[] = []
  let number = FIRST
  for await (const article of articles) {
    const name = `article${number}`
    ids.push(tsvRow([String(number), article.id, article.title]))
    yield { path: `${name}.txt`, content: article.body.text }
    let hasGold = false
    for (const { set, path } of places.sets(article, name)) {
      // The gold labels lie beside the texts, as in the shared task; everybody else's in a folder of their own.
      const isGold: boolean = !hasGold && isReference(header, set)
      hasGold ||= isGold
      yield* labelsOf(isGold ? name : path, number, set, codebookOfSet(header, set))
    }
    number++
  }
  if (ids.length > 0) yield { path: 'lesart-ids.tsv', content: ids.join('') }
}

function isReference({ annotators }: DatasetHeader, { annotator }: DatasetSet): boolean {
  return annotators.find(({ id }) => id === annotator)?.kind === 'reference'
}

function* labelsOf(
  path: string,
  number: number,
  { annotations }: DatasetSet,
  codebook: Codebook,
): Iterable<WrittenFile> {
  const spans = annotations.map(({ start, end }) => `${number}\t${start}\t${end}\n`)
  const techniques = annotations.map(
    ({ tag, start, end }) => `${number}\t${techniqueOf(codebook, tag)}\t${start}\t${end}\n`,
  )
  yield { path: `${path}.task1-SI.labels`, content: spans.join('') }
  yield { path: `${path}.task2-TC.labels`, content: techniques.join('') }
}

/** Techniques of the shared task have the names that they have there, all others their id. */
function techniqueOf({ tags }: Codebook, id: string): string {
  const name = tags.find((tag) => tag.id === id)?.label.en
  return name !== undefined && TECHNIQUES.has(name) ? name : id
}

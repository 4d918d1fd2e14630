/** Paths in the folders that formats write, and what paths in the folders that they read say. */
import { newSlug } from '../../../studies/study.ts'
import type { DatasetArticle, DatasetHeader, DatasetSet } from '../../dataset.ts'

/** Names that are devices on some systems, whatever stands after the dot. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)$/

/** A word → a name for a file or folder: ASCII, lower case, not taken yet; it counts as taken from then on. */
export function newName(word: string, taken: Set<string>, fallback: string): string {
  const slug = newSlug(word, [], fallback)
  const base = DEVICES.test(slug) ? `${slug}-${fallback}` : slug
  let name = base
  for (let number = 2; taken.has(name); number++) name = `${base}-${number}`
  taken.add(name)
  return name
}

export interface PlacedSet {
  readonly set: DatasetSet
  /** `ANNOTATOR/ARTICLE`, without an ending. */
  readonly path: string
}

/** Where articles and readings of a dataset stand. The articles have to be asked for in turn, each once. */
export interface Places {
  /** ASCII, unique in the dataset. */
  article(article: DatasetArticle): string
  /** The readings of an article under the name that it was given; of an annotator's second round the folder names it. */
  sets(article: DatasetArticle, name: string): PlacedSet[]
}

/** For formats that hold one reading a file: `ANNOTATOR/ARTICLE.ext`. */
export function placesOf({ annotators, rounds }: DatasetHeader): Places {
  const taken = new Set<string>()
  const folders = new Map(annotators.map(({ id }) => [id, newName(id, taken, 'annotator')]))
  const takenRounds = new Set<string>()
  const suffixes = new Map(rounds.map(({ id, title }) => [id, newName(title, takenRounds, 'round')]))
  const articles = new Set<string>()
  return {
    article: ({ title }) => newName(title, articles, 'article'),
    sets({ annotationSets }, name) {
      const seen = new Set<string>()
      return annotationSets.map((set) => {
        const folder = folders.get(set.annotator)!
        const isFirst = !seen.has(folder)
        seen.add(folder)
        return { set, path: `${isFirst ? folder : `${folder}.${suffixes.get(set.round)}`}/${name}` }
      })
    },
  }
}

export interface FoundReading {
  readonly path: string
  /** The folder it lies in, or undefined where it lies in none. */
  readonly annotator: string | undefined
}

/** The inverse: the files with an ending, by the article that they are named for; both in the order of their paths. */
export function readingsByArticle(paths: readonly string[], extension: string): Map<string, FoundReading[]> {
  const articles = new Map<string, FoundReading[]>()
  for (const path of paths) {
    if (!path.endsWith(`.${extension}`)) continue
    const [file = '', folder] = path
      .slice(0, -extension.length - 1)
      .split('/')
      .reverse()
    articles.set(file, [...(articles.get(file) ?? []), { path, annotator: folder }])
  }
  return articles
}

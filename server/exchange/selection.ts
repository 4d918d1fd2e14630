/** What of a study goes out: which rounds, whose readings, which tags, in which states. What is not named is not narrowed. */
import type { SetState } from '../annotations/annotation-set.ts'
import type { Dataset, DatasetArticle, DatasetHeader } from './dataset.ts'

export interface Selection {
  /** Ids. */
  readonly rounds?: readonly string[] | undefined
  /** Pseudonyms. */
  readonly annotators?: readonly string[] | undefined
  readonly tags?: readonly string[] | undefined
  readonly states?: readonly SetState[] | undefined
}

/** The dataset as far as it is selected. Articles stay, with or without readings, and so do readings in which nothing is left. */
export function select({ header, articles }: Dataset, selection: Selection): Dataset {
  const narrowed = headerOf(header, selection)
  async function* selected(): AsyncIterable<DatasetArticle> {
    for await (const article of articles) yield articleOf(article, selection)
  }
  return { header: narrowed, articles: selected() }
}

function headerOf(header: DatasetHeader, { rounds, annotators }: Selection): DatasetHeader {
  const kept = header.rounds.filter(({ id }) => isNamed(rounds, id))
  return {
    ...header,
    rounds: kept,
    annotators: header.annotators.filter(({ id }) => isNamed(annotators, id)),
    codebooks: header.codebooks.filter(({ id, version }) =>
      kept.some(({ codebook, codebookVersion }) => codebook === id && codebookVersion === version),
    ),
  }
}

function articleOf(article: DatasetArticle, { rounds, annotators, tags, states }: Selection): DatasetArticle {
  const sets = article.annotationSets
    .filter((set) => isNamed(rounds, set.round) && isNamed(annotators, set.annotator) && isNamed(states, set.state))
    .map((set) => (tags ? { ...set, annotations: set.annotations.filter(({ tag }) => isNamed(tags, tag)) } : set))
  return { ...article, annotationSets: sets }
}

function isNamed<T>(named: readonly T[] | undefined, value: T): boolean {
  return named === undefined || named.includes(value)
}

/** The selection as options of the command line and as the fields of an address. */
export function selectionEntries({ rounds, annotators, tags, states }: Selection): [string, string][] {
  const of = (name: string, values: readonly string[] = []) => values.map((value): [string, string] => [name, value])
  return [...of('round', rounds), ...of('annotator', annotators), ...of('tag', tags), ...of('state', states)]
}

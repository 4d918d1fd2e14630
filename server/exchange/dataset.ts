/** A dataset: the neutral content that formats write from and read into. */
import type { Annotation } from '../annotations/annotation.ts'
import type { SetState } from '../annotations/annotation-set.ts'
import type { ArticleSource } from '../articles/article.ts'
import type { Answers, Codebook } from '../codebook/codebook.ts'
import type { RoundKind } from '../rounds/round.ts'
import type { AnnotatorKind } from '../studies/study.ts'
import type { Block } from '../text/blocks.ts'
import type { IndexedText } from '../text/code-points.ts'
import type { Span } from '../text/span.ts'

/** What holds for the whole dataset. */
export interface DatasetHeader {
  /** ISO 8601, UTC. */
  readonly exportedAt: string
  readonly generator: string
  readonly study: DatasetStudy
  /** By id and version. */
  readonly codebooks: readonly Codebook[]
  /** By id. */
  readonly annotators: readonly DatasetAnnotator[]
  /** In the study's order. */
  readonly rounds: readonly DatasetRound[]
}

export interface DatasetStudy {
  readonly id: string
  readonly title: string
  readonly description?: string | undefined
  readonly language?: string | undefined
}

export interface DatasetAnnotator {
  /** The pseudonym, by which sets name their annotator. */
  readonly id: string
  readonly uuid: string
  readonly kind: AnnotatorKind
  readonly name?: string | undefined
}

export interface DatasetRound {
  readonly id: string
  readonly title: string
  readonly kind: RoundKind
  readonly codebook: string
  readonly codebookVersion: number
}

export interface DatasetSet {
  readonly id: string
  readonly round: string
  readonly annotator: string
  readonly state: SetState
  readonly reason?: string | undefined
  readonly answers?: Answers | undefined
  readonly activeSeconds?: number | undefined
  /** In the order of the text. */
  readonly annotations: readonly Annotation[]
}

export interface DatasetArticle {
  readonly id: string
  readonly language: string
  readonly title: string
  readonly source: ArticleSource
  /** Where the text is withheld, only its length and the words of spans are known: see withheldText(). */
  readonly body: IndexedText
  /** Of the body; empty where the text is withheld and nothing says it. */
  readonly sha256: string
  /** Whether the text itself is missing, for whatever rights there are in it. */
  readonly isWithheld?: true | undefined
  readonly blocks: readonly Block[]
  /** By their round's place in the header, then by annotator. */
  readonly annotationSets: readonly DatasetSet[]
}

/** A text of which only the length and some quotes are known. Any other words of it are empty. */
export function withheldText(length: number, quotes: readonly (Span & { readonly quote: string })[]): IndexedText {
  const words = new Map(quotes.map(({ start, end, quote }) => [`${start}-${end}`, quote]))
  const same = (position: number) => position
  return {
    text: '',
    length,
    toUtf16: same,
    toCodePoints: same,
    slice: (start, end) => words.get(`${start}-${end}`) ?? '',
  }
}

/** One article at a time, so that a dataset of any size fits in memory. */
export interface Dataset {
  readonly header: DatasetHeader
  readonly articles: AsyncIterable<DatasetArticle>
}

/** The codebook version under which a set was made. Sets, rounds and codebooks of a dataset fit together. */
export function codebookOfSet(header: DatasetHeader, set: Pick<DatasetSet, 'round'>): Codebook {
  const round = header.rounds.find((round) => round.id === set.round)
  return header.codebooks.find(
    (codebook) => codebook.id === round?.codebook && codebook.version === round.codebookVersion,
  )!
}

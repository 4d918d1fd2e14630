/** α by where in an article one reads: by kinds of block, and by quarters of its coded text. */
import { BLOCK_KINDS, type BlockKind } from '../text/blocks.ts'
import type { Span } from '../text/span.ts'
import { type Interval, intervalOf, resampled } from './bootstrap.ts'
import { codingOfTags } from './coding.ts'
import { type Continuum, type Corpus, sharedArticles } from './continuum.ts'
import { outcomeOf } from './estimate.ts'
import { krippendorffAlpha } from './krippendorff-alpha.ts'
import type { Outcome } from './outcome.ts'
import { partOf } from './paragraphs.ts'
import type { Asked } from './results.ts'

/** α (nominal, all tags and „nothing“) within a part of the texts; chance is what is marked in that part. */
export interface PlaceAgreement {
  /** Of all positions that two or more have read. */
  readonly share: number
  /** How many articles that two or more have read have such a part. */
  readonly articles: number
  readonly outcome: Outcome
  readonly interval: Interval | undefined
}

export interface Places {
  /** In the order in which kinds of block are named, without those that nobody has read. */
  readonly kinds: readonly (PlaceAgreement & { readonly kind: BlockKind })[]
  readonly quarters: readonly PlaceAgreement[]
}

const QUARTERS = [0, 1, 2, 3]

export function agreementOfPlaces(corpus: Corpus, bootstrap: Asked['bootstrap']): Places {
  const { continua } = corpus
  const all = sharedLength(continua)
  const within = (spansOf: (continuum: Continuum) => readonly Span[]): PlaceAgreement => {
    const parts = continua.flatMap((continuum) => spansOf(continuum).map((span) => partOf(continuum, span)))
    const part = { ...corpus, continua: parts }
    const articles = sharedArticles(part)
    const estimate = krippendorffAlpha(codingOfTags(part))
    return {
      share: all === 0 ? 0 : sharedLength(parts) / all,
      articles: articles.length,
      outcome: outcomeOf(estimate),
      interval: intervalOf(estimate, resampled(corpus.articles, articles, 'articles', bootstrap)),
    }
  }
  return {
    kinds: BLOCK_KINDS.map((kind) => ({ kind, ...within((continuum) => spansOfKind(continuum, kind)) })).filter(
      ({ articles }) => articles > 0,
    ),
    quarters: QUARTERS.map((quarter) => within((continuum) => [quarterOf(continuum, quarter)])),
  }
}

function sharedLength(continua: readonly Continuum[]): number {
  return continua.reduce((sum, { length, readings }) => (readings.length > 1 ? sum + length : sum), 0)
}

function spansOfKind({ length, paragraphs = [], kinds = [] }: Continuum, kind: BlockKind): Span[] {
  return paragraphs.flatMap((start, place) => {
    const end = paragraphs[place + 1] ?? length
    return kinds[place] === kind && start < end ? [{ start, end }] : []
  })
}

function quarterOf({ length }: Continuum, quarter: number): Span {
  return { start: Math.floor((length * quarter) / 4), end: Math.floor((length * (quarter + 1)) / 4) }
}

/** All that a page about agreement shows of a corpus, but for what takes long. */
import {
  agreementOfArticles,
  agreementOfEach,
  agreementOfPairs,
  type Causes,
  causesOf,
  confusions,
  type PairAgreement,
} from './comparing.ts'
import type { Corpus } from './continuum.ts'
import { type Course, courseOf } from './course.ts'
import type { MeasureName } from './measures.ts'
import type { Outcome } from './outcome.ts'
import { agreementOfPlaces, type Places } from './places.ts'
import { type Asked, type Result, resultsOfCorpus, type Settings } from './results.ts'

/** Quick ones; γ is asked for by itself. */
export const QUICK_MEASURES: readonly MeasureName[] = [
  ...(['krippendorff-alpha', 'u-alpha', 'u-alpha-binary', 'cu-alpha', 'ku-alpha', 'span-f1'] as const),
  ...(['attribute-alpha', 'part-f1', 'percent-agreement', 'fleiss-kappa', 'gwet-ac1'] as const),
]
export const GAMMA_MEASURES: readonly MeasureName[] = ['gamma', 'gamma-cat', 'gamma-k']

export interface Findings {
  readonly results: readonly Result[]
  readonly pairs: readonly PairAgreement[]
  /** Of each annotator the mean with all others. */
  readonly each: readonly (number | undefined)[]
  /** By the place of the article. */
  readonly articles: readonly Outcome[]
  readonly places: Places
  readonly course: Course
  readonly causes: Causes
  readonly confusions: readonly (readonly number[])[]
}

/** How a measurement stands that takes long. */
export type LongState =
  | { readonly kind: 'waiting' }
  /** How many alignments are done and of how many, and for how many milliseconds it has run. */
  | { readonly kind: 'running'; readonly done: number; readonly of: number; readonly since: number }
  | { readonly kind: 'done'; readonly results: readonly Result[] }
  | { readonly kind: 'failed' }

/** What a thread is given. */
export type Order = { readonly corpus: Corpus; readonly asked: Settings } & (
  | { readonly what: 'results' }
  /** Places of the articles that have one in time, the first that was read first. */
  | { readonly what: 'findings'; readonly order: readonly number[] }
)

/** What a thread says. */
export type Said = { readonly done: number; readonly of: number } | { readonly answer: Findings | readonly Result[] }

export function findingsOf(corpus: Corpus, asked: Asked, order: readonly number[]): Findings {
  const pairs = agreementOfPairs(corpus)
  return {
    results: resultsOfCorpus(corpus, asked),
    pairs,
    each: agreementOfEach(pairs, corpus.annotators.length),
    articles: agreementOfArticles(corpus),
    places: agreementOfPlaces(corpus, asked.bootstrap),
    course: courseOf(corpus, order, asked.bootstrap),
    causes: causesOf(corpus),
    confusions: confusions(corpus),
  }
}

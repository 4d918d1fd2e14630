/** The words that the pictures and tables of agreement need. */
import type { Compared } from '../../agreement/continuum.ts'
import type { Reason } from '../../agreement/outcome.ts'
import type { BlockKind } from '../../text/blocks.ts'

/** Written in the reader's language. */
export interface GammaSettings {
  readonly alpha: string
  readonly beta: string
  readonly deltaEmpty: string
  readonly precision: string
  readonly sampler: string
  readonly seed: string
  readonly samples: string
  /** The mean over pairs, as so many people cannot be aligned at once. */
  readonly isPairwise: boolean
}

export interface AgreementWords {
  readonly measures: string
  readonly characters: string
  readonly unitizing: string
  readonly spans: string
  readonly allTags: string
  readonly finding: string
  readonly naming: string
  readonly f1: { readonly exact: string; readonly dice: string; readonly overlap: string }
  readonly value: string
  readonly perTagOf: (tag: string, value: string, coverage: string) => string
  readonly gamma: {
    readonly running: (done: number, of: number) => string
    readonly left: (seconds: number) => string
    readonly parameters: (settings: GammaSettings) => string
  }
  readonly pairs: string
  readonly sharedArticles: (articles: number) => string
  readonly causes: string
  readonly missed: string
  readonly boundary: string
  readonly label: string
  readonly confusions: string
  readonly none: string
  readonly people: string
  readonly articles: string
  readonly places: string
  readonly byKind: string
  readonly course: string
  readonly window: string
  readonly readFrom: string
  readonly readTo: string
  readonly articleNumber: (number: number) => string
  readonly courseWindows: (size: number, articles: number) => string
  readonly courseTooFew: (articles: number, fewest: number) => string
  readonly courseLeftOut: (articles: number) => string
  readonly byQuarter: string
  readonly blockKinds: Readonly<Record<BlockKind, string>>
  readonly quarter: (number: number) => string
  readonly person: string
  readonly article: string
  readonly pair: string
  readonly pairCount: string
  readonly tag: string
  readonly measure: string
  readonly low: string
  readonly high: string
  readonly counted: string
  readonly share: string
  readonly why: string
  readonly reasons: Readonly<Record<Reason, string>>
  readonly readings: (count: number) => string
  readonly settings: (samples: string, seed: string, threshold: string) => string
  readonly methodsText: {
    readonly basis: (compared: Compared & { others: number }) => string
    readonly measures: (threshold: string) => string
    readonly values: (values: { alpha: string; finding: string; naming: string }) => string
    readonly spans: (values: { exact: string; dice: string; overlap: string }) => string
    readonly beside: (values: { kappa: string; ac1: string; percent: string }) => string
    readonly gamma: (settings: string, value: string, cat: string) => string
    readonly intervals: (drawn: { samples: string; seed: string; method: string }) => string
    readonly oneArticle: string
    readonly program: (version: string) => string
    readonly without: (reason: string) => string
  }
  readonly methodNames: { readonly percentile: string; readonly bca: string; readonly both: string }
}

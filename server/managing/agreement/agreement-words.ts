/** The words that the pictures and tables of agreement need. */
import type { Reason } from '../../agreement/outcome.ts'
import type { BlockKind } from '../../text/blocks.ts'

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
  readonly methodsText: (asked: {
    articles: number
    people: number
    marks: number
    method: string
    version: string
    alpha: string
    finding: string
    naming: string
  }) => string
  readonly methodNames: { readonly percentile: string; readonly bca: string }
  readonly noInterval: string
}

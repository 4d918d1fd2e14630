/** What is asked of a corpus or a table → results. */
import { type Interval, intervalOf, resampled } from './bootstrap.ts'
import { type CodingTable, tableRows } from './coding-rows.ts'
import type { Corpus } from './continuum.ts'
import { corpusRows } from './corpus-rows.ts'
import { outcomeOf } from './estimate.ts'
import type { GammaOptions } from './gamma.ts'
import type { Level } from './krippendorff-alpha.ts'
import { MEASURES, type MeasureName, OF_CODINGS, REFERENCES } from './measures.ts'
import type { Outcome } from './outcome.ts'
import type { Row, Subject } from './rows.ts'

export interface Asked {
  readonly measures: readonly MeasureName[]
  readonly level: Level
  /** Of Dice, for spans that match. */
  readonly threshold: number
  readonly bootstrap: { readonly samples: number; readonly seed: number }
  readonly gamma: GammaOptions
}

export interface Result extends Subject {
  readonly measure: MeasureName
  /** What is compared: positions of a kind, units of a table, annotations. */
  readonly unit: string
  readonly outcome: Outcome
  readonly interval: Interval | undefined
  readonly reference: string
}

/** Results in the order of the measures. */
export function resultsOfCorpus(corpus: Corpus, asked: Asked): Result[] {
  const rows = corpusRows(corpus, asked)
  const unitOf = (measure: MeasureName) => (COUNT_POSITIONS.has(measure) ? corpus.position : 'annotation')
  return resultsOf(rows, unitOf, corpus.articles, asked)
}

export function resultsOfTable(table: CodingTable, asked: Asked): Result[] {
  return resultsOf(tableRows(table, asked.level), () => 'unit', table.coding.articles, asked)
}

const COUNT_POSITIONS: ReadonlySet<MeasureName> = new Set([
  ...OF_CODINGS,
  ...(['u-alpha', 'u-alpha-binary', 'cu-alpha', 'ku-alpha', 'alpha-u-1995'] as const),
])

function resultsOf(
  rowsOf: (measure: MeasureName) => Row[],
  unitOf: (measure: MeasureName) => string,
  articles: number,
  { measures, bootstrap }: Asked,
): Result[] {
  const resampling = articles > 1 ? resampled(articles, bootstrap.samples, bootstrap.seed) : undefined
  return MEASURES.filter((measure) => measures.includes(measure)).flatMap((measure) =>
    rowsOf(measure).map(
      ({ estimate, ...subject }): Result => ({
        ...subject,
        measure,
        unit: unitOf(measure),
        outcome: outcomeOf(estimate),
        interval: resampling && intervalOf(estimate, resampling),
        reference: REFERENCES[measure],
      }),
    ),
  )
}

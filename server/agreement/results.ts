/** What is asked of a corpus or a table → results. */
import { type Drawn, type Interval, intervalOf, type Resampling, resampled } from './bootstrap.ts'
import { type CodingTable, tableRows } from './coding-rows.ts'
import { type Corpus, type Reading, sharedArticles } from './continuum.ts'
import { corpusRows } from './corpus-rows.ts'
import { outcomeOf } from './estimate.ts'
import type { GammaOptions } from './gamma.ts'
import type { Level } from './krippendorff-alpha.ts'
import { MEASURES, type MeasureName, OF_CODINGS, REFERENCES } from './measures.ts'
import type { Outcome } from './outcome.ts'
import { ofParagraphs } from './paragraphs.ts'
import type { Row, Subject } from './rows.ts'

export interface Asked {
  readonly measures: readonly MeasureName[]
  readonly level: Level
  /** Of Dice, for spans that match. */
  readonly threshold: number
  readonly bootstrap: {
    readonly samples: number
    readonly seed: number
    /** Whether paragraphs are drawn where there is one article. */
    readonly ofParagraphs: boolean
  }
  readonly gamma: GammaOptions
}

/** The same without what a function tells: what can be handed to a thread. */
export type Settings = Omit<Asked, 'gamma'> & { readonly gamma: Omit<GammaOptions, 'progress'> }

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
  const { bootstrap } = asked
  const rowsOf = corpusRows(corpus, asked)
  const unitOf = (measure: MeasureName) => (COUNT_POSITIONS.has(measure) ? corpus.position : 'annotation')
  const shared = sharedArticles(corpus)
  const parts = bootstrap.ofParagraphs && shared.length === 1 ? ofParagraphs(corpus) : undefined
  if (parts && sharedArticles(parts).length > 1) {
    const rowsOfParts = corpusRows(parts, asked)
    const drawnFor = drawing(parts, 'paragraphs', bootstrap)
    return resultsOf(asked, rowsOf, unitOf, (measure) => {
      const rows = rowsOfParts(measure)
      return (row, place) => intervalOf(rows[place]!.estimate, drawnFor(row))
    })
  }
  const drawnFor = drawing(corpus, 'articles', bootstrap)
  return resultsOf(asked, rowsOf, unitOf, () => (row) => intervalOf(row.estimate, drawnFor(row)))
}

/** What is drawn for a row: of a pair only what both have read, for nothing else bears on it. */
function drawing(corpus: Corpus, over: Drawn, bootstrap: Asked['bootstrap']): (row: Subject) => Resampling {
  const shared = sharedArticles(corpus)
  const ofAll = resampled(corpus.articles, shared, over, bootstrap)
  return ({ pair }) => {
    if (!pair) return ofAll
    const ofPair = sharedArticles(readBy(corpus, pair))
    return ofPair.length === shared.length ? ofAll : resampled(corpus.articles, ofPair, over, bootstrap)
  }
}

function readBy(corpus: Corpus, names: readonly string[]): Corpus {
  const isTheirs = ({ annotator }: Reading) => names.includes(corpus.annotators[annotator]!)
  const continua = corpus.continua.map((text) => ({ ...text, readings: text.readings.filter(isTheirs) }))
  return { ...corpus, continua }
}

export function resultsOfTable(table: CodingTable, asked: Asked): Result[] {
  return resultsOf(
    asked,
    tableRows(table, asked.level),
    () => 'unit',
    () => () => undefined,
  )
}

const COUNT_POSITIONS: ReadonlySet<MeasureName> = new Set([
  ...OF_CODINGS,
  ...(['u-alpha', 'u-alpha-binary', 'cu-alpha', 'ku-alpha', 'alpha-u-1995'] as const),
])

function resultsOf(
  { measures }: Asked,
  rowsOf: (measure: MeasureName) => Row[],
  unitOf: (measure: MeasureName) => string,
  intervalsOf: (measure: MeasureName) => (row: Row, place: number) => Interval | undefined,
): Result[] {
  return MEASURES.filter((measure) => measures.includes(measure)).flatMap((measure) => {
    const intervalIn = intervalsOf(measure)
    return rowsOf(measure).map((row, place): Result => {
      const { estimate, ...subject } = row
      const outcome = outcomeOf(estimate)
      return {
        ...subject,
        measure,
        unit: unitOf(measure),
        outcome,
        interval: outcome.value === undefined ? undefined : intervalIn(row, place),
        reference: REFERENCES[measure],
      }
    })
  })
}

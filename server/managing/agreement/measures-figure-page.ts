/** The measures of a round with their intervals, as a picture and as numbers. */
import type { Result } from '../../agreement/results.ts'
import type { Figure } from '../../annotations/profile-figures-page.ts'
import { type IntervalRow, type Intervals, intervalsPicture, narrowIntervalsPicture } from '../../charts/intervals.ts'
import { type Codebook, findTag, inLanguage } from '../../codebook/codebook.ts'
import { tagLook } from '../../codebook/tag-look.ts'
import { formatInteger, formatPercent } from '../../text/numbers.ts'
import type { Measured } from './agreement.ts'
import type { AgreementWords } from './agreement-words.ts'

export interface AgreementSpeech {
  readonly language: string
  readonly words: AgreementWords
}

export interface Shown {
  readonly measured: Measured
  readonly codebook: Codebook
}

/** A number between −1 and 1, to a hundredth. */
export function hundredths(value: number, language: string): string {
  const written = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value)
  return written.replace('-', '−')
}

/** The result of a measure over all tags, of all annotators together. */
export function mainResult({ findings }: Measured, measure: Result['measure']): Result | undefined {
  return findings.results.find((result) => result.measure === measure && isOfAll(result))
}

const isOfAll = ({ tag, pair, attribute, role }: Result) =>
  tag === undefined && pair === undefined && attribute === undefined && role === undefined

/** The custom of the field: what may be said tentatively, and firmly (Krippendorff 2004, p. 241). */
const LIMITS = [0.667, 0.8]
/** Of the intervals. */
export const LEVEL = 0.95

function ticksOf(from: number, language: string): Intervals['ticks'] {
  const written = (at: number) => new Intl.NumberFormat(language, { maximumFractionDigits: 3 }).format(at)
  const ends = [...new Set([from, 0, 0.5, 1])].sort((a, b) => a - b)
  return [
    ...ends.map((at) => ({ at, words: written(at), isLimit: false })),
    ...LIMITS.map((at) => ({ at, words: written(at), isLimit: true })),
  ]
}

/** Lines begin at 0, or where the lowest value or interval needs it. */
function beginOf(numbers: readonly (number | undefined)[]): number {
  const lowest = Math.min(0, ...numbers.flatMap((number) => number ?? []))
  return Math.max(-1, Math.floor(lowest * 5) / 5)
}

export function measuresFigure({ measured, codebook }: Shown, { language, words }: AgreementSpeech): Figure {
  const { results } = measured.findings
  const ofMeasure = (measure: Result['measure'], variant?: string) =>
    results.filter(
      (result) =>
        result.measure === measure &&
        result.pair === undefined &&
        result.attribute === undefined &&
        result.role === undefined &&
        (variant === undefined || result.variant === variant),
    )
  const nameOfTag = (tag: string | undefined) => (tag === undefined ? words.allTags : tagName(codebook, tag, language))
  const spans = (['exact', 'dice', 'overlap'] as const).flatMap((match) =>
    ofMeasure('span-f1', match)
      .filter(({ tag }) => tag === undefined)
      .map((result) => ({ result, name: words.f1[match] })),
  )
  const groups = [
    {
      name: words.characters,
      rows: ofMeasure('krippendorff-alpha').map((result) => ({ result, name: nameOfTag(result.tag) })),
    },
    {
      name: words.unitizing,
      rows: [
        ...ofMeasure('u-alpha-binary').map((result) => ({ result, name: words.finding })),
        ...ofMeasure('cu-alpha').map((result) => ({ result, name: words.naming })),
      ],
    },
    { name: words.spans, rows: spans },
  ]
  const all = groups.flatMap(({ name, rows }) => rows.map((row) => ({ ...row, group: name })))
  const number = (value: number) => hundredths(value, language)
  const intervals: Intervals = {
    name: words.measures,
    room: 260,
    ...scaleOf(
      all.map(({ result }) => result.interval?.low ?? result.outcome.value),
      language,
    ),
    heads: [
      words.value,
      formatPercent(LEVEL, language, 0),
      ...LIMITS.map((limit) => `P < ${decimal(limit, language)}`),
    ],
    groups: groups
      .filter(({ rows }) => rows.length > 0)
      .map(({ name, rows }) => ({
        name,
        rows: rows.map(({ result, name }) => intervalRow(result, name, codebook, { language, words })),
      })),
  }
  return {
    title: words.measures,
    legend: [],
    picture: intervalsPicture(intervals),
    narrow: narrowIntervalsPicture(intervals),
    head: [
      ...[words.measure, words.value, words.low, words.high],
      ...LIMITS.map((limit) => `P < ${decimal(limit, language)}`),
      ...[words.counted, words.why],
    ],
    rows: all.map(({ result: { outcome, interval }, name, group }) => [
      `${group}: ${name}`,
      outcome.value === undefined ? '–' : number(outcome.value),
      interval ? number(interval.low) : '–',
      interval ? number(interval.high) : '–',
      ...(['0.667', '0.8'] as const).map((limit) => (interval ? share(interval.below[limit], language) : '–')),
      formatInteger(Math.round(outcome.n), language),
      outcome.reason ? words.reasons[outcome.reason] : '',
    ]),
    exact: exactResults(results),
  }
}

export function scaleOf(numbers: readonly (number | undefined)[], language: string) {
  const from = beginOf(numbers)
  return { from, ticks: ticksOf(from, language) }
}

function intervalRow(
  { tag, outcome, interval }: Result,
  name: string,
  codebook: Codebook,
  { language, words }: AgreementSpeech,
): IntervalRow {
  const number = (value: number) => hundredths(value, language)
  const { value } = outcome
  return {
    name,
    look: tag === undefined ? undefined : tagLook(findTag(codebook, tag)),
    isBold: name === words.allTags,
    value,
    low: interval?.low,
    high: interval?.high,
    words: [
      value === undefined ? '–' : number(value),
      interval ? `${number(interval.low)}–${number(interval.high)}` : '–',
      ...(['0.667', '0.8'] as const).map((limit) => (interval ? share(interval.below[limit], language) : '–')),
    ],
  }
}

const decimal = (number: number, language: string) =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 3 }).format(number)

/** A share of draws: never more exact than it is. */
function share(value: number, language: string): string {
  if (value > 0 && value < 0.005) return `<${hundredths(0.01, language)}`
  if (value < 1 && value > 0.995) return `>${hundredths(0.99, language)}`
  return hundredths(value, language)
}

export function tagName(codebook: Codebook, id: string, language: string): string {
  const tag = findTag(codebook, id)
  return tag ? inLanguage(tag.label, language) : id
}

function namedNumbers(parameters: NonNullable<Result['parameters']>): string {
  return Object.entries(parameters)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ')
}

/** Every result, unrounded, for programs. */
export function exactResults(results: readonly Result[]): string[][] {
  const head = [
    ...['measure', 'variant', 'unit', 'tag', 'attribute', 'role', 'annotator_1', 'annotator_2', 'value', 'observed'],
    ...['expected', 'n', 'coverage', 'low', 'high', 'level', 'method', 'samples', 'seed', 'reason', 'reference'],
    ...['below_0.667', 'below_0.8', 'precision', 'recall', 'unitary_alignments', 'parameters'],
  ]
  const text = (value: string | number | undefined) => (value === undefined ? '' : String(value))
  return [
    head,
    ...results.map(({ measure, variant, unit, tag, attribute, role, pair, outcome, interval, reference, parameters }) =>
      [
        ...[measure, variant, unit, tag, attribute, role, pair?.[0], pair?.[1], outcome.value, outcome.observed],
        ...[outcome.expected, outcome.n, outcome.coverage, interval?.low, interval?.high, interval?.level],
        ...[interval?.method, interval?.samples, interval?.seed, outcome.reason, reference],
        ...[interval?.below['0.667'], interval?.below['0.8'], outcome.precision, outcome.recall],
        ...[outcome.unitaryAlignments, parameters && namedNumbers(parameters)],
      ].map(text),
    ),
  ]
}

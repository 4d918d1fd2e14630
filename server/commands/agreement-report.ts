/** Results of `agreement` as one JSON document, or as a table for people. */

import type { Reason } from '../agreement/outcome.ts'
import type { Result } from '../agreement/results.ts'
import { VERSION } from '../version.ts'

export interface Input {
  readonly articles: number
  readonly annotators: readonly string[]
  readonly annotations: number
}

export function asJson(input: Input, results: readonly Result[]): string {
  return `${JSON.stringify({ input, results: results.map(entryOf) })}\n`
}

function entryOf({
  measure,
  variant,
  unit,
  tag,
  pair,
  outcome,
  interval,
  reference,
  attribute,
  role,
  parameters,
}: Result) {
  const { value, observed, expected, n, reason, coverage, precision, recall, unitaryAlignments } = outcome
  return {
    measure,
    variant: variant ?? null,
    unit,
    tag: tag ?? null,
    pair: pair ?? null,
    ...(attribute !== undefined && { attribute }),
    ...(role !== undefined && { role }),
    value: value ?? null,
    observed: observed ?? null,
    expected: expected ?? null,
    n,
    ...(coverage !== undefined && { coverage }),
    ...('precision' in outcome && { precision: precision ?? null, recall: recall ?? null }),
    ...(unitaryAlignments !== undefined && { unitaryAlignments }),
    ...(parameters && { parameters }),
    interval: interval ?? null,
    reason: reason ?? null,
    reference,
  }
}

const COLUMNS = ['measure', 'variant', 'tag', 'pair', 'value', '95 %', 'n', 'over', '']
const NUMBERS = new Set([4, 6])

/** What a reader needs beside the numbers stands above and below them. */
export function asTable(input: Input, results: readonly Result[]): string {
  const withPairs = new Set(results.filter(({ pair }) => pair).map(({ measure }) => measure))
  const rows = [COLUMNS, ...results.map((result) => cellsOf(result, withPairs.has(result.measure)))].map((cells) =>
    cells.map((cell) => cell || '–'),
  )
  rows[0]![COLUMNS.length - 1] = ''
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  const lines = rows.map((row) =>
    row
      .map((cell, column) => (NUMBERS.has(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)))
      .join('  ')
      .replace(/[\s–]+$/, ''),
  )
  return `${[headOf(input), '', ...lines, '', ...notesOn(results)].join('\n')}\n`
}

function headOf({ articles, annotators, annotations }: Input): string {
  const names = annotators.length > 0 ? `: ${annotators.join(', ')}` : ''
  return [
    `lesart ${VERSION}`,
    counted(articles, 'article'),
    `${counted(annotators.length, 'annotator')}${names}`,
    counted(annotations, 'annotation'),
  ].join(' · ')
}

function counted(number: number, name: string): string {
  return `${number} ${name}${number === 1 ? '' : 's'}`
}

function cellsOf(result: Result, hasPairs: boolean): string[] {
  const { measure, variant, unit, tag, pair, outcome, interval, attribute, role } = result
  const { value, n } = outcome
  return [
    measure,
    variant ?? '',
    [tag, attribute, role].filter((subject) => subject !== undefined).join('.') || 'all',
    pair ? pair.join(' × ') : hasPairs ? 'mean' : '',
    value === undefined ? 'n/a' : value.toFixed(3),
    interval ? `${interval.low.toFixed(3)} … ${interval.high.toFixed(3)}` : '',
    Number.isInteger(n) ? String(n) : n.toFixed(1),
    `${unit}s`,
    remarksOn(outcome),
  ]
}

function remarksOn(outcome: Result['outcome']): string {
  const { reason, coverage, precision, recall, observed, expected, unitaryAlignments } = outcome
  const remarks = [
    reason && REASONS[reason],
    coverage !== undefined &&
      coverage > 0 &&
      `coverage ${percent(coverage)}${coverage < 0.5 ? ' (less than half)' : ''}`,
    precision !== undefined && `precision ${precision.toFixed(3)}`,
    recall !== undefined && `recall ${recall.toFixed(3)}`,
    observed !== undefined && `observed ${observed.toPrecision(3)}`,
    expected !== undefined && `expected ${expected.toPrecision(3)}`,
    unitaryAlignments !== undefined && counted(unitaryAlignments, 'unitary alignment'),
  ]
  return remarks.filter(Boolean).join(', ')
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

const REASONS: Readonly<Record<Reason, string>> = {
  'one-annotator': 'fewer than two annotators',
  'nothing-shared': 'no two annotators read the same',
  'nothing-marked': 'nobody marked anything',
  'no-variation': 'no variation: agreement by chance is complete',
  'no-gaps': 'nobody left anything unmarked',
  'one-tag': 'where marks meet there is one tag only',
  'no-overlap': 'no marks meet',
  'no-matches': 'nothing matches',
  'missing-values': 'not all have the same number of values',
  'whole-numbers-needed': 'positions are no whole numbers',
  'too-large': 'too many ways to align these marks',
}

function notesOn(results: readonly Result[]): string[] {
  const units = new Set(results.map(({ unit }) => unit))
  const intervals = results.flatMap(({ interval }) => interval ?? [])
  const [interval] = intervals
  const draws = Math.max(...intervals.map(({ samples }) => samples))
  const parameters = results.find(({ parameters }) => parameters)?.parameters
  return [
    units.has('character') &&
      'Characters are code points of the coded text; white space within a block counts, what lies between blocks does not.',
    [...units].some((unit) => unit !== 'unit' && unit !== 'annotation') &&
      'Where marks overlap, all takes the innermost at each position; a row of one tag looks at that tag alone.',
    interval &&
      `Intervals: bootstrap over ${interval.over}, ${draws} draws, seed ${interval.seed}; percentile, BCa from 10 ${interval.over} on.`,
    parameters &&
      `Gamma: ${Object.entries(parameters)
        .map(([name, value]) => `${name} ${value}`)
        .join(', ')}.`,
    ...new Set(results.map(({ measure, reference }) => `${measure}: ${reference}.`)),
  ].filter((note) => typeof note === 'string')
}

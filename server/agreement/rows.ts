/** What the rows of a measure are about. */
import { pairsOf } from './continuum.ts'
import { type Estimate, meanOf } from './estimate.ts'
import { withoutValue } from './outcome.ts'

export interface Subject {
  readonly variant?: string
  readonly tag?: string
  readonly pair?: readonly [string, string]
  readonly attribute?: string
  readonly role?: string
  readonly parameters?: Readonly<Record<string, number | string>>
}

export interface Row extends Subject {
  readonly estimate: Estimate
}

/** A measure of two annotators: for two of them one row, for more a row for each pair, then their mean. */
export function byPair(names: readonly string[], estimate: (pair: readonly [number, number]) => Estimate): Row[] {
  const pairs = pairsOf(names.length)
  if (pairs.length === 0) return [{ estimate: { articles: 0, at: () => withoutValue('one-annotator', 0) } }]
  const rows = pairs.map((pair) => ({
    pair: [names[pair[0]]!, names[pair[1]]!] as const,
    estimate: estimate(pair),
  }))
  if (rows.length === 1) return [{ estimate: rows[0]!.estimate }]
  return [...rows, { estimate: meanOf(rows.map(({ estimate }) => estimate)) }]
}

/** What a question of the bench is, and how its numbers are made and shown. */
import type { Cleanup } from '../../support/whole-file.ts'

export interface Finding {
  readonly question: string
  readonly measured: string
  readonly baseline?: string
  readonly ratio?: number
  /** What it is meant to be. */
  readonly reach?: string
}

/** Measures one question, beside its baseline. */
export type Question = (t: Cleanup) => Promise<Finding[]>

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** Milliseconds that something takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

export function inMilliseconds(value: number): string {
  return `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`
}

/** Runs every kind of run once a round, in turns, so that a busy moment of the machine falls on all alike. */
export async function inTurns<K extends string>(
  rounds: number,
  runs: Readonly<Record<K, () => Promise<number>>>,
): Promise<Record<K, number[]>> {
  const kinds = Object.keys(runs) as K[]
  const results = Object.fromEntries(kinds.map((kind) => [kind, [] as number[]])) as Record<K, number[]>
  for (let round = 0; round < rounds; round++)
    for (const kind of round % 2 === 0 ? kinds : kinds.toReversed()) results[kind].push(await runs[kind]())
  return results
}

/** The middle one of the ratios round by round. */
export function medianRatio(measured: readonly number[], baseline: readonly number[]): number {
  return median(measured.map((value, round) => value / baseline[round]!))
}

/** Whether a finding is as good as it should be: by its ratio, or by what was measured where that has the same unit. */
export function isReached({ measured, ratio, reach = '' }: Finding): boolean | undefined {
  const [, sign, bound, unit] = /^(<=|>=) ([\d.]+) ?(.*)$/.exec(reach) ?? []
  const value = ratio !== undefined && !unit ? ratio : Number.parseFloat(measured)
  if (bound === undefined || Number.isNaN(value)) return undefined
  return sign === '<=' ? value <= Number(bound) : value >= Number(bound)
}

function verdictOn(finding: Finding): string {
  const reached = isReached(finding)
  return reached === undefined ? '' : reached ? 'reached' : 'NOT REACHED'
}

/** Findings as one plain table. */
export function tableOf(findings: readonly Finding[]): string {
  const rows = [
    ['question', 'measured', 'baseline', 'ratio', 'reach', ''],
    ...findings.map((finding) => [
      finding.question,
      finding.measured,
      finding.baseline ?? '',
      finding.ratio === undefined ? '' : finding.ratio.toFixed(2),
      finding.reach ?? '',
      verdictOn(finding),
    ]),
  ]
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/**
 * Krippendorff's α. K. Krippendorff, Content Analysis, 2nd ed. 2004, ch. 11 (pp. 221–243), and Computing Krippendorff's
 * alpha-reliability, 2011: α = 1 − D_o / D_e from the matrix of coincidences, for any number of annotators, with values
 * missing, at four levels. n counts the values that can be paired.
 */
import { type Coding, countRow, sumsOfRows } from './coding.ts'
import { additive, type Estimate } from './estimate.ts'
import { fromDisagreement, withoutValue } from './outcome.ts'

export const LEVELS = ['nominal', 'ordinal', 'interval', 'ratio'] as const
export type Level = (typeof LEVELS)[number]

/** `numbers`: what the categories stand for, ascending; needed at every level but the nominal one. */
export function krippendorffAlpha(coding: Coding, level: Level = 'nominal', numbers: readonly number[] = []): Estimate {
  const { categories } = coding
  return additive(categories * categories, coincidences(coding), (matrix) => {
    const totals = Array.from({ length: categories }, (_, c) =>
      matrix.subarray(c * categories, (c + 1) * categories).reduce((sum, value) => sum + value, 0),
    )
    const n = totals.reduce((sum, total) => sum + total, 0)
    if (n === 0) return withoutValue(coding.annotators < 2 ? 'one-annotator' : 'nothing-shared', 0)
    const difference = DIFFERENCES[level](totals, numbers)
    let observed = 0
    let expected = 0
    for (let c = 0; c < categories; c++)
      for (let k = 0; k < categories; k++) {
        if (c === k) continue
        const squared = difference(c, k)
        observed += matrix[c * categories + k]! * squared
        expected += totals[c]! * totals[k]! * squared
      }
    const isUnmarked = coding.unmarked !== undefined && totals[coding.unmarked] === n
    const reason = isUnmarked ? 'nothing-marked' : 'no-variation'
    // A continuum in seconds can be shorter than one of them.
    if (n <= 1) return withoutValue(expected > 0 ? 'whole-numbers-needed' : reason, n)
    return fromDisagreement(observed / n, expected / (n * (n - 1)), n, reason, 0)
  })
}

/** o_ck = Σ_u (pairs of c and k in u) / (m_u − 1), article by article. */
function coincidences(coding: Coding): Float64Array[] {
  const { categories } = coding
  const counts = new Int32Array(categories)
  return sumsOfRows(coding, categories * categories, (sums, row, weight) => {
    const total = countRow(row, counts)
    if (total < 2) return
    for (const [c, one] of counts.entries()) {
      if (one === 0) continue
      for (const [k, other] of counts.entries())
        sums[c * categories + k]! += (weight * one * (c === k ? other - 1 : other)) / (total - 1)
    }
  })
}

type Difference = (c: number, k: number) => number

/** δ²_ck (Krippendorff 2004, pp. 232–235). */
const DIFFERENCES: Readonly<Record<Level, (totals: readonly number[], numbers: readonly number[]) => Difference>> = {
  nominal: () => () => 1,
  ordinal: (totals) => {
    const upTo = [0]
    for (const total of totals) upTo.push(upTo.at(-1)! + total)
    return (c, k) => {
      const [low, high] = [Math.min(c, k), Math.max(c, k)]
      return (upTo[high + 1]! - upTo[low]! - (totals[low]! + totals[high]!) / 2) ** 2
    }
  },
  interval: (_, numbers) => (c, k) => (numbers[c]! - numbers[k]!) ** 2,
  ratio: (_, numbers) => (c, k) => {
    const sum = numbers[c]! + numbers[k]!
    return sum === 0 ? 0 : ((numbers[c]! - numbers[k]!) / sum) ** 2
  },
}

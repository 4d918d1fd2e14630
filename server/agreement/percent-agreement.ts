/**
 * Percent agreement: how likely two values of a position are the same, the mean over positions with two values or more
 * (Fleiss 1971, eq. 2, also for positions with different numbers of values: Gwet 2008, eq. 1). n counts positions.
 */
import { type Coding, countRow, sumsOfRows } from './coding.ts'
import { additive, type Estimate } from './estimate.ts'
import { withoutValue } from './outcome.ts'

export function percentAgreement(coding: Coding): Estimate {
  const counts = new Int32Array(coding.categories)
  const perArticle = sumsOfRows(coding, 2, (sums, row, weight) => {
    const total = countRow(row, counts)
    if (total < 2) return
    sums[0]! += weight
    sums[1]! += weight * agreementIn(counts, total)
  })
  return additive(2, perArticle, ([n, agreeing]) => {
    if (n === 0) return withoutValue(coding.annotators < 2 ? 'one-annotator' : 'nothing-shared', 0)
    return { value: agreeing! / n!, observed: agreeing! / n!, n: n! }
  })
}

/** The share of pairs of a row's values that are the same. */
export function agreementIn(counts: Int32Array, total: number): number {
  return counts.reduce((sum, count) => sum + count * (count - 1), 0) / (total * (total - 1))
}

/**
 * Gwet's AC1. K. L. Gwet, Computing inter-rater reliability and its variance in the presence of high agreement, British
 * Journal of Mathematical and Statistical Psychology 61(1), 2008, eqs. 5 to 8: A_e = Σ_c π_c (1 − π_c) / (q − 1), with
 * π_c the mean share of a category over positions and q the categories that are used. n counts positions with two
 * values or more.
 */
import { type Coding, countRow, sumsOfRows } from './coding.ts'
import { additive, type Estimate } from './estimate.ts'
import { fromAgreement, withoutValue } from './outcome.ts'
import { agreementIn } from './percent-agreement.ts'

export function gwetAc1(coding: Coding): Estimate {
  const { categories } = coding
  const counts = new Int32Array(categories)
  const perArticle = sumsOfRows(coding, categories + 2, (sums, row, weight) => {
    const total = countRow(row, counts)
    if (total === 0) return
    for (let category = 0; category < categories; category++) sums[category]! += (weight * counts[category]!) / total
    if (total < 2) return
    sums[categories]! += weight * agreementIn(counts, total)
    sums[categories + 1]! += weight
  })
  return additive(categories + 2, perArticle, (sums) => {
    const [agreeing, n] = [sums[categories]!, sums[categories + 1]!]
    if (n === 0) return withoutValue(coding.annotators < 2 ? 'one-annotator' : 'nothing-shared', 0)
    const used = sums.subarray(0, categories)
    const all = used.reduce((sum, share) => sum + share, 0)
    const q = used.filter((share) => share > 0).length
    const observed = agreeing / n
    if (q < 2) return withoutValue(used[coding.unmarked ?? -1] ? 'nothing-marked' : 'no-variation', n, { observed })
    const expected = used.reduce((sum, share) => sum + (share / all) * (1 - share / all), 0) / (q - 1)
    return fromAgreement(observed, expected, n, 'no-variation')
  })
}

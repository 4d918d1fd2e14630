/**
 * Fleiss' κ. J. L. Fleiss, Measuring nominal scale agreement among many raters, Psychological Bulletin 76(5), 1971,
 * eqs. 3, 5 and 7: as many values for each position, by whomever; A_e = Σ_c p_c². One category against all others gives
 * his κ of a category (eqs. 10 and 11). n counts positions; those with one value compare with nothing and are left out.
 */
import { type Coding, countRow, sumsOfRows } from './coding.ts'
import { additive, type Estimate } from './estimate.ts'
import { fromAgreement, withoutValue } from './outcome.ts'
import { agreementIn } from './percent-agreement.ts'

export function fleissKappa(coding: Coding): Estimate {
  const { categories } = coding
  const counts = new Int32Array(categories)
  const numbers = new Set<number>()
  const perArticle = sumsOfRows(coding, categories + 1, (sums, row, weight) => {
    const total = countRow(row, counts)
    if (total < 2) return
    numbers.add(total)
    sums[categories]! += weight * agreementIn(counts, total)
    for (let category = 0; category < categories; category++) sums[category]! += (weight * counts[category]!) / total
  })
  return additive(categories + 1, perArticle, (sums) => {
    const used = sums.subarray(0, categories)
    const n = used.reduce((sum, share) => sum + share, 0)
    if (n === 0) return withoutValue(coding.annotators < 2 ? 'one-annotator' : 'nothing-shared', 0)
    if (numbers.size > 1) return withoutValue('missing-values', n)
    const expected = used.reduce((sum, share) => sum + (share / n) ** 2, 0)
    const isUnmarked = coding.unmarked !== undefined && used[coding.unmarked] === n
    return fromAgreement(sums[categories]! / n, expected, n, isUnmarked ? 'nothing-marked' : 'no-variation')
  })
}

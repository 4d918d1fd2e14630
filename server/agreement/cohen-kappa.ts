/**
 * Cohen's κ. J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20(1),
 * 1960, eq. 1: chance is each annotator's own distribution, A_e = Σ_c p₁(c) p₂(c). n counts positions.
 */
import type { Coding } from './coding.ts'
import { ofTwo } from './contingency.ts'
import type { Estimate } from './estimate.ts'

export function cohenKappa(coding: Coding, pair: readonly [number, number]): Estimate {
  return ofTwo(coding, pair, ({ first, second }) =>
    first.reduce((sum, share, category) => sum + share * second[category]!, 0),
  )
}

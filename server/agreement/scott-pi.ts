/**
 * Scott's π. W. A. Scott, Reliability of content analysis: the case of nominal scale coding, Public Opinion Quarterly
 * 19(3), 1955: chance is the distribution of both annotators together, A_e = Σ_c ((p₁(c) + p₂(c)) / 2)².
 * n counts positions.
 */
import type { Coding } from './coding.ts'
import { ofTwo } from './contingency.ts'
import type { Estimate } from './estimate.ts'

export function scottPi(coding: Coding, pair: readonly [number, number]): Estimate {
  return ofTwo(coding, pair, ({ first, second }) =>
    first.reduce((sum, share, category) => sum + ((share + second[category]!) / 2) ** 2, 0),
  )
}

/** What a measure says: a value with its parts, or the reason why there is none. Never NaN, never a silent 1. */

/** Why there is no value. */
export type Reason =
  | 'one-annotator'
  | 'nothing-shared'
  | 'nothing-marked'
  | 'no-variation'
  | 'no-gaps'
  | 'one-tag'
  | 'no-overlap'
  | 'missing-values'
  | 'whole-numbers-needed'
  | 'no-matches'
  | 'too-large'

export interface Outcome {
  /** Undefined exactly where there is a reason. */
  readonly value: number | undefined
  readonly reason?: Reason
  /** What the measure's paper calls so: agreement for κ, π and AC1, disagreement for α, disorder for γ. */
  readonly observed?: number | undefined
  readonly expected?: number | undefined
  /** How much was compared; what is counted stands with each measure. */
  readonly n: number
  /** The share of what is marked on which the value rests. */
  readonly coverage?: number
  readonly precision?: number | undefined
  readonly recall?: number | undefined
  readonly unitaryAlignments?: number
}

/** Smaller differences from full or no agreement by chance are rounding. */
const ROUNDING = 1e-12

export function withoutValue(reason: Reason, n: number, more: Partial<Outcome> = {}): Outcome {
  return { ...more, value: undefined, reason, n: whole(n) }
}

/** Shares that add up to a whole number do so but for rounding. */
function whole(n: number): number {
  return Math.abs(n - Math.round(n)) < 1e-6 ? Math.round(n) : n
}

/** (A_o − A_e) / (1 − A_e). */
export function fromAgreement(observed: number, expected: number, n: number, reason: Reason): Outcome {
  if (1 - expected < ROUNDING) return withoutValue(reason, n, { observed, expected })
  return { value: (observed - expected) / (1 - expected), observed, expected, n: whole(n) }
}

/**
 * 1 − D_o / D_e. Where D_e is no share but has a scale of its own (small numbers, long lines), it may be tiny and still
 * stand for something: then `rounding` is 0.
 */
export function fromDisagreement(
  observed: number,
  expected: number,
  n: number,
  reason: Reason,
  rounding = ROUNDING,
): Outcome {
  if (!(expected > rounding)) return withoutValue(reason, n, { observed, expected })
  return { value: 1 - observed / expected, observed, expected, n: whole(n) }
}

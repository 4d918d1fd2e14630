/**
 * How different two units are. Y. Mathet, A. Widlöcher & J.-P. Métivier, The unified and holistic method gamma (γ) for
 * inter-annotator agreement measure and alignment, Computational Linguistics 41(3), 2015, § 4.3: position (eq. 5), tag
 * (eq. 6), and both together (eq. 7).
 */
import { lengthOf, type Unit } from './continuum.ts'

export interface Weights {
  /** Of positions. */
  readonly alpha: number
  /** Of tags. */
  readonly beta: number
  /** Δ∅: what it costs to have no partner. */
  readonly deltaEmpty: number
}

export function positional(u: Unit, v: Unit, deltaEmpty: number): number {
  const apart = Math.abs(u.start - v.start) + Math.abs(u.end - v.end)
  return (apart / (lengthOf(u) + lengthOf(v))) ** 2 * deltaEmpty
}

export function combined(u: Unit, v: Unit, { alpha, beta, deltaEmpty }: Weights): number {
  return alpha * positional(u, v, deltaEmpty) + (u.tag === v.tag ? 0 : beta * deltaEmpty)
}

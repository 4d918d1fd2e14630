/**
 * The best alignment: unitary alignments that hold every unit once and whose disorders sum up to the least (Mathet et
 * al. 2015, § 5.1), exactly. Of alignments with the same disorder the one with the fewest unitary alignments is taken.
 */

import { compareSpans } from '../text/span.ts'
import { type Candidate, candidatesOf } from './alignment-candidates.ts'
import type { Unit } from './continuum.ts'
import type { Weights } from './dissimilarity.ts'
import { leastPartition } from './set-partition.ts'

export interface UnitaryAlignment {
  readonly units: readonly Unit[]
  readonly disorder: number
}

/** The square of so many numbers is held in memory for units that hang together. */
const MOST_TOGETHER = 5_000
/** A unitary alignment costs this share of Δ∅ more, so that fewer win a tie. */
const FEWER = 1e-9

/** `lines`: the units of each annotator. Undefined where there are too many ways to align them. */
export function bestAlignment(
  lines: readonly (readonly Unit[])[],
  weights: Weights,
): readonly UnitaryAlignment[] | undefined {
  const candidates = candidatesOf(lines, weights)
  if (!candidates) return undefined
  const units = lines.flat()
  const parts = components(units.length, candidates)
  if (parts.some(({ members }) => members.length > MOST_TOGETHER)) return undefined
  return parts.flatMap(({ members, candidates }) => {
    const inOrder = members.sort((a, b) => compareSpans(units[a]!, units[b]!) || a - b)
    const placeOf = new Map(inOrder.map((unit, place) => [unit, place]))
    const alone = inOrder.map((unit): Candidate => ({ units: [unit], disorder: weights.deltaEmpty }))
    const all = [...alone, ...candidates]
    const bundles = all.map((candidate) => ({
      things: candidate.units.map((unit) => placeOf.get(unit)!),
      cost: candidate.disorder + FEWER * weights.deltaEmpty,
    }))
    return leastPartition(bundles, inOrder.length).map((place) => {
      const { units: members, disorder } = all[place]!
      return { units: members.map((unit) => units[unit]!), disorder }
    })
  })
}

/** Units that no candidate connects are aligned apart from each other. */
function components(units: number, candidates: readonly Candidate[]): { members: number[]; candidates: Candidate[] }[] {
  const parents = Array.from({ length: units }, (_, unit) => unit)
  const rootOf = (unit: number): number => {
    while (parents[unit] !== unit) {
      parents[unit] = parents[parents[unit]!]!
      unit = parents[unit]!
    }
    return unit
  }
  for (const candidate of candidates)
    for (const unit of candidate.units) parents[rootOf(unit)] = rootOf(candidate.units[0]!)
  const found = new Map<number, { members: number[]; candidates: Candidate[] }>()
  for (let unit = 0; unit < units; unit++) {
    const root = rootOf(unit)
    if (!found.has(root)) found.set(root, { members: [], candidates: [] })
    found.get(root)!.members.push(unit)
  }
  for (const candidate of candidates) found.get(rootOf(candidate.units[0]!))!.candidates.push(candidate)
  return [...found.values()]
}

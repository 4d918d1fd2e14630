/**
 * The unitary alignments that can belong to a best alignment. One that costs more than two parts of it would cost apart
 * is never better (Mathet et al. 2015, § 5.1.2, where the parts are single units).
 */
import { countWhere } from '../text/count-where.ts'
import { lengthOf, type Unit } from './continuum.ts'
import { combined, type Weights } from './dissimilarity.ts'

/** Units of different annotators that may stand for the same thing. */
export interface Candidate {
  /** Places in the list of all units, one annotator after the other. */
  readonly units: readonly number[]
  /** The mean over all pairs of annotators; a pair in which somebody has no unit costs Δ∅. */
  readonly disorder: number
}

/** More of them would fill the memory. */
const MOST = 1_000_000
/** As dear as its parts is kept: one alignment is fewer than two. */
const TIE = 1e-12

/** All candidates of two units or more; a unit can always stand alone, at Δ∅. Undefined where they are too many. */
export function candidatesOf(lines: readonly (readonly Unit[])[], weights: Weights): Candidate[] | undefined {
  const { deltaEmpty } = weights
  const units = lines.flat()
  const owners = lines.flatMap((line, annotator) => line.map(() => annotator))
  const n = lines.length
  const pairs = (n * (n - 1)) / 2
  const most = pairs * deltaEmpty + TIE
  const near = neighbours(lines, weights, most + (n - 2) * deltaEmpty)
  const found: Candidate[] = []

  /**
   * Adds units of later annotators to the members of a candidate. `links` holds what each pair of members costs more
   * than a pair that has nobody, pair by pair; `costs` their sum for each member.
   */
  function grow(members: number[], links: number[], costs: number[], choices: readonly number[]): boolean {
    for (const unit of choices) {
      const added = members.map((member) => near[member]!.get(unit))
      if (added.includes(undefined)) continue
      const sums = costs.map((cost, place) => cost + added[place]!)
      sums.push(added.reduce<number>((sum, link) => sum + link!, 0))
      const open = n - 1 - owners[unit]!
      if (sums.some((sum) => sum - open * deltaEmpty > most)) continue
      const all = links.concat(added as number[])
      const grown = members.concat(unit)
      if (!isDearerThanParts(all, sums, most)) {
        const disorder = deltaEmpty + sums.reduce((sum, cost) => sum + cost, 0) / 2 / pairs
        if (found.push({ units: grown, disorder }) > MOST) return false
      }
      const later = choices.filter((other) => owners[other]! > owners[unit]!)
      if (later.length > 0 && !grow(grown, all, sums, later)) return false
    }
    return true
  }

  const isDone = units.every((_, unit) => grow([unit], [], [0], [...near[unit]!.keys()]))
  return isDone ? found : undefined
}

/** For each unit those of later annotators that cost at most so much more than nobody, and how much more. */
function neighbours(lines: readonly (readonly Unit[])[], weights: Weights, most: number): Map<number, number>[] {
  const { alpha, deltaEmpty } = weights
  const firsts = lines.map((_, annotator) => lines.slice(0, annotator).reduce((sum, line) => sum + line.length, 0))
  // Farther apart than so many times both lengths they cost too much by position alone.
  const reach = alpha > 0 ? Math.sqrt((most + deltaEmpty) / (alpha * deltaEmpty)) : Number.POSITIVE_INFINITY
  const sorted = lines.map((line, annotator) => {
    const places = line.map((unit, place) => ({ unit, place: firsts[annotator]! + place }))
    return places.sort((a, b) => a.unit.start - b.unit.start)
  })
  const longest = lines.map((line) => line.reduce((longest, unit) => Math.max(longest, lengthOf(unit)), 0))
  return lines.flatMap((line, annotator) =>
    line.map((unit) => {
      const near = new Map<number, number>()
      for (let other = annotator + 1; other < lines.length; other++) {
        const range = reach * (lengthOf(unit) + longest[other]!)
        const candidates = sorted[other]!
        for (let at = firstFrom(candidates, unit.start - range); at < candidates.length; at++) {
          const candidate = candidates[at]!
          if (candidate.unit.start > unit.start + range) break
          const extra = combined(unit, candidate.unit, weights) - deltaEmpty
          if (extra <= most) near.set(candidate.place, extra)
        }
      }
      return near
    }),
  )
}

function firstFrom(sorted: readonly { readonly unit: Unit }[], start: number): number {
  return countWhere(sorted.length, (k) => sorted[k]!.unit.start < start)
}

/** Whether some parting of the members in two costs less than their staying together. */
function isDearerThanParts(links: readonly number[], costs: readonly number[], most: number): boolean {
  if (costs.some((cost) => cost > most)) return true
  const partings = 2 ** (costs.length - 1)
  for (let parting = 3; parting < partings; parting++) {
    // Powers of two part one member from the others, which their own cost has told.
    if ((parting & (parting - 1)) === 0) continue
    let [across, pair] = [0, 0]
    for (let later = 1; later < costs.length; later++)
      for (let earlier = 0; earlier < later; earlier++, pair++)
        if (((parting >> later) & 1) !== ((parting >> earlier) & 1)) across += links[pair]!
    if (across > most) return true
  }
  return false
}

/** Units of two annotators that stand for the same: same tag, shared positions. */
import { lengthOf, type Unit } from './continuum.ts'

export interface Meeting {
  /** Places in the two lists. */
  readonly a: number
  readonly b: number
  readonly common: number
}

/** All pairs of units with the same tag that share a position, in the order of their beginnings. */
export function meetings(one: readonly Unit[], other: readonly Unit[]): Meeting[] {
  const found: Meeting[] = []
  const sides = [
    ...one.map((unit, place) => ({ unit, place, isOne: true })),
    ...other.map((unit, place) => ({ unit, place, isOne: false })),
  ].sort((a, b) => a.unit.start - b.unit.start)
  let open: typeof sides = []
  for (const side of sides) {
    open = open.filter(({ unit }) => unit.end > side.unit.start)
    for (const { unit, place, isOne } of open) {
      if (isOne === side.isOne || unit.tag !== side.unit.tag) continue
      const common = Math.min(unit.end, side.unit.end) - side.unit.start
      found.push(isOne ? { a: place, b: side.place, common } : { a: side.place, b: place, common })
    }
    open.push(side)
  }
  return found
}

/** 2 |s ∩ t| / (|s| + |t|). */
export function dice(s: Unit, t: Unit, common: number): number {
  return (2 * common) / (lengthOf(s) + lengthOf(t))
}

/** Bounds in seconds are rounded: a share may reach the threshold and be written a hair below it. */
export function reaches(share: number, threshold: number): boolean {
  return share >= threshold - 1e-12
}

/** Pairs every unit with at most one of the other annotator, the best first, none below the threshold. */
export function matched(one: readonly Unit[], other: readonly Unit[], threshold: number): [Unit, Unit][] {
  const taken = { a: new Set<number>(), b: new Set<number>() }
  return meetings(one, other)
    .map((meeting) => ({ ...meeting, dice: dice(one[meeting.a]!, other[meeting.b]!, meeting.common) }))
    .filter((meeting) => reaches(meeting.dice, threshold))
    .sort((x, y) => y.dice - x.dice)
    .flatMap(({ a, b }): [Unit, Unit][] => {
      if (taken.a.has(a) || taken.b.has(b)) return []
      taken.a.add(a)
      taken.b.add(b)
      return [[one[a]!, other[b]!]]
    })
}

/**
 * Units that overlap → units that do not. Measures that take one value a position use either the innermost unit over
 * it, or one layer for each tag.
 */
import { extended, lengthOf, type Unit } from './continuum.ts'

/**
 * Each position goes to its innermost unit: the shorter one, of two as long the later one, over the same words the tag
 * that comes later in the codebook. What lies around another unit becomes units of its own.
 */
export function innermost(units: readonly Unit[]): Unit[] {
  const waiting = extended(units).sort((a, b) => a.start - b.start)
  const open: Unit[] = []
  const pieces: { unit: Unit; start: number; end: number }[] = []
  let next = 0
  let at = 0
  while (next < waiting.length || open.length > 0) {
    if (open.length === 0) at = waiting[next]!.start
    while (next < waiting.length && waiting[next]!.start <= at) push(open, waiting[next++]!)
    while (open.length > 0 && open[0]!.end <= at) pop(open)
    const unit = open[0]
    if (!unit) continue
    const end = Math.min(unit.end, waiting[next]?.start ?? unit.end)
    const last = pieces.at(-1)
    if (last?.unit === unit && last.end === at) last.end = end
    else pieces.push({ unit, start: at, end })
    at = end
  }
  return pieces.map(({ unit, start, end }) => ({ ...unit, start, end }))
}

/** The units of one tag: those that overlap are one, those that touch stay two. */
export function layer(units: readonly Unit[], tag: number): Unit[] {
  const joined: Unit[] = []
  for (const unit of extended(units)
    .filter((unit) => unit.tag === tag)
    .sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last && unit.start < last.end) joined[joined.length - 1] = { ...last, end: Math.max(last.end, unit.end) }
    else joined.push(unit)
  }
  return joined
}

/** The whole units are compared: of two that were cut the longer one may have become the shorter one. */
function isInner(a: Unit, b: Unit): boolean {
  const [one, other] = [a.whole ?? a, b.whole ?? b]
  const difference = lengthOf(one) - lengthOf(other) || other.start - one.start || b.tag - a.tag
  return difference < 0
}

/** A binary heap with the innermost unit at its top. */
function push(heap: Unit[], unit: Unit): void {
  let place = heap.push(unit) - 1
  while (place > 0) {
    const parent = (place - 1) >> 1
    if (!isInner(heap[place]!, heap[parent]!)) return
    swap(heap, place, parent)
    place = parent
  }
}

function pop(heap: Unit[]): void {
  const last = heap.pop()!
  if (heap.length === 0) return
  heap[0] = last
  for (let place = 0; ; ) {
    let inner = place
    for (const child of [2 * place + 1, 2 * place + 2])
      if (child < heap.length && isInner(heap[child]!, heap[inner]!)) inner = child
    if (inner === place) return
    swap(heap, place, inner)
    place = inner
  }
}

function swap(heap: Unit[], a: number, b: number): void {
  const unit = heap[a]!
  heap[a] = heap[b]!
  heap[b] = unit
}

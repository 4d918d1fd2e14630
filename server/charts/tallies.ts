/** Counts as strokes: for each thing one short line of its look, so that few are counted at a glance. */
import { type Look, lines } from './look.ts'
import type { Picture } from './svg.ts'
import { fitted, label } from './words.ts'

export interface Tally {
  readonly name: string
  readonly count: number
  readonly words: string
  /** What stands beside the count. */
  readonly note: string
}

const STROKES = 180
const STROKE = 22
const BETWEEN = 6
const ROW = 26

/** The strokes of one row, as wide as the longest row needs. */
export function strokesPicture(look: Look, count: number, most: number): Picture {
  return { width: STROKES, height: 16, name: '', shapes: lines(look, strokes(0, 8, count, most)) }
}

/** Where the strokes of a count stand. Where they are many, they grow together to one line. */
function strokes(x: number, y: number, count: number, most: number) {
  const unit = Math.min(STROKE, STROKES / Math.max(1, most))
  if (unit < STROKE / 2) return [{ x, y, length: count * unit }]
  return Array.from({ length: count }, (_, index) => ({ x: x + index * unit, y, length: unit - BETWEEN }))
}

const NAMES = 300
const COUNTS = NAMES + STROKES + 12
const NOTES = COUNTS + 56
const WIDTH = 900

/** All rows as one picture. */
export function talliesPicture(name: string, look: Look, tallies: readonly Tally[]): Picture {
  const most = Math.max(...tallies.map(({ count }) => count))
  const shapes = tallies.flatMap(({ name, count, words, note }, index) => {
    const y = (index + 1) * ROW - 8
    return [
      label(0, y, fitted(name, 14, NAMES - 12), { size: 14 }),
      ...lines(look, strokes(NAMES, y - 5, count, most)),
      label(COUNTS, y, words, { size: 14, isBold: true }),
      label(NOTES, y, fitted(note, 14, WIDTH - NOTES), { size: 14, isQuiet: true }),
    ]
  })
  return { width: WIDTH, height: tallies.length * ROW + 4, name, shapes }
}

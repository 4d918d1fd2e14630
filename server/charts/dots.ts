/** Dots on lines: for each thing where some numbers of it lie on one scale, each with the line of its look. */
import { type Look, lines, QUIET_INK } from './look.ts'
import { type Picture, round, type Shape, shape } from './svg.ts'
import { fitted, label } from './words.ts'

export interface Dots {
  readonly name: string
  /** Rows; a place is from 0 to 1 of the scale. */
  readonly rows: readonly {
    readonly name: string
    readonly dots: readonly { readonly look: Look; readonly at: number; readonly words: string }[]
  }[]
  /** What is written below: where, and the words. */
  readonly scale: readonly { readonly at: number; readonly words: string }[]
}

const WIDTH = 1140
const LEFT = 260
const RIGHT = 60
const LANE = 22
const GAP = 14
const SIZE = 14
const HALF = 11

/** Each number has a lane of its own, so that none covers another. */
export function dotsPicture({ name, rows, scale }: Dots): Picture {
  const room = WIDTH - LEFT - RIGHT
  const xOf = (at: number) => LEFT + Math.min(1, Math.max(0, at)) * room
  let y = 0
  const shapes = rows.flatMap((row) => {
    const top = y
    y += Math.max(1, row.dots.length) * LANE + GAP
    return [
      label(LEFT - 24, top + 15, fitted(row.name, SIZE, LEFT - 24), { size: SIZE, anchor: 'end' }),
      ...row.dots.flatMap(({ look, at, words }, index) => {
        const middle = top + index * LANE + 10
        return [
          ...lines(look, [{ x: xOf(at) - HALF, y: middle, length: 2 * HALF }]),
          label(xOf(at) + HALF + 5, middle + 4, words, { size: 12 }),
        ]
      }),
    ]
  })
  const ticks: Shape[] = scale.flatMap(({ at, words }) => [
    shape('path', { class: 'stroke rule', d: `M${round(xOf(at))} 0V${y}`, stroke: QUIET_INK, fill: 'none' }),
    label(xOf(at), y + 16, words, { size: 13, anchor: 'middle', isQuiet: true }),
  ])
  return { width: WIDTH, height: y + 24, name, shapes: [...ticks, ...shapes] }
}

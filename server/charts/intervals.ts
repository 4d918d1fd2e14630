/** Values with their intervals on one line, row by row, and thin lines where the field has its customs. */
import { INK, type Look, lines, QUIET_INK } from './look.ts'
import { type Picture, round, type Shape, shape } from './svg.ts'
import { fitted, label, widthOf } from './words.ts'

export interface Intervals {
  readonly name: string
  /** How much room names have. */
  readonly room: number
  /** Where the line begins; it ends at 1. */
  readonly from: number
  readonly ticks: readonly { readonly at: number; readonly words: string; readonly isLimit: boolean }[]
  /** Over the columns of words. */
  readonly heads: readonly string[]
  /** A group without a name has no line for it. */
  readonly groups: readonly { readonly name?: string; readonly rows: readonly IntervalRow[] }[]
}

export interface IntervalRow {
  readonly name: string
  /** The tag that it is about. */
  readonly look?: Look | undefined
  readonly isBold?: boolean
  /** Undefined where there is no value. */
  readonly value: number | undefined
  readonly low?: number | undefined
  readonly high?: number | undefined
  /** One for each head. */
  readonly words: readonly string[]
}

const LINE = 320
const COLUMN = 92
const ROW = 34
const GROUP = 40
const TOP = 44
const SIZE = 15

export function intervalsPicture({ name, room, from, ticks, heads, groups }: Intervals): Picture {
  const xOf = (at: number) => room + (Math.max(0, at - from) / (1 - from)) * LINE
  const columnOf = (index: number) => room + LINE + 56 + index * COLUMN
  const shapes: Shape[] = heads.map((head, index) =>
    label(columnOf(index), 18, head, { size: 13, anchor: 'end', isQuiet: true }),
  )
  let y = TOP
  for (const group of groups) {
    if (group.name !== undefined) {
      shapes.push(label(0, y + 24, group.name, { size: 14, isBold: true }))
      y += GROUP
    }
    for (const row of group.rows) {
      shapes.push(...rowShapes(row, y, room, xOf, columnOf))
      y += ROW
    }
  }
  const axis = ticks.flatMap(({ at, words, isLimit }) => [
    shape('path', {
      class: isLimit ? 'stroke limit' : 'stroke rule',
      d: `M${round(xOf(at))} 26V${isLimit ? y : 32}`,
      stroke: QUIET_INK,
      fill: 'none',
    }),
    label(xOf(at), 18, words, { size: 13, anchor: 'middle', isQuiet: true }),
  ])
  const line = shape('path', { class: 'stroke rule', d: `M${room} 32H${room + LINE}`, stroke: QUIET_INK, fill: 'none' })
  return { width: columnOf(heads.length - 1) + 4, height: y, name, shapes: [line, ...axis, ...shapes] }
}

function rowShapes(
  { name, look, isBold, value, low, high, words }: IntervalRow,
  top: number,
  room: number,
  xOf: (at: number) => number,
  columnOf: (index: number) => number,
): Shape[] {
  const middle = top + ROW / 2
  const title = fitted(name, SIZE, room - 30)
  return [
    label(14, middle + 5, title, { size: SIZE, isBold: isBold === true }),
    ...(look ? lines(look, [{ x: 14, y: middle + 12, length: Math.min(room - 44, widthOf(title, SIZE)) }]) : []),
    ...(low === undefined || high === undefined ? [] : [whisker(xOf(low), xOf(high), middle)]),
    ...(value === undefined
      ? []
      : [shape('circle', { class: 'ink', cx: round(xOf(value)), cy: middle, r: 5, fill: INK })]),
    ...words.map((text, index) =>
      label(columnOf(index), middle + 5, text, { size: SIZE, anchor: 'end', isBold: index === 0 }),
    ),
  ]
}

function whisker(from: number, to: number, y: number): Shape {
  const d = `M${round(from)} ${y}H${round(to)}M${round(from)} ${y - 6}V${y + 6}M${round(to)} ${y - 6}V${y + 6}`
  return shape('path', { class: 'stroke ink-line', d, stroke: INK, 'stroke-width': 2, fill: 'none' })
}

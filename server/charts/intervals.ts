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
/** On phones, where words stand over their line. */
const NARROW = { width: 340, edge: 6, row: 52, column: 90, size: 14 }

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
  const axis = [...axisShapes(ticks, xOf), ...limitShapes(ticks, { top: 26, bottom: y }, xOf)]
  const line = shape('path', { class: 'stroke rule', d: `M${room} 32H${room + LINE}`, stroke: QUIET_INK, fill: 'none' })
  return { width: columnOf(heads.length - 1) + 4, height: y, name, shapes: [line, ...axis, ...shapes] }
}

/** The same for narrow screens: a row's name and its first words over its line, so that nothing has to be scrolled to. */
export function narrowIntervalsPicture({ name, from, ticks, groups }: Intervals): Picture {
  const { width, edge, row: height, column, size } = NARROW
  const xOf = (at: number) => edge + (Math.max(0, at - from) / (1 - from)) * (width - 2 * edge)
  const rows = groups.flatMap((group) => group.rows)
  const columns = rows.some(({ words }) => words[1]) ? 2 : 1
  const shapes: Shape[] = []
  let y = TOP
  for (const group of groups) {
    if (group.name !== undefined) {
      shapes.push(label(0, y + 20, fitted(group.name, 13, width), { size: 13, isBold: true }))
      y += GROUP - 10
    }
    for (const { name, look, isBold, words, ...values } of group.rows) {
      const title = fitted(name, size, width - columns * column + (columns === 1 ? 30 : 50))
      shapes.push(
        label(0, y + 20, title, { size, isBold: isBold === true }),
        ...(look ? lines(look, [{ x: 0, y: y + 25, length: widthOf(title, size) }]) : []),
        ...words
          .slice(0, columns)
          .map((text, index) =>
            label(width - (columns - 1 - index) * column, y + 20, text, { size, anchor: 'end', isBold: index === 0 }),
          ),
        ...limitShapes(ticks, { top: y + 30, bottom: y + 46 }, xOf),
        ...valueShapes(values, y + 38, xOf),
      )
      y += height
    }
  }
  const line = shape('path', {
    class: 'stroke rule',
    d: `M${edge} 32H${width - edge}`,
    stroke: QUIET_INK,
    fill: 'none',
  })
  return { width, height: y, name, shapes: [line, ...axisShapes(ticks, xOf), ...shapes] }
}

function axisShapes(ticks: Intervals['ticks'], xOf: (at: number) => number): Shape[] {
  return ticks.flatMap(({ at, words }) => [
    upright(xOf(at), { top: 26, bottom: 32 }, 'rule'),
    label(xOf(at), 18, words, { size: 13, anchor: 'middle', isQuiet: true }),
  ])
}

/** Where the field has its customs. */
function limitShapes(ticks: Intervals['ticks'], range: Range, xOf: (at: number) => number): Shape[] {
  return ticks.filter(({ isLimit }) => isLimit).map(({ at }) => upright(xOf(at), range, 'limit'))
}

interface Range {
  readonly top: number
  readonly bottom: number
}

function upright(x: number, { top, bottom }: Range, kind: 'rule' | 'limit'): Shape {
  const d = `M${round(x)} ${top}V${bottom}`
  return shape('path', { class: `stroke ${kind}`, d, stroke: QUIET_INK, fill: 'none' })
}

function rowShapes(
  { name, look, isBold, words, ...values }: IntervalRow,
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
    ...valueShapes(values, middle, xOf),
    ...words.map((text, index) =>
      label(columnOf(index), middle + 5, text, { size: SIZE, anchor: 'end', isBold: index === 0 }),
    ),
  ]
}

function valueShapes(
  { value, low, high }: Pick<IntervalRow, 'value' | 'low' | 'high'>,
  y: number,
  xOf: (at: number) => number,
): Shape[] {
  return [
    ...(low === undefined || high === undefined ? [] : [whisker(xOf(low), xOf(high), y)]),
    ...(value === undefined ? [] : [shape('circle', { class: 'ink', cx: round(xOf(value)), cy: y, r: 5, fill: INK })]),
  ]
}

function whisker(from: number, to: number, y: number): Shape {
  const d = `M${round(from)} ${y}H${round(to)}M${round(from)} ${y - 6}V${y + 6}M${round(to)} ${y - 6}V${y + 6}`
  return shape('path', { class: 'stroke ink-line', d, stroke: INK, 'stroke-width': 2, fill: 'none' })
}

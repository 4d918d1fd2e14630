/** Columns side by side, each as wide as what it stands for is long, filled from below by shares of it. */
import { areas, type Box, hatchings, LINE_HEIGHT, type Look, lines, QUIET_INK } from './look.ts'
import { type Picture, round, type Shape, shape } from './svg.ts'
import { label, widthOf } from './words.ts'

export interface Column {
  readonly name: string
  /** What stands under the name. */
  readonly note: string
  /** Its width, in any unit. */
  readonly size: number
  /** For each layer from below: its share of the column, 0 to 1, and how that is written. */
  readonly shares: readonly { readonly share: number; readonly words: string }[]
}

export interface Columns {
  /** Tells the hatchings of several pictures in one page apart. */
  readonly id: string
  readonly name: string
  /** From below; undefined is what carries no look. */
  readonly layers: readonly (Look | undefined)[]
  readonly columns: readonly Column[]
  /** The ends and the middle of the scale, in words. */
  readonly scale: readonly [none: string, half: string, all: string]
}

const WIDTH = 1140
const LEFT = 56
const TOP = 8
const HEIGHT = 236
const BOTTOM = TOP + HEIGHT
const NAMES = BOTTOM + 20
const NOTES = BOTTOM + 37
const FAR_NAMES = BOTTOM + 58
const GAP = 2.5
const SMALL = 13

export function columnsPicture({ id, name, layers, columns, scale }: Columns): Picture {
  const places = placesOf(columns)
  const boxes = layers.map((_, layer) => columns.map((column, index) => boxOf(column, layer, places[index]!)))
  const shapes = [
    hatchings(id, layers),
    ...axis(scale),
    ...layers.flatMap((look, layer) => areas(id, look, boxes[layer]!)),
    ...layers.flatMap((look, layer) => (look ? lines(look, boxes[layer]!.filter(isVisible).map(footOf)) : [])),
    ...layers.flatMap((look, layer) => (look ? shareLabels(columns, layer, boxes[layer]!) : [])),
    ...names(columns, places),
  ]
  return { width: WIDTH, height: FAR_NAMES + 8, name, shapes }
}

interface Place {
  readonly x: number
  readonly width: number
}

/** Many columns stand closer together: the gaps take no more than an eighth of the width. */
function placesOf(columns: readonly Column[]): Place[] {
  const room = WIDTH - LEFT
  const gap = Math.min(GAP, room / 8 / Math.max(1, columns.length))
  const total = columns.reduce((sum, { size }) => sum + size, 0)
  const unit = total === 0 ? 0 : (room - gap * (columns.length - 1)) / total
  let x = LEFT
  return columns.map(({ size }) => {
    const place = { x, width: size * unit }
    x += place.width + gap
    return place
  })
}

function boxOf({ shares }: Column, layer: number, { x, width }: Place): Box {
  const below = shares.slice(0, layer).reduce((sum, { share }) => sum + share, 0)
  const height = (shares[layer]?.share ?? 0) * HEIGHT
  return { x, width, y: BOTTOM - below * HEIGHT - height, height }
}

function isVisible({ height }: Box): boolean {
  return height > 0
}

/** A layer stands on its line. */
function footOf({ x, y, width, height }: Box) {
  return { x, y: y + height - Math.min(LINE_HEIGHT, height) / 2, length: width }
}

function shareLabels(columns: readonly Column[], layer: number, boxes: readonly Box[]): Shape[] {
  return boxes.flatMap(({ x, y, width, height }, index) => {
    const words = columns[index]!.shares[layer]?.words ?? ''
    if (height < 26 || widthOf(words, 14) + 6 > width) return []
    return [label(x + width / 2, y + height / 2 + 4, words, { size: 14, anchor: 'middle', isBold: true })]
  })
}

/** A name stands under its column; where that is too narrow, a line leads to it, unless another name is in the way. */
function names(columns: readonly Column[], places: readonly Place[]): Shape[] {
  let takenUntil = 0
  return columns.flatMap(({ name, note }, index) => {
    const { x, width } = places[index]!
    const middle = x + width / 2
    const needed = widthOf(name, SMALL)
    const fits = (words: string) => widthOf(words, SMALL) <= width + GAP
    if (fits(name))
      return [
        label(middle, NAMES, name, { size: SMALL, anchor: 'middle' }),
        ...(fits(note) ? [label(middle, NOTES, note, { size: SMALL, anchor: 'middle', isQuiet: true })] : []),
      ]
    const from = Math.min(WIDTH - needed, Math.max(0, middle - needed / 2))
    if (from < takenUntil) return []
    takenUntil = from + needed + SMALL
    return [
      stroke(`M${round(middle)} ${BOTTOM + 5}V${FAR_NAMES - SMALL}`),
      label(from + needed / 2, FAR_NAMES, name, { size: SMALL, anchor: 'middle', isQuiet: true }),
    ]
  })
}

function axis(scale: Columns['scale']): Shape[] {
  return scale.flatMap((words, step) => {
    const y = BOTTOM - (step / 2) * HEIGHT
    return [
      stroke(`M${LEFT - 6} ${round(y)}h5`),
      label(LEFT - 11, y + 4, words, { size: SMALL, anchor: 'end', isQuiet: true }),
    ]
  })
}

function stroke(d: string): Shape {
  return shape('path', { class: 'stroke rule', d, stroke: QUIET_INK, fill: 'none' })
}

/** The article on paper, line by line, with a bar for each tag: the longer, the more people marked the line so. */
import { areas, type Box, INK, type Look, QUIET_INK, lines as strokes } from '../../charts/look.ts'
import { type Picture, type Shape, shape } from '../../charts/svg.ts'
import { label } from '../../charts/words.ts'
import type { IndexedText } from '../../text/code-points.ts'
import { overlap, type Span } from '../../text/span.ts'
import type { HeatLine } from '../wall/line-heat.ts'

export interface ReportLine {
  readonly number: number
  readonly kind: string
  readonly beginsBlock: boolean
  readonly text: string
}

/** A letter beside the lines of a passage that is talked about below. */
interface Bracket {
  readonly letter: string
  /** In units of a line from the top. */
  readonly top: number
  readonly height: number
}

/** In units of a line. */
const GAP = 0.45
const HEADLINE = 1.3

export function reportLines(body: IndexedText, lines: readonly HeatLine[]): ReportLine[] {
  return lines.map(({ line }, index) => ({
    number: line.number,
    kind: line.block.kind,
    beginsBlock: beginsBlock(lines, index),
    text: body.slice(line.start, line.inkEnd),
  }))
}

function beginsBlock(lines: readonly HeatLine[], index: number): boolean {
  return index > 0 && lines[index - 1]!.line.block !== lines[index]!.line.block
}

interface Placed {
  readonly top: number
  readonly height: number
}

/** Where each line stands; all together end where the last one does. */
function placesOf(lines: readonly HeatLine[]): Placed[] {
  let top = 0
  return lines.map(({ line }, index) => {
    if (beginsBlock(lines, index)) top += GAP
    const height = line.block.kind === 'headline' ? HEADLINE : 1
    const place = { top, height }
    top += height
    return place
  })
}

function bracketsOf(lines: readonly HeatLine[], passages: readonly Span[]): Bracket[] {
  const places = placesOf(lines)
  return passages.flatMap((passage, index) => {
    const held = places.filter((_, line) => overlap(lines[line]!.line, passage))
    const [first, last] = [held[0], held.at(-1)]
    return first && last
      ? [{ letter: letterOf(index), top: first.top, height: last.top + last.height - first.top }]
      : []
  })
}

export function letterOf(index: number): string {
  return String.fromCodePoint(65 + index)
}

/** A unit of the picture is a quarter of a millimetre on paper. */
const COLUMN = 70
const BETWEEN = 14
const UNITS_A_MILLIMETRE = 4
/** Of a line's height. */
const BAR = 0.62
/** On a page, in millimetres: all lines together, and one line at each size. */
const ROOM = 225
const SIZES = [4.3, 3.75, 3.2, 2.7, 2.2, 1.6] as const
export const SMALLEST_SIZE = SIZES.length

/**
 * The largest size at which all lines fit, from 1; one more than there are where they fit at none.
 * @param room in millimetres
 */
export function sizeFor(
  lines: readonly HeatLine[],
  room = ROOM,
): { readonly size: number; readonly millimetres: number } {
  const last = placesOf(lines).at(-1)
  const units = last ? last.top + last.height : 1
  const place = SIZES.findIndex((size) => size * units <= room)
  return place < 0
    ? { size: SIZES.length + 1, millimetres: room / units }
    : { size: place + 1, millimetres: SIZES[place]! }
}

/** As high as all lines; a thin line at the end of each column stands for everybody. */
export function barsBeside(lines: readonly HeatLine[], looks: readonly Look[], people: number, room = ROOM): Picture {
  const unit = sizeFor(lines, room).millimetres * UNITS_A_MILLIMETRE
  const places = placesOf(lines)
  const end = places.at(-1)
  const height = end ? (end.top + end.height) * unit : unit
  const columns = looks.flatMap((look, column): Shape[] => {
    const x = column * (COLUMN + BETWEEN)
    const boxes = lines.map(({ marked }, index) => {
      const { top, height } = places[index]!
      const y = (top + height / 2) * unit - (BAR * unit) / 2
      return { x, y, width: people === 0 ? 0 : (marked[column]! / people) * COLUMN, height: BAR * unit }
    })
    const edges = boxes
      .filter(({ width }) => width > 0.5)
      .map(({ x, y, width, height }) => `M${x} ${y}h${width.toFixed(1)}v${height}h${(-width).toFixed(1)}z`)
    return [
      // Without the hatching: in a bar as low as a line its line says the same, wherever the bar stands.
      ...areas('report', look, boxes).slice(0, 1),
      ...strokesIn(look, boxes),
      shape('path', { class: 'stroke edge', d: edges.join(''), fill: 'none', stroke: INK, 'stroke-width': 0.8 }),
      shape('path', { class: 'stroke', d: `M${x} 0V${height}`, stroke: INK, 'stroke-width': 1, fill: 'none' }),
      shape('path', {
        class: 'stroke rule',
        d: `M${x + COLUMN} 0V${height}`,
        stroke: QUIET_INK,
        'stroke-width': 0.8,
        fill: 'none',
      }),
    ]
  })
  return {
    width: looks.length * (COLUMN + BETWEEN) - BETWEEN + 1,
    height,
    name: '',
    shapes: columns,
  }
}

function strokesIn(look: Look, boxes: readonly Box[]): Shape[] {
  return strokes(
    look,
    boxes.map(({ x, y, width, height }) => ({ x, y: y + height / 2, length: width })),
  )
}

/** The letters of passages, with a bracket over their lines. */
export function bracketsBeside(lines: readonly HeatLine[], passages: readonly Span[]): Picture {
  const unit = sizeFor(lines).millimetres * UNITS_A_MILLIMETRE
  const last = placesOf(lines).at(-1)
  const shapes = bracketsOf(lines, passages).flatMap(({ letter, top, height }) => {
    const [from, to] = [top * unit + 1, (top + height) * unit - 1]
    return [
      shape('path', { class: 'stroke', d: `M2 ${from}h5V${to}h-5`, fill: 'none', stroke: INK, 'stroke-width': 1.4 }),
      label(10, (from + to) / 2 + 4, letter, { size: 12, isBold: true }),
    ]
  })
  return { width: 24, height: last ? (last.top + last.height) * unit : unit, name: '', shapes }
}

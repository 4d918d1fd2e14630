/** How a thing looks in a picture: a hue that helps, and a line that tells it apart without any colour. */
import { isColour, shadeOf } from './colours.ts'
import { round, type Shape, shape } from './svg.ts'

type BuiltInHue = 'reporting' | 'attribution' | 'framing' | 'other'
/** One of ours, or `hue-` and the digits of a colour that somebody chose. */
export type Hue = BuiltInHue | `hue-${string}`
export type Line = 'solid' | 'double' | 'wavy' | 'dotted' | 'dashed'

export interface Look {
  readonly hue: Hue
  readonly line: Line
}

interface Paint {
  readonly stroke: string
  readonly fill: string
  readonly opacity: number
}

/** Colours where no stylesheet of ours is, as tokens.css has them for light pages; a test keeps both alike. */
export const PALETTE = {
  reporting: { stroke: '#2a6f97', fill: '#2a7fb5', opacity: 0.25 },
  attribution: { stroke: '#8a5200', fill: '#d98a00', opacity: 0.27 },
  framing: { stroke: '#b0305c', fill: '#d02f6d', opacity: 0.23 },
  other: { stroke: '#4b463d', fill: '#50483c', opacity: 0.2 },
} as const satisfies Record<BuiltInHue, Paint>

/** A hue's colours in a file. */
function paintOf(hue: Hue): Paint {
  if (hue in PALETTE) return PALETTE[hue as BuiltInHue]
  const colour = hue.replace('hue-', '#')
  if (!isColour(colour)) return PALETTE.other
  const shade = shadeOf(colour, 'light')
  return { stroke: shade.hue, fill: shade.hue, opacity: shade.now }
}

export const INK = '#1d1b17'
export const QUIET_INK = '#4b463d'
const WASH = '#f2eee5'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Boxes of one look as one shape, or as what carries no look at all; and the same hatched, for paper and forced colours. */
export function areas(picture: string, look: Look | undefined, boxes: readonly Box[]): Shape[] {
  const filled = boxes.filter(({ width, height }) => width > 0 && height > 0)
  if (filled.length === 0) return []
  const d = filled
    .map(({ x, y, width, height }) => `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}z`)
    .join('')
  if (!look) return [shape('path', { class: 'area unmarked', d, fill: WASH })]
  const { fill, opacity } = paintOf(look.hue)
  return [
    shape('path', { class: `area ${look.hue}`, d, fill, 'fill-opacity': opacity }),
    shape('path', { class: 'hatch', d, fill: `url(#${picture}-${look.line})` }),
  ]
}

export interface Stretch {
  readonly x: number
  readonly y: number
  readonly length: number
}

/** Lines of one look as one shape, each with its middle at y. */
export function lines(look: Look, stretches: readonly Stretch[]): Shape[] {
  const drawn = stretches.filter(({ length }) => length > 0)
  if (drawn.length === 0) return []
  const d = drawn.map((stretch) => PATHS[look.line](stretch)).join('')
  const attributes = { class: `stroke ${look.hue}`, d, stroke: paintOf(look.hue).stroke, fill: 'none' }
  return [shape('path', { ...attributes, ...PENS[look.line] })]
}

const PENS: Readonly<Record<Line, Shape['attributes']>> = {
  solid: { 'stroke-width': 2.5 },
  double: { 'stroke-width': 1.4 },
  wavy: { 'stroke-width': 1.6 },
  dotted: { 'stroke-width': 2.5, 'stroke-dasharray': '2.5 2.5' },
  dashed: { 'stroke-width': 2, 'stroke-dasharray': '6 3' },
}

/** The height that the thickest line takes. */
export const LINE_HEIGHT = 5
const HALF_WAVE = 4
const AMPLITUDE = 3.6

const straight = ({ x, y, length }: Stretch) => `M${round(x)} ${round(y)}h${round(length)}`
const PATHS: Readonly<Record<Line, (stretch: Stretch) => string>> = {
  solid: straight,
  double: ({ x, y, length }) => straight({ x, y: y - 1.6, length }) + straight({ x, y: y + 1.6, length }),
  wavy: wave,
  dotted: straight,
  dashed: straight,
}

/** Whole waves, so that it begins and ends in the middle. */
function wave({ x, y, length }: Stretch): string {
  const halves = Math.max(1, Math.round(length / HALF_WAVE))
  const step = length / halves
  const more = `t${round(step)} 0`.repeat(halves - 1)
  return `M${round(x)} ${round(y)}q${round(step / 2)} ${-AMPLITUDE} ${round(step)} 0${more}`
}

const HATCH = { width: 8, height: 12 }

/** The hatchings that areas of these looks need, under the name of their picture. */
export function hatchings(picture: string, looks: readonly (Look | undefined)[]): Shape {
  const needed = new Set(looks.flatMap((look) => (look ? [look.line] : [])))
  const patterns = [...needed].map((line) =>
    shape(
      'pattern',
      { id: `${picture}-${line}`, ...HATCH, patternUnits: 'userSpaceOnUse' },
      shape('path', {
        class: 'stroke',
        d: PATHS[line]({ x: 0, y: HATCH.height / 2, length: HATCH.width }),
        fill: 'none',
        stroke: INK,
        ...PENS[line],
        'stroke-width': 1,
      }),
    ),
  )
  return shape('defs', {}, ...patterns)
}

/** Votes as one shape for each person, so that few are counted at a glance; each line of a look has its own shape. */
import { INK, type Line, type Look, PALETTE } from './look.ts'
import { type Picture, round, shape } from './svg.ts'

const WIDTH = 560
const HEIGHT = 28
const UNIT = 28

/** Around a middle, as wide as two radii. */
const SHAPES: Readonly<Record<Line, (x: number, y: number, r: number) => string>> = {
  solid: (x, y, r) => `M${round(x - r)} ${round(y - r)}h${round(2 * r)}v${round(2 * r)}h${round(-2 * r)}z`,
  double: (x, y, r) =>
    `M${round(x)} ${round(y - r)}l${round(r)} ${round(r)}l${round(-r)} ${round(r)}l${round(-r)} ${round(-r)}z`,
  wavy: circle,
  dotted: (x, y, r) => `M${round(x)} ${round(y - r)}l${round(r)} ${round(2 * r)}h${round(-2 * r)}z`,
  dashed: (x, y, r) => `M${round(x)} ${round(y + r)}l${round(r)} ${round(-2 * r)}h${round(-2 * r)}z`,
}

function circle(x: number, y: number, r: number): string {
  const across = `${round(r)} ${round(r)} 0 1 1`
  return `M${round(x - r)} ${round(y)}a${across} ${round(2 * r)} 0a${across} ${round(-2 * r)} 0z`
}

/** Shapes in a row; where they are many they stand closer. Without a look they are hollow. */
export function votesPicture(look: Look | undefined, count: number): Picture {
  const unit = Math.min(UNIT, WIDTH / Math.max(1, count))
  const r = unit * (look ? 0.42 : 0.36)
  const draw = look ? SHAPES[look.line] : circle
  const d = Array.from({ length: count }, (_, index) => draw((index + 0.5) * unit, HEIGHT / 2, r)).join('')
  const paint = look
    ? { class: `dot ${look.hue}`, fill: look.hue in PALETTE ? PALETTE[look.hue as keyof typeof PALETTE].stroke : INK }
    : { class: 'stroke hollow', fill: 'none', stroke: INK, 'stroke-width': 2 }
  return { width: WIDTH, height: HEIGHT, name: '', shapes: d ? [shape('path', { ...paint, d })] : [] }
}

const A_ROW = 10

/** Everybody in rows of ten: full who is done, hollow who is not. */
export function peoplePicture(done: number, all: number): Picture {
  const perRow = Math.max(A_ROW, Math.ceil(Math.sqrt(all * 2)))
  const unit = WIDTH / perRow
  const at = (index: number, r: number) =>
    circle(((index % perRow) + 0.5) * unit, (Math.floor(index / perRow) + 0.5) * unit, r)
  const d = (from: number, to: number, r: number) =>
    Array.from({ length: Math.max(0, to - from) }, (_, index) => at(from + index, r)).join('')
  const most = Math.max(done, all)
  return {
    width: WIDTH,
    height: round(Math.max(1, Math.ceil(most / perRow)) * unit),
    name: '',
    shapes: [
      shape('path', { class: 'ink', fill: INK, d: d(0, done, unit * 0.36) }),
      shape('path', { class: 'stroke', fill: 'none', stroke: INK, 'stroke-width': 2.5, d: d(done, most, unit * 0.33) }),
    ],
  }
}

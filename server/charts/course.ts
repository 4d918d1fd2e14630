/** How a number goes from a beginning to an end: points with their intervals over a line, and where the field has its customs. */
import { INK, QUIET_INK } from './look.ts'
import { type Picture, round, type Shape, shape } from './svg.ts'
import { label } from './words.ts'

export interface Course {
  readonly name: string
  /** Where values begin; they end at 1. */
  readonly from: number
  readonly ticks: readonly { readonly at: number; readonly words: string; readonly isLimit: boolean }[]
  /** In their order; `at` is from 0 to 1 of the whole way. */
  readonly points: readonly CoursePoint[]
  /** Written below, each with a second line. */
  readonly scale: readonly { readonly at: number; readonly words: string; readonly note: string }[]
}

interface CoursePoint {
  readonly at: number
  /** Undefined where there is no value: the line breaks off there. */
  readonly value: number | undefined
  readonly low?: number | undefined
  readonly high?: number | undefined
}

interface Frame {
  readonly width: number
  readonly height: number
  readonly size: number
}

const WIDE: Frame = { width: 760, height: 260, size: 13 }
/** On phones. */
const NARROW: Frame = { width: 340, height: 220, size: 13 }
const [LEFT, RIGHT, TOP, FOOT] = [52, 10, 12, 48]

export const coursePicture = (course: Course): Picture => pictureIn(course, WIDE)
export const narrowCoursePicture = (course: Course): Picture => pictureIn(course, NARROW)

function pictureIn({ name, from, ticks, points, scale }: Course, { width, height, size }: Frame): Picture {
  const xOf = (at: number) => LEFT + at * (width - LEFT - RIGHT)
  const yOf = (value: number) => TOP + (1 - Math.max(0, value - from) / (1 - from)) * height
  const bottom = TOP + height
  const flat = (y: number, to: number, kind: string) =>
    shape('path', { class: `stroke ${kind}`, d: `M${LEFT} ${round(y)}H${to}`, stroke: QUIET_INK, fill: 'none' })
  const across = (y: number, kind: string) => flat(y, width - RIGHT, kind)
  const tick = (y: number) => flat(y, LEFT - 5, 'rule')
  const upright = `M${LEFT} ${TOP}V${bottom}`
  const axis = shape('path', { class: 'stroke rule', d: upright, stroke: QUIET_INK, fill: 'none' })
  const rules = ticks.flatMap(({ at, words, isLimit }): Shape[] => [
    isLimit || at === from ? across(yOf(at), isLimit ? 'limit' : 'rule') : tick(yOf(at)),
    label(LEFT - 8, yOf(at) + 4, words, { size, anchor: 'end', isQuiet: true }),
  ])
  const below = scale.flatMap(({ at, words, note }): Shape[] => {
    const anchor = at === 0 ? 'start' : at === 1 ? 'end' : 'middle'
    return [
      label(xOf(at), bottom + 20, words, { size, anchor }),
      label(xOf(at), bottom + 38, note, { size, anchor, isQuiet: true }),
    ]
  })
  const shown = points.map((point) => ({ ...point, x: round(xOf(point.at)) }))
  return {
    width,
    height: bottom + FOOT,
    name,
    shapes: [axis, ...rules, ...below, ...wayOf(shown, yOf), ...shown.flatMap((point) => pointShapes(point, yOf))],
  }
}

type Placed = CoursePoint & { readonly x: number }

/** From point to point, as far as there are values. */
function wayOf(points: readonly Placed[], yOf: (value: number) => number): Shape[] {
  const d = points
    .flatMap(({ x, value }, place) => {
      if (value === undefined) return []
      const goesOn = place > 0 && points[place - 1]!.value !== undefined
      return [`${goesOn ? 'L' : 'M'}${x} ${round(yOf(value))}`]
    })
    .join('')
  return d === '' ? [] : [shape('path', { class: 'stroke way', d, stroke: QUIET_INK, fill: 'none' })]
}

function pointShapes({ x, value, low, high }: Placed, yOf: (value: number) => number): Shape[] {
  if (value === undefined) return []
  const [top, foot] = high === undefined || low === undefined ? [0, 0] : [round(yOf(high)), round(yOf(low))]
  const whisker = `M${x} ${top}V${foot}M${x - 4} ${top}h8M${x - 4} ${foot}h8`
  return [
    ...(top === foot
      ? []
      : [shape('path', { class: 'stroke ink-line', d: whisker, stroke: INK, 'stroke-width': 1.5, fill: 'none' })]),
    shape('circle', { class: 'ink', cx: x, cy: round(yOf(value)), r: 4.5, fill: INK }),
  ]
}

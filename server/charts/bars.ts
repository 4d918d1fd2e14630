/** Bars from left to right, each filled by shares of the same whole: how far things have come. */
import { areas, hatchings, LINE_HEIGHT, type Look, lines } from './look.ts'
import type { Picture, Shape } from './svg.ts'
import { fitted, label, widthOf } from './words.ts'

export interface Bars {
  /** Tells the hatchings of several pictures in one page apart. */
  readonly id: string
  readonly name: string
  /** From the left; undefined is what carries no look. */
  readonly layers: readonly (Look | undefined)[]
  /** Shares from 0 to 1, one for each layer, and what stands behind the bar. */
  readonly bars: readonly { readonly name: string; readonly shares: readonly number[]; readonly words: string }[]
}

const WIDTH = 1140
const LEFT = 260
const RIGHT = 220
const HEIGHT = 20
const ROW = 32
const SIZE = 14
/** On phones, where words stand over their bar. */
const NARROW = { width: 340, row: 58, top: 24 }

export function barsPicture({ id, name, layers, bars }: Bars): Picture {
  return {
    width: WIDTH,
    height: bars.length * ROW + 4,
    name,
    shapes: [
      ...filledBars({ id, layers, bars }, { left: LEFT, width: WIDTH - LEFT - RIGHT, top: 0, row: ROW }),
      ...bars.flatMap(({ name, words }, index) => [
        label(LEFT - 14, index * ROW + 15, fitted(name, SIZE, LEFT - 14), { size: SIZE, anchor: 'end' }),
        label(WIDTH - RIGHT + 14, index * ROW + 15, fitted(words, SIZE, RIGHT - 14), { size: SIZE, isQuiet: true }),
      ]),
    ],
  }
}

/** The same for narrow screens: a bar's name and words over it. */
export function narrowBarsPicture({ id, name, layers, bars }: Bars): Picture {
  const { width, row, top } = NARROW
  return {
    width,
    height: bars.length * row,
    name,
    shapes: [
      ...filledBars({ id: `${id}-narrow`, layers, bars }, { left: 0, width, top, row }),
      ...bars.flatMap(({ name, words }, index) => {
        const room = width - widthOf(words, SIZE) - 14
        return [
          label(0, index * row + 16, fitted(name, SIZE, room), { size: SIZE }),
          label(width, index * row + 16, words, { size: SIZE, anchor: 'end', isQuiet: true }),
        ]
      }),
    ],
  }
}

interface Place {
  readonly left: number
  readonly width: number
  /** Of the first bar. */
  readonly top: number
  readonly row: number
}

function filledBars({ id, layers, bars }: Omit<Bars, 'name'>, { left, width, top, row }: Place): Shape[] {
  const boxesOf = (layer: number) =>
    bars.map(({ shares }, index) => {
      const before = shares.slice(0, layer).reduce((sum, share) => sum + share, 0)
      return { x: left + before * width, y: top + index * row, width: (shares[layer] ?? 0) * width, height: HEIGHT }
    })
  const linesOf = (look: Look, layer: number) =>
    lines(
      look,
      boxesOf(layer).map(({ x, y, width }) => ({ x, y: y + HEIGHT - LINE_HEIGHT / 2, length: width })),
    )
  return [
    hatchings(id, layers),
    ...layers.flatMap((look, layer) => areas(id, look, boxesOf(layer))),
    ...layers.flatMap((look, layer) => (look ? linesOf(look, layer) : [])),
  ]
}

/** Bars from left to right, each filled by shares of the same whole: how far things have come. */
import { areas, hatchings, LINE_HEIGHT, type Look, lines } from './look.ts'
import type { Picture } from './svg.ts'
import { fitted, label } from './words.ts'

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

export function barsPicture({ id, name, layers, bars }: Bars): Picture {
  const room = WIDTH - LEFT - RIGHT
  const boxesOf = (layer: number) =>
    bars.map(({ shares }, index) => {
      const before = shares.slice(0, layer).reduce((sum, share) => sum + share, 0)
      return { x: LEFT + before * room, y: index * ROW, width: (shares[layer] ?? 0) * room, height: HEIGHT }
    })
  return {
    width: WIDTH,
    height: bars.length * ROW + 4,
    name,
    shapes: [
      hatchings(id, layers),
      ...layers.flatMap((look, layer) => areas(id, look, boxesOf(layer))),
      ...layers.flatMap((look, layer) =>
        look
          ? lines(
              look,
              boxesOf(layer).map(({ x, y, width }) => ({ x, y: y + HEIGHT - LINE_HEIGHT / 2, length: width })),
            )
          : [],
      ),
      ...bars.flatMap(({ name, words }, index) => [
        label(LEFT - 14, index * ROW + 15, fitted(name, SIZE, LEFT - 14), { size: SIZE, anchor: 'end' }),
        label(WIDTH - RIGHT + 14, index * ROW + 15, fitted(words, SIZE, RIGHT - 14), { size: SIZE, isQuiet: true }),
      ]),
    ],
  }
}

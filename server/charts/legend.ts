/** A picture that leaves its page takes along what stood around it: its title, and the names of its looks. */
import { areas, hatchings, LINE_HEIGHT, type Look, lines } from './look.ts'
import type { Picture } from './svg.ts'
import { shape } from './svg.ts'
import { fitted, label, widthOf } from './words.ts'

export interface LegendEntry {
  /** Undefined is what carries no look. */
  readonly look: Look | undefined
  readonly name: string
}

const TITLE = 18
const SIZE = 14
const SWATCH = { width: 30, height: 18 }
const BETWEEN = 28
const ROW = 30

/** The picture with a title and a legend over it. */
export function withLegend(picture: Picture, title: string, entries: readonly LegendEntry[]): Picture {
  let [x, y] = [0, ROW + 4]
  const shapes = entries.flatMap(({ look, name }) => {
    const needed = SWATCH.width + 8 + widthOf(name, SIZE)
    if (x > 0 && x + needed > picture.width) [x, y] = [0, y + ROW]
    const foot = { x, y: y + SWATCH.height - LINE_HEIGHT / 2, length: SWATCH.width }
    const drawn = [
      ...areas('legend', look, [{ x, y, ...SWATCH }]),
      ...(look ? lines(look, [foot]) : []),
      label(x + SWATCH.width + 8, y + SWATCH.height - 4, fitted(name, SIZE, picture.width - SWATCH.width - 8), {
        size: SIZE,
      }),
    ]
    x += needed + BETWEEN
    return drawn
  })
  const top = entries.length === 0 ? ROW : y + ROW + 4
  return {
    ...picture,
    height: picture.height + top,
    shapes: [
      label(0, TITLE, fitted(title, TITLE, picture.width), { size: TITLE, isBold: true }),
      hatchings(
        'legend',
        entries.map(({ look }) => look),
      ),
      ...shapes,
      shape('g', { transform: `translate(0 ${top})` }, ...picture.shapes),
    ],
  }
}

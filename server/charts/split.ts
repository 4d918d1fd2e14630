/** A whole in its parts, side by side, with their names and numbers under them. */
import { areas, hatchings, LINE_HEIGHT, type Look, lines } from './look.ts'
import type { Picture } from './svg.ts'
import { fitted, label } from './words.ts'

export interface Split {
  /** Tells the hatchings of several pictures in one page apart. */
  readonly id: string
  readonly name: string
  /** Shares from 0 to 1, which make the whole together. */
  readonly parts: readonly {
    readonly look: Look
    readonly name: string
    readonly share: number
    readonly words: string
  }[]
}

const WIDTH = 460
const HEIGHT = 22
const GAP = 2
/** Narrower parts have their words all the same. */
const LEAST = 126
const SIZE = 14

export function splitPicture({ id, name, parts }: Split): Picture {
  let x = 0
  let free = 0
  const placed = parts.map((part, index) => {
    const box = { x, y: 0, width: Math.max(0, part.share * WIDTH - GAP), height: HEIGHT }
    // What comes after it has room as well.
    const at = Math.min(Math.max(x, free), WIDTH - (parts.length - index) * LEAST)
    free = at + LEAST
    x += part.share * WIDTH
    return { ...part, box, at }
  })
  return {
    width: WIDTH,
    height: HEIGHT + 44,
    name,
    shapes: [
      hatchings(
        id,
        parts.map(({ look }) => look),
      ),
      ...placed.flatMap(({ look, box }) => [
        ...areas(id, look, [box]),
        ...lines(look, [{ x: box.x, y: HEIGHT - LINE_HEIGHT / 2, length: box.width }]),
      ]),
      ...placed.flatMap(({ name, words, at }) => [
        label(at, HEIGHT + 18, fitted(name, SIZE, LEAST - 6), { size: SIZE }),
        label(at, HEIGHT + 37, words, { size: SIZE, isBold: true }),
      ]),
    ],
  }
}

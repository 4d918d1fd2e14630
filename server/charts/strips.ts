/** A text from left to right, once for each reading of it, and under them where they differ. */
import { areas, hatchings, INK, LINE_HEIGHT, type Look, lines, QUIET_INK } from './look.ts'
import { type Picture, shape } from './svg.ts'
import { fitted, label } from './words.ts'

/** A stretch from 0 to 1 of the whole. */
export interface Piece {
  readonly from: number
  readonly to: number
  /** Undefined where nothing is marked. */
  readonly look: Look | undefined
}

export interface Strips {
  readonly id: string
  readonly name: string
  readonly strips: readonly { readonly name: string; readonly pieces: readonly Piece[] }[]
  /** The row of what differs. */
  readonly apart: { readonly name: string; readonly pieces: readonly Pick<Piece, 'from' | 'to'>[] }
}

const WIDTH = 1140
const LEFT = 180
const HEIGHT = 34
const ROW = 48
const APART = 12
const SIZE = 14
/** Pieces side by side are told apart by a gap, as long as there is room for one. */
const GAP = 1

export function stripsPicture({ id, name, strips, apart }: Strips): Picture {
  const room = WIDTH - LEFT
  const looks = differentLooks(strips.flatMap(({ pieces }) => pieces.map(({ look }) => look)))
  const rows = strips.flatMap((strip, index) => {
    const y = index * ROW
    const boxesOf = (look: Look | undefined) =>
      strip.pieces
        .filter((piece) => nameOf(piece.look) === nameOf(look))
        .map(({ from, to }) => {
          const width = (to - from) * room
          return { x: LEFT + from * room, y, width: width > 4 * GAP ? width - GAP : width, height: HEIGHT }
        })
    return [
      rowName(strip.name, y + HEIGHT / 2),
      ...looks.flatMap((look) => areas(id, look, boxesOf(look))),
      ...looks.flatMap((look) => {
        const feet = boxesOf(look).map(({ x, width }) => ({ x, y: y + HEIGHT - LINE_HEIGHT / 2, length: width }))
        return look ? lines(look, feet) : []
      }),
    ]
  })
  const top = strips.length * ROW
  const d = apart.pieces
    .map(({ from, to }) => `M${at(from)} ${top}h${at(to) - at(from)}v${APART}h${at(from) - at(to)}z`)
    .join('')
  return {
    width: WIDTH,
    height: top + APART + 8,
    name,
    shapes: [
      hatchings(id, looks),
      ...rows,
      rowName(apart.name, top + APART / 2),
      shape('path', {
        class: 'stroke rule',
        d: `M${LEFT} ${top + APART / 2}h${room}`,
        stroke: QUIET_INK,
        fill: 'none',
      }),
      ...(d ? [shape('path', { class: 'ink', d, fill: INK })] : []),
    ],
  }

  function at(share: number): number {
    return Math.round((LEFT + share * room) * 100) / 100
  }
}

function rowName(name: string, middle: number) {
  return label(LEFT - 14, middle + 5, fitted(name, SIZE, LEFT - 14), { size: SIZE, anchor: 'end' })
}

function differentLooks(looks: readonly (Look | undefined)[]): (Look | undefined)[] {
  return [...new Map(looks.map((look) => [nameOf(look), look])).values()]
}

function nameOf(look: Look | undefined): string {
  return look ? `${look.hue} ${look.line}` : ''
}

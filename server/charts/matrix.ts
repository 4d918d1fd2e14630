/** Pairs as a triangle of cells in one hue: the darker, the higher the value, which stands in it. */
import { type Picture, round, type Shape, shape } from './svg.ts'
import { fitted, label } from './words.ts'

export interface Matrix {
  readonly name: string
  readonly names: readonly string[]
  /** By the places of the two, the first one lower; a pair without a value has no shade. */
  readonly cells: readonly {
    readonly pair: readonly [number, number]
    readonly value: number | undefined
    readonly words: string
    readonly note: string
  }[]
}

const LEFT = 110
const CELL = { width: 84, height: 58 }
const GROUND = '#55618f'

export function matrixPicture({ name, names, cells }: Matrix): Picture {
  const xOf = (column: number) => LEFT + column * CELL.width
  const yOf = (row: number) => row * CELL.height
  const shapes: Shape[] = names.flatMap((one, place) => [
    ...(place === 0
      ? []
      : [label(LEFT - 12, yOf(place) + 34, fitted(one, 14, LEFT - 16), { size: 14, anchor: 'end' })]),
    ...(place === names.length - 1
      ? []
      : [
          label(xOf(place) + CELL.width / 2, yOf(place) + 36, fitted(one, 14, CELL.width - 6), {
            size: 14,
            anchor: 'middle',
            isQuiet: true,
          }),
        ]),
  ])
  for (const { pair, value, words, note } of cells) {
    const [column, row] = pair
    const [x, y] = [xOf(column), yOf(row)]
    shapes.push(
      shape('rect', {
        class: 'cell',
        ...{ x: x + 1, y: y + 1, width: CELL.width - 2, height: CELL.height - 2, rx: 3 },
        fill: GROUND,
        'fill-opacity': round(value === undefined ? 0 : 0.06 + 0.44 * Math.min(1, Math.max(0, value))),
      }),
      label(x + CELL.width / 2, y + 26, words, { size: 16, anchor: 'middle', isBold: true }),
      label(x + CELL.width / 2, y + 45, fitted(note, 12, CELL.width - 6), { size: 12, anchor: 'middle' }),
    )
  }
  return {
    width: xOf(Math.max(1, names.length - 1)) + CELL.width,
    height: yOf(names.length),
    name,
    shapes,
  }
}

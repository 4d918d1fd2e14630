/** The whole article in small beside the lines that the wall shows: where its heat lies, and where one is. */
import { INK, type Look, PALETTE, QUIET_INK } from '../../charts/look.ts'
import { type Picture, round, type Shape, shape } from '../../charts/svg.ts'
import { LINE_LENGTH } from '../../text/lines.ts'
import type { HeatLine } from './line-heat.ts'

const WIDTH = 90
/** Of a line beside it. */
const LINE = 61
const LONGEST = 78
const THICKEST = 15
/** Of the height of a line: the words, and the heat of all people. */
const WORDS = 0.16
const HEAT = 0.92

/**
 * @param room as many of the lines beside it as it is high
 * @param heat with the share of people, 0 to 1, that a line's heat stands for
 */
export function stripPicture(
  lines: readonly HeatLine[],
  shown: readonly HeatLine[],
  room: number,
  heat: { readonly look: Look; readonly of: (line: HeatLine) => number },
): Picture {
  const pitch = Math.min(THICKEST, (room * LINE) / Math.max(1, lines.length))
  const bar = (index: number, height: number) => {
    const { start, inkEnd } = lines[index]!.line
    const length = Math.min(1, (inkEnd - start) / LINE_LENGTH) * LONGEST
    const thickness = height * pitch
    return `M6 ${round((index + 0.5) * pitch - thickness / 2)}h${round(length)}v${round(thickness)}h${round(-length)}z`
  }
  const words = lines.map((_, index) => bar(index, WORDS)).join('')
  const hot = lines.map((line, index) => (heat.of(line) > 0 ? bar(index, heat.of(line) * HEAT) : '')).join('')
  const [first, last] = [lines.indexOf(shown[0]!), lines.indexOf(shown.at(-1)!)]
  const { hue } = heat.look
  const shapes: Shape[] = [shape('path', { class: 'quiet-ink', d: words, fill: QUIET_INK })]
  if (hot)
    shapes.push(
      shape('path', { class: `dot ${hue}`, d: hot, fill: hue in PALETTE ? PALETTE[hue as 'other'].stroke : INK }),
    )
  if (first >= 0)
    shapes.push(
      shape('path', {
        class: 'stroke window',
        d: `M1.5 ${round(first * pitch)}V${round((last + 1) * pitch)}`,
        stroke: INK,
        'stroke-width': 3,
        fill: 'none',
      }),
    )
  return { width: WIDTH, height: round(room * LINE), name: '', shapes }
}

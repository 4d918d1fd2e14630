/**
 * The marks of another reading as lines over the words, where one's own stand under them. They lie over the page,
 * outside the text, and move with it; drawn for what is in sight.
 */
import { findTag } from '../../../server/codebook/codebook.ts'
import { tagClasses } from '../../../server/codebook/tag-look.ts'
import { overlap, type Span } from '../../../server/text/span.ts'
import type { Desk } from '../desk.ts'
import { inNextFrame, svgElement } from '../dom.ts'
import type { TextPositions } from '../text/text-positions.ts'
import { type Box, linesOf } from '../text/word-frame.ts'

type Mark = Span & { readonly tag: string }

/** Between lines that lie above one another, in pixels. */
const LANE = 4
/** Length of a wave, in pixels. */
const WAVE = 4
/** A line lies a little below the top of its box: in headings that reaches into the line above. */
const BELOW_TOP = 0.1

/** @param marks in the order of the text */
export function keepLinesOver(desk: Desk, positions: TextPositions, marks: readonly Mark[]): void {
  const layer = svgElement('svg', { class: 'lines-over', width: 1, height: 1, 'aria-hidden': 'true' })
  const lanes = lanesOf(marks)
  const inSight = new Set<number>()
  document.body.append(layer)

  function pathsOf(mark: Mark): SVGElement[] {
    const tag = findTag(desk.codebook, mark.tag)
    const lane = lanes.get(mark) ?? 0
    return linesOf(positions, mark).map((line) =>
      svgElement('path', { class: tagClasses(tag), d: pathOver(line, lane, tag?.line) }),
    )
  }

  const draw = inNextFrame(() => {
    const blocks = desk.article.blocks.filter(({ start }) => inSight.has(start))
    layer.replaceChildren(...marks.filter((mark) => blocks.some((block) => overlap(block, mark))).flatMap(pathsOf))
  })

  const sight = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries)
        inSight[isIntersecting ? 'add' : 'delete'](Number((target as HTMLElement).dataset.start))
      draw()
    },
    { rootMargin: '30% 0px' },
  )
  for (const block of positions.blocks) sight.observe(block)
  const size = new ResizeObserver(draw)
  for (const one of [document.body, positions.root]) size.observe(one)
}

/** Mark → how many of those before it reach over its beginning: each of them has a line already. */
function lanesOf(marks: readonly Mark[]): Map<Mark, number> {
  let open: Mark[] = []
  return new Map(
    marks.map((mark) => {
      open = open.filter(({ end }) => end > mark.start)
      return [mark, open.push(mark) - 1]
    }),
  )
}

function pathOver(line: Box, lane: number, look: string | undefined): string {
  const [from, to] = [line.left + scrollX, line.right + scrollX]
  const y = line.top + scrollY + BELOW_TOP * (line.bottom - line.top) - lane * LANE
  const straight = (y: number) => `M${from} ${y}H${to}`
  if (look === 'double') return straight(y - 1.5) + straight(y + 1.5)
  if (look !== 'wavy') return straight(y)
  return `M${from} ${y}q${WAVE / 2} ${-WAVE} ${WAVE} 0${`t${WAVE} 0`.repeat(Math.max(0, Math.floor((to - from) / WAVE) - 1))}`
}

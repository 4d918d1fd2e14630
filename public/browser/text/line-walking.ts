/** Lines as they are on the screen: which word stands above another one, where a line ends, what can be seen. */
import type { Walking } from '../../../server/annotations/walking.ts'
import type { Span } from '../../../server/text/span.ts'
import { positionUnder } from './selecting.ts'
import type { TextPositions } from './text-positions.ts'
import { type Box, isSameLine, linesOf } from './word-frame.ts'

/** Height of what stands fixed at the top of the page, and room for the tag bar at its foot, in pixels. */
const TOP = 72
const FOOT = 96
/** Where hardly a line is in sight, the last one of what is revealed stays this far from the top, in pixels. */
const EDGE = 16
/** Air between a span and what stands fixed at the foot of the page, with room for a grip. */
const AIR = 40

/**
 * The word on the next line that stands nearest, above or below.
 * @param column where on the line to look, in pixels; undefined: where the word stands
 */
export function wordAbove(
  positions: TextPositions,
  walking: Walking,
  from: Span,
  column: number | undefined,
  isDown: boolean,
): { word: Span | undefined; column: number | undefined } {
  const here = edgeBox(positions, from, !isDown)
  if (!here) return { word: undefined, column }
  const x = column ?? (here.left + here.right) / 2
  let line: Box | undefined
  let best: { word: Span; distance: number } | undefined
  for (const word of onward(walking, from, isDown)) {
    const box = edgeBox(positions, word, isDown)
    if (!box || isSameLine(box, here)) continue
    line ??= box
    if (!isSameLine(box, line)) break
    const distance = Math.max(box.left - x, x - box.right, 0)
    if (!best || distance < best.distance) best = { word, distance }
  }
  return { word: best?.word, column: x }
}

/** The first or the last word of the line on which a word stands. */
export function lineEdge(positions: TextPositions, walking: Walking, from: Span, isEnd: boolean): Span {
  const here = edgeBox(positions, from, !isEnd)
  let last = from
  for (const word of onward(walking, from, isEnd)) {
    const box = edgeBox(positions, word, isEnd)
    if (!here || !box || !isSameLine(box, here)) break
    last = word
  }
  return last
}

/** The words after or before one, as far as somebody asks. */
function* onward(walking: Walking, from: Span, isForward: boolean): Generator<Span> {
  const step = (word: Span) => (isForward ? walking.next(word.end, 'word') : walking.previous(word.start, 'word'))
  for (let word = step(from); word; word = step(word)) yield word
}

function edgeBox(positions: TextPositions, word: Span, isFirst: boolean): Box | undefined {
  return linesOf(positions, word).at(isFirst ? 0 : -1)
}

/** The position of the first words that can be seen. */
export function wordOnTop(positions: TextPositions): number | undefined {
  const { left } = positions.root.getBoundingClientRect()
  for (let y = TOP; y < innerHeight; y += 12) {
    const position = positionUnder(positions, { clientX: left + 4, clientY: y })
    if (position !== undefined) return position
  }
  return undefined
}

/** Scrolls as far as it takes to see a span with a line above and below. */
export function reveal(positions: TextPositions, span: Span): void {
  const lines = linesOf(positions, span)
  const [first, last] = [lines[0], lines.at(-1)]
  if (!first || !last) return
  const lowest = Math.min(innerHeight - FOOT, bottomInSight() - AIR)
  if (first.top < TOP) scrollBy({ top: first.top - TOP - 24, behavior: 'instant' })
  else if (last.bottom > lowest)
    scrollBy({ top: Math.min(last.bottom - lowest + 24, Math.max(0, last.top - EDGE)), behavior: 'instant' })
}

/** How far down the window the text can be seen: to the sheet, or to the guide where it is a drawer at the foot. */
export function bottomInSight(): number {
  const feet = [...document.querySelectorAll<HTMLElement>('.desk-foot, .guide:not([hidden])')]
  const tops = feet.map((foot) => foot.getBoundingClientRect()).filter(({ right }) => right >= innerWidth / 2)
  return Math.min(innerHeight, ...tops.map(({ top }) => top))
}

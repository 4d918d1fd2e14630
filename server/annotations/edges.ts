/** Moving one edge of a span: to where somebody points, or by a step. What comes out can always be marked. */
import type { Article } from '../articles/article.ts'
import type { Span } from '../text/span.ts'
import { snap } from './snapping.ts'
import { spanFaults } from './span-rules.ts'
import type { Stride, Walking } from './walking.ts'

export type Edge = 'start' | 'end'

/** The span with an edge where somebody points, by whole words or characters. The edges never meet. */
export function edgeMovedTo(article: Article, span: Span, edge: Edge, position: number, stride: Stride): Span {
  const reached =
    edge === 'start'
      ? snap(article, Math.min(position, span.end - 1), span.end, stride)
      : snap(article, span.start, Math.max(position, span.start + 1), stride)
  if (!reached) return span
  const moved = edge === 'start' ? { start: reached.start, end: span.end } : { start: span.start, end: reached.end }
  // Where the other edge may not stay, as in some imports, it moves to where it may.
  return isSound(article, moved) ? moved : reached
}

/** The span with an edge one word or character on; undefined where it would be empty or leave the text. */
export function edgeStepped(
  article: Article,
  walking: Walking,
  span: Span,
  edge: Edge,
  isForward: boolean,
  stride: Stride,
): Span | undefined {
  const stop = isForward
    ? walking.next(edge === 'start' ? span.start + 1 : span.end, stride)
    : walking.previous(edge === 'start' ? span.start : span.end - 1, stride)
  const moved = stop && { ...span, [edge]: stop[edge] }
  if (!moved || moved.start >= moved.end) return undefined
  const sound = isSound(article, moved) ? moved : snap(article, moved.start, moved.end, 'character')
  return sound && sound[edge] !== span[edge] ? { start: sound.start, end: sound.end } : undefined
}

function isSound(article: Article, span: Span): boolean {
  return Object.keys(spanFaults(article, span)).length === 0
}

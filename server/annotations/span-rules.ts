/** May this span stand here? Bounds, white space, graphemes, and the quote that proves that both sides read the same text. */
import type { Article } from '../articles/article.ts'
import { isCoded } from '../text/blocks.ts'
import { WHITE_SPACE } from '../text/canonical.ts'
import type { Span } from '../text/span.ts'
import { isGraphemeBoundary } from '../text/words.ts'

export type SpanFault = 'outside-text' | 'empty' | 'not-markable' | 'white-space' | 'inside-grapheme'

/** Each end of the span that may not stand where it is. */
export function spanFaults(article: Article, span: Span): { start?: SpanFault; end?: SpanFault } {
  if (span.start < 0 || span.start >= article.body.length) return { start: 'outside-text' }
  if (span.end > article.body.length) return { end: 'outside-text' }
  if (span.start >= span.end) return { end: 'empty' }
  const start = startFault(article, span.start)
  const end = endFault(article, span.end)
  return { ...(start && { start }), ...(end && { end }) }
}

/** Why no span may start at a position of the text. */
export function startFault(article: Article, position: number): SpanFault | undefined {
  return edgeFault(article, position, position)
}

/** Why no span may end at a position of the text: an end is judged by the character before it. */
export function endFault(article: Article, position: number): SpanFault | undefined {
  return edgeFault(article, position - 1, position)
}

function edgeFault({ body, blocks }: Article, character: number, edge: number): SpanFault | undefined {
  if (WHITE_SPACE.test(body.slice(character, character + 1))) return 'white-space'
  const block = blocks.find((block) => block.start <= character && character < block.end)
  if (!block || !isCoded(block)) return 'not-markable'
  const from = body.toUtf16(block.start)
  const words = body.text.slice(from, body.toUtf16(block.end))
  return isGraphemeBoundary(words, body.toUtf16(edge) - from) ? undefined : 'inside-grapheme'
}

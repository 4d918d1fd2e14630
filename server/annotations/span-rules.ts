/** May this span stand here? Bounds, white space, graphemes, and the quote that proves that both sides read the same text. */
import type { Article } from '../articles/article.ts'
import { isCoded } from '../text/blocks.ts'
import { WHITE_SPACE } from '../text/canonical.ts'
import type { Span } from '../text/span.ts'
import { isGraphemeBoundary } from '../text/words.ts'

export type SpanFault = 'outside-text' | 'empty' | 'not-markable' | 'white-space' | 'inside-grapheme'

/** Each end of the span that may not stand where it is. An end is judged by the character before it. */
export function spanFaults(article: Article, span: Span): { start?: SpanFault; end?: SpanFault } {
  if (span.start >= article.body.length) return { start: 'outside-text' }
  if (span.end > article.body.length) return { end: 'outside-text' }
  if (span.start >= span.end) return { end: 'empty' }
  const start = edgeFault(article, span.start, span.start)
  const end = edgeFault(article, span.end - 1, span.end)
  return { ...(start && { start }), ...(end && { end }) }
}

function edgeFault(article: Article, character: number, edge: number): SpanFault | undefined {
  const block = article.blocks.find((block) => block.start <= character && character < block.end)
  if (!block || !isCoded(block))
    return WHITE_SPACE.test(article.body.slice(character, character + 1)) ? 'white-space' : 'not-markable'
  if (WHITE_SPACE.test(article.body.slice(character, character + 1))) return 'white-space'
  const from = article.body.toUtf16(block.start)
  const words = article.body.text.slice(from, article.body.toUtf16(block.end))
  return isGraphemeBoundary(words, article.body.toUtf16(edge) - from) ? undefined : 'inside-grapheme'
}

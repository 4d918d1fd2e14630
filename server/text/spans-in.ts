/** From ranges in the words of a stretch to spans of the whole text. */
import type { IndexedText } from './code-points.ts'
import type { Span } from './span.ts'
import type { Utf16Range } from './words.ts'

/**
 * What is found in a stretch of a text, such as a block of an article.
 * @param find the words of the stretch → ranges in them
 */
export function spansIn(body: IndexedText, stretch: Span, find: (words: string) => readonly Utf16Range[]): Span[] {
  const fromUtf16 = body.toUtf16(stretch.start)
  return find(body.slice(stretch.start, stretch.end)).map(({ startUtf16, endUtf16 }) => ({
    start: body.toCodePoints(fromUtf16 + startUtf16),
    end: body.toCodePoints(fromUtf16 + endUtf16),
  }))
}

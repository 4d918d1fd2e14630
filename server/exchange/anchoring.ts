/** Finding the place of a quote in a text that may be another one than it was taken from. */
import type { IndexedText } from '../text/code-points.ts'
import type { Span } from '../text/span.ts'

export type Anchoring = 'exact' | 'moved' | 'not-found'

export interface Anchor extends Span {
  readonly how: Exclude<Anchoring, 'not-found'>
}

/**
 * Where the words stand: at their place, or, where they may be looked for, at the nearest place that holds them.
 * Undefined where there is none.
 */
export function anchor(body: IndexedText, { start, end }: Span, quote: string, mayMove: boolean): Anchor | undefined {
  if (end <= body.length && body.slice(start, end) === quote) return { start, end, how: 'exact' }
  if (!mayMove || quote === '') return undefined
  let nearest: number | undefined
  for (let index = body.text.indexOf(quote); index !== -1; index = body.text.indexOf(quote, index + 1)) {
    const position = body.toCodePoints(index)
    if (nearest === undefined || Math.abs(position - start) < Math.abs(nearest - start)) nearest = position
  }
  return nearest === undefined ? undefined : { start: nearest, end: nearest + end - start, how: 'moved' }
}

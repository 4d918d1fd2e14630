/** Finding the place of a quote in a text that may be another one than it was taken from. */
import type { IndexedText } from '../text/code-points.ts'
import type { Span } from '../text/span.ts'

export type Anchoring = 'exact' | 'moved' | 'not-found'

/** How many marks and parts stand where they were said to stand. */
export type Anchored = Record<Anchoring, number>

/** Words that were looked for: where they were said to stand, and where they do. */
export interface Move {
  readonly quote: string
  readonly from: number
  /** Undefined where they stand nowhere. */
  readonly to: number | undefined
}

/** The same, and where a file states them. */
export interface Moved extends Move {
  readonly file?: string | undefined
  readonly line: number
}

export interface Anchor extends Span {
  readonly how: Exclude<Anchoring, 'not-found'>
}

/**
 * Where the words stand: at their place, or, where they may be looked for, at the nearest place that holds them.
 * Undefined where there is none.
 */
export function anchor(body: IndexedText, { start, end }: Span, quote: string, mayMove: boolean): Anchor | undefined {
  if (end <= body.length && body.slice(start, end) === quote) return { start, end, how: 'exact' }
  if (!mayMove) return undefined
  const index = nearestPlace(body.text, quote, body.toUtf16(Math.min(start, body.length)))
  if (index === undefined) return undefined
  return { start: body.toCodePoints(index), end: body.toCodePoints(index + quote.length), how: 'moved' }
}

/** Where words stand in a text, nearest to a place; both are UTF-16 indexes. */
export function nearestPlace(text: string, words: string, near: number): number | undefined {
  if (words === '') return undefined
  const after = text.indexOf(words, near)
  const before = text.lastIndexOf(words, near)
  if (after === -1) return before === -1 ? undefined : before
  return before !== -1 && near - before <= after - near ? before : after
}

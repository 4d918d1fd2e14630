/**
 * The ways in which others count positions. The words that a file states judge which one it is; a way holds for the
 * whole file, never for one span.
 */

import { indexText } from '../../../text/code-points.ts'
import { countWhere } from '../../../text/count-where.ts'
import type { Span } from '../../../text/span.ts'
import type { Utf16Range } from '../../../text/words.ts'

/** A span in the file's unit → a range of the text as it stands there; undefined where it lies outside. */
export type Counting = (span: Span) => Utf16Range | undefined

const BYTE_ORDER_MARK = /^\ufeff/g
const CR_BEFORE_LF = /\r(?=\n)/g

/** Likeliest first: code points, then UTF-16; with a byte order mark that counts or not, CR LF as two or as one. */
export function countings(text: string): Counting[] {
  const uncounted = [[], [BYTE_ORDER_MARK], [CR_BEFORE_LF], [BYTE_ORDER_MARK, CR_BEFORE_LF]]
    .filter((signs) => signs.every((sign) => text.search(sign) !== -1))
    .map((signs) => signs.flatMap((sign) => Array.from(text.matchAll(sign), ({ index }) => index)))
  const units = /[\ud800-\udfff]/.test(text) ? (['code points', 'UTF-16'] as const) : (['UTF-16'] as const)
  return units.flatMap((unit) =>
    uncounted.map((indexes) =>
      counting(
        text,
        indexes.sort((a, b) => a - b),
        unit,
      ),
    ),
  )
}

function counting(text: string, uncounted: readonly number[], unit: 'code points' | 'UTF-16'): Counting {
  const kept = [...uncounted, text.length].map((index, gap) =>
    text.slice(gap === 0 ? 0 : uncounted[gap - 1]! + 1, index),
  )
  const short = indexText(kept.join('').toWellFormed())
  const limit = unit === 'UTF-16' ? short.text.length : short.length
  // A character that does not count, at an edge, lies outside: before the start, after the end.
  const whole = (index: number, isStart: boolean) =>
    index + countWhere(uncounted.length, (gap) => uncounted[gap]! - gap < index + (isStart ? 1 : 0))
  return ({ start, end }) => {
    if (!(start >= 0 && start <= end && end <= limit)) return undefined
    const [from, to] = unit === 'UTF-16' ? [start, end] : [short.toUtf16(start), short.toUtf16(end)]
    return { startUtf16: whole(from, true), endUtf16: whole(to, false) }
  }
}

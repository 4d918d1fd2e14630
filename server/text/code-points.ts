/** The one file that knows both units: Unicode code points (everywhere) and UTF-16 code units (JavaScript strings, the DOM). */
import { countWhere } from './count-where.ts'

/** A text that can be sliced and measured in code points. All positions lie in 0 … length. */
export interface IndexedText {
  readonly text: string
  /** Number of code points. */
  readonly length: number
  /** Code point position → UTF-16 index. Throws RangeError outside the text. */
  toUtf16(position: number): number
  /** UTF-16 index → code point position; an index inside a surrogate pair counts as the pair's start. */
  toCodePoints(index: number): number
  /** The words of the half-open span `[start, end)`, in code points. */
  slice(start: number, end: number): string
}

/** Indexes a well-formed text: memory and time grow with its astral characters only, look-ups are logarithmic. */
export function indexText(text: string): IndexedText {
  const pairs = surrogatePairs(text)
  const length = text.length - pairs.length

  function toUtf16(position: number): number {
    if (!(position >= 0 && position <= length)) throw new RangeError(`${position} is outside a text of ${length}`)
    // The k-th pair starts at code point pairs[k] - k, so every pair that starts before the position adds one unit.
    return position + countWhere(pairs.length, (k) => pairs[k]! - k < position)
  }
  function toCodePoints(index: number): number {
    if (!(index >= 0 && index <= text.length)) throw new RangeError(`${index} is outside ${text.length} code units`)
    return index - countWhere(pairs.length, (k) => pairs[k]! < index)
  }
  return { text, length, toUtf16, toCodePoints, slice: (start, end) => text.slice(toUtf16(start), toUtf16(end)) }
}

/** Number of code points of a text. */
export function codePointLength(text: string): number {
  return text.length - surrogatePairs(text).length
}

/** UTF-16 indexes at which a surrogate pair starts, ascending. */
function surrogatePairs(text: string): number[] {
  return Array.from(text.matchAll(/[\u{10000}-\u{10ffff}]/gu), (match) => match.index)
}

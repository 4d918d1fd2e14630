/** Ranges of a text from elsewhere → spans of its canonical form. */
import type { IndexedText } from '../../../text/code-points.ts'
import type { Span } from '../../../text/span.ts'
import type { Utf16Range } from '../../../text/words.ts'
import { rawText } from './raw-text.ts'

export interface ForeignText {
  readonly body: IndexedText
  /**
   * An edge within what has become one character moves outward. Undefined where there is no such stretch: outside,
   * nothing in it, or an edge within a surrogate pair.
   */
  spanAt(range: Utf16Range): (Span & { readonly hasMoved: boolean }) | undefined
}

export function foreignText(text: string): ForeignText {
  const raw = rawText(text)
  const isWithinPair = (index: number) => isHigh(text, index - 1) && isLow(text, index)
  function moved(index: number, by: 1 | -1): [position: number | undefined, hasMoved: boolean] {
    let at = index
    while (raw.place(at, 'utf16') === undefined && at > 0 && at < text.length) at += by
    return [raw.place(at, 'utf16'), at !== index]
  }
  return {
    body: raw.body,
    spanAt({ startUtf16, endUtf16 }) {
      if (!(startUtf16 >= 0 && startUtf16 < endUtf16 && endUtf16 <= text.length)) return undefined
      if (isWithinPair(startUtf16) || isWithinPair(endUtf16)) return undefined
      const [start, startMoved] = moved(startUtf16, -1)
      const [end, endMoved] = moved(endUtf16, 1)
      if (start === undefined || end === undefined || start >= end) return undefined
      return { start, end, hasMoved: startMoved || endMoved }
    },
  }
}

function isHigh(text: string, index: number): boolean {
  return (text.charCodeAt(index) & 0xfc00) === 0xd800
}

function isLow(text: string, index: number): boolean {
  return (text.charCodeAt(index) & 0xfc00) === 0xdc00
}

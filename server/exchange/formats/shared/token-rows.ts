/** The tokens of a text for formats of rows: words and marks of punctuation, never with white space in them. */
import type { IndexedText } from '../../../text/code-points.ts'
import { sentences } from '../../../text/sentences.ts'
import type { Span } from '../../../text/span.ts'
import { segmentsOf, type Utf16Range } from '../../../text/words.ts'

const WORD = /\P{White_Space}+/gu

/**
 * The sentences of a text, each as its tokens, of which it has one at least. Together they are all of it but white space.
 * Sentences end where blocks do; tokens are cut at the positions that are handed in, too.
 */
export function tokenSentences(
  body: IndexedText,
  blocks: readonly Span[],
  cuts: Iterable<number> = [],
): readonly (readonly Utf16Range[])[] {
  const edges = blocks.flatMap(({ start, end }) => [start, end]).map((position) => body.toUtf16(position))
  const starts = ascending([...sentences(body.text).map(({ startUtf16 }) => startUtf16), ...edges])
  const bounds = ascending([...starts, ...Array.from(cuts, (position) => body.toUtf16(position))])
  const found: Utf16Range[][] = []
  let next = 0
  for (const token of cutAt(wordsOf(body.text), bounds)) {
    if (next < starts.length && starts[next]! <= token.startUtf16) found.push([])
    while (next < starts.length && starts[next]! <= token.startUtf16) next++
    found.at(-1)!.push(token)
  }
  return found
}

function wordsOf(text: string): Utf16Range[] {
  return segmentsOf(text, 'word').flatMap(({ startUtf16, endUtf16 }) =>
    Array.from(text.slice(startUtf16, endUtf16).matchAll(WORD), ({ 0: word, index }) => ({
      startUtf16: startUtf16 + index,
      endUtf16: startUtf16 + index + word.length,
    })),
  )
}

/** Ranges in order, cut at bounds in order. */
function* cutAt(ranges: readonly Utf16Range[], bounds: readonly number[]): Iterable<Utf16Range> {
  let next = 0
  for (const { startUtf16, endUtf16 } of ranges) {
    let from = startUtf16
    while (next < bounds.length && bounds[next]! < endUtf16) {
      const bound = bounds[next]!
      next++
      if (bound <= from) continue
      yield { startUtf16: from, endUtf16: bound }
      from = bound
    }
    yield { startUtf16: from, endUtf16 }
  }
}

function ascending(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b)
}

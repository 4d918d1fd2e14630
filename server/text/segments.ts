/** Spans that overlap → flat pieces that know what covers them. Drawing, shares and heat maps all start here. */
import { compareSpans, type Span } from './span.ts'

/** A stretch whose cover is the same throughout. */
export interface Segment<S extends Span> extends Span {
  /** The spans that cover it, outermost first: by start, the longer one first, equal ones in the order given. */
  readonly covers: readonly S[]
}

/**
 * Cuts `[from, to)` at every boundary of the spans. The segments follow one another without a gap, so glued together
 * they are the range; a stretch that nothing covers is a segment with no covers.
 */
export function segments<S extends Span>(spans: readonly S[], from: number, to: number): Segment<S>[] {
  return segmentsOfEach(spans, [{ start: from, end: to }])[0]!
}

/** The same for many ranges, which stand in order and do not overlap: the spans are walked once for all of them. */
export function segmentsOfEach<S extends Span>(spans: readonly S[], ranges: readonly Span[]): Segment<S>[][] {
  const waiting = spans.filter((span) => span.start < span.end).sort(compareSpans)
  let covers: readonly S[] = []
  let next = 0
  return ranges.map((range) => {
    const pieces: Segment<S>[] = []
    let start = range.start
    while (start < range.end) {
      const from = next
      while (next < waiting.length && waiting[next]!.start <= start) next++
      covers = [...covers, ...waiting.slice(from, next)].filter((span) => span.end > start)
      let end = Math.min(range.end, waiting[next]?.start ?? range.end)
      for (const span of covers) end = Math.min(end, span.end)
      pieces.push({ start, end, covers })
      start = end
    }
    return pieces
  })
}

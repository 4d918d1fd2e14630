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
  const waiting = spans.filter((span) => span.start < to && span.end > from && span.start < span.end).sort(compareSpans)
  const pieces: Segment<S>[] = []
  let covers: S[] = []
  let next = 0
  let start = from
  while (start < to) {
    while (next < waiting.length && waiting[next]!.start <= start) covers.push(waiting[next++]!)
    covers = covers.filter((span) => span.end > start)
    let end = Math.min(to, waiting[next]?.start ?? to)
    for (const span of covers) end = Math.min(end, span.end)
    pieces.push({ start, end, covers: [...covers] })
    start = end
  }
  return pieces
}

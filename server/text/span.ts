/** A half-open stretch `[start, end)` of a body, in code points. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Order of spans: by start, the longer one first. */
export function compareSpans(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end
}

export function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** Whether the inner span lies in the outer one; a span lies in itself. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

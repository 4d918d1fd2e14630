/** Addresses of desks, of the guide to them, and of the way to be let in. */
import type { Span } from '../text/span.ts'

/** The address of an article's desk in a round. */
export function deskPath(round: string, article: string): string {
  return `/rounds/${round}/articles/${article}`
}

/** Where who takes part in a workshop finds the desk of the workshop, from any address of its round. */
export function workshopOfRoundPath(round: string): string {
  return `/rounds/${round}/workshop`
}

/** The address of a round's guide. */
export function guidePath(round: string): string {
  return `/rounds/${round}/guide`
}

/** The address of the page on which somebody is let into a round. */
export function admissionPath(round: string): string {
  return `/rounds/${round}/admission`
}

/** The address of the page on which somebody compares their readings in a round with the reference. */
export function feedbackPath(round: string): string {
  return `/rounds/${round}/feedback`
}

/** The end of an address that opens a desk at a passage: `#at-120-180`. */
export function passageAnchor({ start, end }: Span): string {
  return `#at-${start}-${end}`
}

/** The passage that such an end names. */
export function passageOf(anchor: string): Span | undefined {
  const [, start, end] = /^#at-(\d{1,9})-(\d{1,9})$/.exec(anchor) ?? []
  return start === undefined || end === undefined ? undefined : { start: Number(start), end: Number(end) }
}

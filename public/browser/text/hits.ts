/**
 * The places that were found, painted over the words as passing highlights, as far as they are near what is in sight. Such
 * a highlight paints the line of a mark in ink; round the current one stands the frame of the cursor, which will stand there.
 */
import { overlap, type Span } from '../../../server/text/span.ts'
import { inNextFrame } from '../dom.ts'
import { paint } from '../marks/part-highlights.ts'
import type { TextPositions } from './text-positions.ts'
import { createWordFrame } from './word-frame.ts'

export interface Hits {
  show(places: readonly Span[], current: Span | undefined): void
  /** Marks that are drawn anew take the words with them. */
  repaint(): void
}

export function createHits(positions: TextPositions, spans: readonly Span[]): Hits {
  const inSight = new Set<Element>()
  const frame = createWordFrame(positions)
  let places: readonly Span[] = []

  const repaint = inNextFrame(() => {
    const near = spans.filter((_, index) => inSight.has(positions.blocks[index]!))
    const shown = places.filter((place) => near.some((span) => overlap(span, place)))
    paint('found', positions, shown)
  })

  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) inSight[isIntersecting ? 'add' : 'delete'](target)
      repaint()
    },
    { rootMargin: '30% 0px' },
  )
  for (const block of positions.blocks) observer.observe(block)

  return {
    show(found, current) {
      places = found
      frame.show(current)
      repaint()
    },
    repaint,
  }
}

/** Parts that only the chosen mark shows in the text. They are painted over the words, so that nothing is drawn anew. */
import type { Annotation } from '../../../server/annotations/annotation.ts'
import { SHOWN_ROLES } from '../../../server/annotations/mark-tree.ts'
import type { Span } from '../../../server/text/span.ts'
import type { TextPositions } from '../text/text-positions.ts'

/** Paints the parts of the open mark that do not show otherwise, and what is proposed for it. */
export function showOpenParts(
  positions: TextPositions,
  annotation: Annotation | undefined,
  proposals: readonly Span[],
): void {
  const parts = (annotation?.parts ?? []).filter(({ role }) => !SHOWN_ROLES.has(role))
  paint('content', positions, parts)
  paint('proposed', positions, proposals)
}

/** Paints places of the text as `::highlight(name)`, in place of what had that name before. */
export function paint(name: string, positions: TextPositions, places: readonly Span[]): void {
  const ranges = places.flatMap((place) => positions.rangeOf(place) ?? [])
  if (ranges.length > 0) CSS.highlights?.set(name, new Highlight(...ranges))
  else CSS.highlights?.delete(name)
}

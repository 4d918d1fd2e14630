/** What a view of the wall says of each piece of the text, and of each line in small. */
import { innermostOf } from '../../annotations/shares.ts'
import { findTag } from '../../codebook/codebook.ts'
import { tagClasses, tagLook } from '../../codebook/tag-look.ts'
import { segments } from '../../text/segments.ts'
import { overlap, type Span } from '../../text/span.ts'
import type { Marks } from './heat-map.ts'
import type { HeatLine } from './line-heat.ts'
import type { WallView } from './wall.ts'
import type { SingleReading, WallData } from './wall-page.ts'
import { apartAt, type Heat, type HeatAt, othersThan } from './wall-text-page.ts'

/** The reading that a view goes through piece by piece: the reference, or that of one person. */
export function readFor({ reference }: WallData, view: WallView, single: SingleReading | undefined): Marks | undefined {
  return view === 'single' ? single?.marks : view === 'reference' || view === 'profile' ? reference : undefined
}

const NOTHING: Heat = { share: 0, classes: '' }

/** What a view says of a piece. */
export function heatFor({ codebook, picture, changes, workshop }: WallData, view: WallView): HeatAt {
  const { people, heat } = picture
  const tag = findTag(codebook, view)
  const place = heat.tags.indexOf(view)
  const counted = (count: number, classes: string): Heat =>
    count === 0 ? NOTHING : { share: count / people, count, classes }
  if (people < workshop.settings.smallestGroup || view === 'covered') return () => NOTHING
  if (tag) return ({ marked }) => counted(marked[place]!, tagClasses(tag))
  if (view === 'marked')
    return ({ votes }) =>
      counted(
        votes.reduce((sum, count) => sum + count, 0),
        'other',
      )
  if (view === 'profile') return (piece, reference) => counted(othersThan(piece, people, heat.tags, reference), 'other')
  if (view === 'reference' || view === 'single')
    return (_, tag) =>
      tag === undefined ? NOTHING : { share: 0, classes: `read ${tagClasses(findTag(codebook, tag))}` }
  if (view === 'change') {
    const all = changes?.people ?? 0
    const movedAt = (piece: Span) => changes?.passages.find(({ before }) => overlap(before, piece))?.moved ?? 0
    return (piece) => {
      const count = movedAt(piece)
      return count === 0 ? NOTHING : { share: count / all, count, classes: 'other' }
    }
  }
  return (piece) => apartAt(piece, people)
}

/** The same line by line. */
export function stripHeat({ codebook, picture, workshop }: WallData, view: WallView, read: Marks = []) {
  const { people, heat } = picture
  const look = tagLook(findTag(codebook, view))
  const grey = { ...look, hue: 'other' } as const
  const place = heat.tags.indexOf(view)
  if (people < workshop.settings.smallestGroup || view === 'covered') return { look: grey, of: () => 0 }
  if (place >= 0) return { look, of: ({ marked }: HeatLine) => marked[place]! / people }
  if (view === 'marked') return { look: grey, of: ({ touched }: HeatLine) => touched / people }
  if (view === 'reference' || view === 'single')
    return { look: grey, of: ({ line }: HeatLine) => coveredShare(read, line.start, line.inkEnd) }
  return { look: grey, of: ({ disagreement }: HeatLine) => disagreement }
}

function coveredShare(marks: Marks, start: number, end: number): number {
  const covered = segments(marks, start, end).filter((piece) => innermostOf(piece) !== undefined)
  return covered.reduce((sum, piece) => sum + piece.end - piece.start, 0) / Math.max(1, end - start)
}

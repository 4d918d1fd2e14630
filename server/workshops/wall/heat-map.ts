/** What many people marked → pieces of the text with counts: how many marked them so, and where they part. */
import { innermostOf } from '../../annotations/shares.ts'
import { type Article, codedBlocks } from '../../articles/article.ts'
import { segments } from '../../text/segments.ts'
import type { Span } from '../../text/span.ts'

/** What one person marked. The same array as long as nothing in it changes. */
export type Marks = readonly (Span & { readonly tag: string })[]

/** How people treat a stretch, in the order of the tags. */
export interface Counts {
  /** So many lie under a mark of the tag, whatever other mark lies further in. */
  readonly marked: readonly number[]
  /** So many whose innermost mark has the tag: one for each person, or none where nothing is marked. */
  readonly votes: readonly number[]
}

/** A stretch of a block that everybody treats alike throughout. */
export type HeatPiece = Span & Counts

export interface HeatMap {
  readonly tags: readonly string[]
  readonly people: number
  /** In order, without a gap through every block that can be marked. */
  readonly pieces: readonly HeatPiece[]
}

/** Only coded text counts; marks of other tags than these do not. */
export function heatMap(article: Article, tags: readonly string[], readings: readonly Marks[]): HeatMap {
  const changes = new Map<number, Int32Array>()
  const changesAt = (position: number) =>
    changes.get(position) ?? changes.set(position, new Int32Array(2 * tags.length)).get(position)!
  for (const { start, end, under, innermost } of readings.flatMap(flat))
    for (const [position, step] of [[start, 1] as const, [end, -1] as const]) {
      const change = changesAt(position)
      for (const tag of under) if (tags.includes(tag)) change[tags.indexOf(tag)]! += step
      if (tags.includes(innermost)) change[tags.length + tags.indexOf(innermost)]! += step
    }
  const bounds = [...changes.keys()].sort((a, b) => a - b)
  const counts = new Int32Array(2 * tags.length)
  const pieces: HeatPiece[] = []
  let next = 0
  const passBounds = (until: number) => {
    for (; next < bounds.length && bounds[next]! <= until; next++)
      for (const [index, change] of changes.get(bounds[next]!)!.entries()) counts[index]! += change
  }
  for (const block of codedBlocks(article))
    for (let { start } = block; start < block.end; ) {
      passBounds(start)
      const end = Math.min(block.end, bounds[next] ?? block.end)
      const [marked, votes] = [[...counts.subarray(0, tags.length)], [...counts.subarray(tags.length)]]
      const last = pieces.at(-1)
      const goesOn = start > block.start && last && isEqual(last.marked, marked) && isEqual(last.votes, votes)
      if (goesOn) pieces[pieces.length - 1] = { ...last, end }
      else pieces.push({ start, end, marked, votes })
      start = end
    }
  return { tags, people: readings.length, pieces }
}

function isEqual(one: readonly number[], other: readonly number[]): boolean {
  return one.every((count, index) => count === other[index])
}

/** A stretch of what one person marked, with the tags of all marks over it and that of the innermost one. */
interface Flat extends Span {
  readonly under: ReadonlySet<string>
  readonly innermost: string
}

const flattened = new WeakMap<Marks, readonly Flat[]>()

/** A reading's marks as stretches that follow one another; most readings are as they were when it was last asked for. */
function flat(marks: Marks): readonly Flat[] {
  const known = flattened.get(marks)
  if (known) return known
  const end = marks.reduce((last, mark) => Math.max(last, mark.end), 0)
  const found = segments(marks, 0, end).flatMap((piece): Flat[] => {
    const mark = innermostOf(piece)
    const { start, end, covers } = piece
    return mark ? [{ start, end, under: new Set(covers.map(({ tag }) => tag)), innermost: mark.tag }] : []
  })
  flattened.set(marks, found)
  return found
}

/** How far each tag is the innermost one within a span, in code points, and how much of it is marked at all. */
export function extentsIn(span: Span, tags: readonly string[], marks: Marks): number[] {
  const extents = tags.map(() => 0)
  for (const { start, end, innermost } of flat(marks)) {
    const shared = Math.min(end, span.end) - Math.max(start, span.start)
    const place = tags.indexOf(innermost)
    if (shared > 0 && place >= 0) extents[place]! += shared
  }
  return extents
}

/** So many in whose reading a stretch lies under no mark. */
export function nothingOf({ votes }: Pick<Counts, 'votes'>, people: number): number {
  return votes.reduce((left, count) => left - count, people)
}

/**
 * How far a group parts, from 0 (all say the same) to 1 (as many say each thing that can be said): the entropy of its
 * groups, those included who say nothing, over the greatest there can be (Shannon 1948).
 */
export function disagreement(votes: readonly number[], people: number): number {
  if (people === 0) return 0
  // In order of size, so that the sum does not depend on who says what.
  const groups = [...votes, nothingOf({ votes }, people)].sort((a, b) => a - b)
  const entropy = groups.reduce(
    (sum, count) => sum - (count === 0 ? 0 : (count / people) * Math.log(count / people)),
    0,
  )
  return Math.max(0, entropy / Math.log(groups.length))
}

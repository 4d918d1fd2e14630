/** The passages in which readings part most: sentences, by how much their readers disagree and how long they do. */
import type { Annotation } from '../annotations/annotation.ts'
import { type Block, isCoded } from '../text/blocks.ts'
import type { IndexedText } from '../text/code-points.ts'
import { segmentsOfEach } from '../text/segments.ts'
import { sentencesIn } from '../text/sentences.ts'
import type { Span } from '../text/span.ts'
import { innermost } from './projection.ts'

export interface DisputedText {
  readonly body: IndexedText
  readonly blocks: readonly Block[]
  /** What each of its readers marked. */
  readonly readings: readonly (readonly Annotation[])[]
}

/** A stretch of a passage that all its readers treat alike among themselves: how many readings of it there are. */
export interface Stretch extends Span {
  /** How many different readings; 1 where all agree. */
  readonly readings: number
}

export interface Disputed extends Span {
  /** Observed disagreement (the share of pairs of readers who differ) times code points. */
  readonly weight: number
  /** Code points on which any two differ. */
  readonly length: number
  readonly stretches: readonly Stretch[]
}

/** Sentences on which readers differ, in the order of the text; none where fewer than two have read it. */
export function disputedIn({ body, blocks, readings }: DisputedText): Disputed[] {
  if (readings.length < 2) return []
  const tags = [...new Set(readings.flatMap((reading) => reading.map(({ tag }) => tag)))]
  const covers = readings.flatMap((reading, reader) =>
    innermost(reading.map(({ start, end, tag }) => ({ start, end, tag: tags.indexOf(tag) }))).map((unit) => ({
      ...unit,
      reader,
    })),
  )
  const spans = blocks.filter(isCoded).flatMap((block) => sentencesIn(body, block))
  return segmentsOfEach(covers, spans).flatMap((pieces, index) => {
    const stretches = joined(
      pieces.map(({ start, end, covers }) => {
        const said = new Array<number>(readings.length).fill(-1)
        for (const { reader, tag } of covers) said[reader] = tag
        return { start, end, said }
      }),
    )
    const weight = stretches.reduce((sum, { start, end, said }) => sum + (end - start) * disagreement(said), 0)
    if (weight === 0) return []
    const differing = stretches.filter(({ said }) => new Set(said).size > 1)
    return {
      ...spans[index]!,
      weight,
      length: differing.reduce((sum, { start, end }) => sum + end - start, 0),
      stretches: stretches.map(({ start, end, said }) => ({ start, end, readings: new Set(said).size })),
    }
  })
}

interface Said extends Span {
  /** The tag that each reader gives it; -1 is none. */
  readonly said: readonly number[]
}

/** Bounds inside which nobody says anything else are none. */
function joined(pieces: readonly Said[]): Said[] {
  const stretches: Said[] = []
  for (const piece of pieces) {
    const last = stretches.at(-1)
    if (last?.said.every((tag, reader) => tag === piece.said[reader]))
      stretches[stretches.length - 1] = { ...last, end: piece.end }
    else stretches.push(piece)
  }
  return stretches
}

/** The share of pairs of readers who differ (D_o of a unit: Krippendorff 2004, ch. 11). */
function disagreement(said: readonly number[]): number {
  const readers = said.length
  const counts = new Map<number, number>()
  for (const tag of said) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  const alike = [...counts.values()].reduce((sum, count) => sum + count * (count - 1), 0)
  return 1 - alike / (readers * (readers - 1))
}

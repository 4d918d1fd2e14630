/** The lines that the wall shows, as pieces with what stands under them. */
import { innermostOf } from '../../annotations/shares.ts'
import type { IndexedText } from '../../text/code-points.ts'
import { segments } from '../../text/segments.ts'
import { overlap, type Span } from '../../text/span.ts'
import { disagreement, type HeatPiece, type Marks, nothingOf } from './heat-map.ts'
import type { HeatLine } from './line-heat.ts'
import { levelOf } from './wall.ts'

export interface WallPiece {
  readonly text: string
  /** How thick the bar under it is, 0 to 15. */
  readonly level: number
  /** Of the bar's tag, or of the reading that is shown. */
  readonly classes: string
  /** How many people it stands for; undefined where it stands for none. */
  readonly count: number | undefined
}

export interface WallLine {
  readonly number: number
  readonly kind: string
  readonly beginsBlock: boolean
  /** Whether it holds words of the chosen passage. */
  readonly isChosen: boolean
  readonly pieces: readonly WallPiece[]
  /** The most people for whom any piece of it stands. */
  readonly most: number | undefined
}

/** What a view says of a stretch: how many people, or how much of a whole. */
export interface Heat {
  readonly share: number
  readonly count?: number | undefined
  readonly classes: string
}

/** Heat pieces and reference marks → stretches of a line, each with what the view says of it. */
export type HeatAt = (piece: HeatPiece, reference: string | undefined) => Heat

export function wallLines(
  body: IndexedText,
  {
    lines,
    all,
    pieces,
    reference,
    chosen,
    heatAt,
  }: {
    readonly lines: readonly HeatLine[]
    readonly all: readonly HeatLine[]
    readonly pieces: readonly HeatPiece[]
    readonly reference: Marks
    readonly chosen: Span | undefined
    readonly heatAt: HeatAt
  },
): WallLine[] {
  return lines.map(({ line }) => {
    const before = all[line.number - 2]
    const found: WallPiece[] = []
    for (const piece of pieces.filter((piece) => overlap(piece, line)))
      for (const part of segments(reference, Math.max(piece.start, line.start), Math.min(piece.end, line.inkEnd))) {
        const { share, count, classes } = heatAt(piece, innermostOf(part)?.tag)
        const [level, text] = [levelOf(share), body.slice(part.start, part.end)]
        const last = found.at(-1)
        const isSame = last && last.level === level && last.classes === classes && last.count === count
        if (isSame) found[found.length - 1] = { ...last, text: last.text + text }
        else found.push({ text, level, classes, count })
      }
    const counts = found.flatMap(({ count }) => count ?? [])
    return {
      number: line.number,
      kind: line.block.kind,
      beginsBlock: before !== undefined && before.line.block !== line.block,
      isChosen: chosen !== undefined && overlap(line, chosen),
      pieces: found,
      most: counts.length > 0 ? Math.max(...counts) : undefined,
    }
  })
}

/** How many of those who vote say something else than a reading does. */
export function othersThan(piece: HeatPiece, people: number, tags: readonly string[], tag: string | undefined): number {
  const place = tag === undefined ? -1 : tags.indexOf(tag)
  return people - (place < 0 ? nothingOf(piece, people) : piece.votes[place]!)
}

export function apartAt(piece: HeatPiece, people: number): Heat {
  const share = disagreement(piece.votes, people)
  return { share, classes: share === 0 ? '' : 'other' }
}

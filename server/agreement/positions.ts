/**
 * The line of positions on which a text is compared: its coded text without what lies between and beside it, in code
 * points, tokens or sentences. White space within a block counts as text.
 */

import { type Block, type BlockKind, isCoded } from '../text/blocks.ts'
import type { IndexedText } from '../text/code-points.ts'
import { countWhere } from '../text/count-where.ts'
import { sentencesIn } from '../text/sentences.ts'
import type { Span } from '../text/span.ts'
import { spansIn } from '../text/spans-in.ts'
import { segmentsOf, trimRange } from '../text/words.ts'
import type { PositionKind } from './continuum.ts'

export interface Line {
  readonly length: number
  /** Where the coded blocks begin. */
  readonly paragraphs: readonly number[]
  /** Of what kind each of them is. */
  readonly kinds: readonly BlockKind[]
  /** A span of the body → the positions that it touches; without extent where it touches none. */
  place(span: Span): Span
}

export type TextPosition = Exclude<PositionKind, 'position'>

export function lineOf(body: IndexedText, blocks: readonly Block[], kind: TextPosition): Line {
  const coded = blocks.filter(isCoded)
  const line =
    kind === 'character' ? lineOfCharacters(coded) : lineOfPieces(coded.flatMap((block) => piecesOf(body, block, kind)))
  return { ...line, paragraphs: coded.map((block) => line.place(block).start), kinds: coded.map(({ kind }) => kind) }
}

function lineOfCharacters(coded: readonly Block[]): Omit<Line, 'paragraphs' | 'kinds'> {
  const before: number[] = []
  let length = 0
  for (const { start, end } of coded) {
    before.push(length)
    length += end - start
  }
  const place = (position: number): number => {
    const index = countWhere(coded.length, (index) => coded[index]!.start <= position) - 1
    if (index < 0) return 0
    const { start, end } = coded[index]!
    return before[index]! + Math.min(position, end) - start
  }
  return { length, place: ({ start, end }) => ({ start: place(start), end: place(end) }) }
}

function lineOfPieces(pieces: readonly Span[]): Omit<Line, 'paragraphs' | 'kinds'> {
  const place = ({ start, end }: Span): Span => {
    const first = countWhere(pieces.length, (index) => pieces[index]!.end <= start)
    const last = countWhere(pieces.length, (index) => pieces[index]!.start < end)
    return { start: first, end: Math.max(first, last) }
  }
  return { length: pieces.length, place }
}

function piecesOf(body: IndexedText, block: Block, kind: 'token' | 'sentence'): Span[] {
  if (kind === 'sentence') return sentencesIn(body, block)
  return spansIn(body, block, (text) =>
    segmentsOf(text, 'word').filter((range) => {
      const { startUtf16, endUtf16 } = trimRange(text, range)
      return startUtf16 < endUtf16
    }),
  )
}

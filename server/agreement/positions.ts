/**
 * The line of positions on which a text is compared: its coded text without what lies between and beside it, in code
 * points, tokens or sentences. White space within a block counts as text.
 */
import { type Block, type BlockKind, isCoded } from '../text/blocks.ts'
import type { IndexedText } from '../text/code-points.ts'
import { sentences } from '../text/sentences.ts'
import type { Span } from '../text/span.ts'
import { segmentsOf, trimRange, type Utf16Range } from '../text/words.ts'
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
  const text = body.slice(block.start, block.end)
  const from = body.toUtf16(block.start)
  const isText = (range: Utf16Range) => {
    const { startUtf16, endUtf16 } = trimRange(text, range)
    return startUtf16 < endUtf16
  }
  const pieces = kind === 'sentence' ? sentences(text) : segmentsOf(text, 'word').filter(isText)
  return pieces.map(({ startUtf16, endUtf16 }) => ({
    start: body.toCodePoints(from + startUtf16),
    end: body.toCodePoints(from + endUtf16),
  }))
}

/** How many of the first n places satisfy a condition that holds up to some place and never after it. */
function countWhere(n: number, holds: (place: number) => boolean): number {
  let [low, high] = [0, n]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(middle)) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * A text broken once into lines, so that its line numbers are the same on every screen, wall and paper. Byline, credit
 * and repeat have none: they are no coded text, and a repeat is folded here and open there.
 */
import { type Block, isCoded } from './blocks.ts'
import { WHITE_SPACE } from './canonical.ts'
import { codePointLength, type IndexedText } from './code-points.ts'
import type { Span } from './span.ts'
import { segmentsOf } from './words.ts'

/** How wide a line may be, in letters of the Latin alphabet. */
export const LINE_LENGTH = 64

/** A line of a block that can be marked. The lines of a block, glued together, are the block. */
export interface Line extends Span {
  /** From 1 on, through the whole article. */
  readonly number: number
  readonly block: Block
  /** Where the white space at its end begins, which is part of it and has no width. */
  readonly inkEnd: number
}

/** One line in so many shows its number: on a screen with longer lines two would else stand in the same place. */
const NUMBERED = 5

/** The lines of the coded text, in order. They end where the text says so, at white space, or else inside a long word. */
export function linesOf(body: IndexedText, blocks: readonly Block[]): readonly Line[] {
  return brokenOf(body, blocks).lines
}

/** The lines that show their number. */
export function numberedLines(body: IndexedText, blocks: readonly Block[]): readonly Line[] {
  return brokenOf(body, blocks).numbered
}

interface Broken {
  readonly body: IndexedText
  readonly lines: readonly Line[]
  readonly numbered: readonly Line[]
}

/** A text never changes, and as long as somebody holds it, its lines need not be found again. */
const found = new WeakMap<readonly Block[], Broken>()

function brokenOf(body: IndexedText, blocks: readonly Block[]): Broken {
  const known = found.get(blocks)
  if (known?.body === body) return known
  const lines = newLinesOf(body, blocks)
  const broken = { body, lines, numbered: lines.filter(({ number }) => number % NUMBERED === 0) }
  found.set(blocks, broken)
  return broken
}

function newLinesOf(body: IndexedText, blocks: readonly Block[]): Line[] {
  const lines: Line[] = []
  for (const block of blocks.filter(isCoded))
    for (const { start, inkEnd, end } of filled(piecesOf(body.slice(block.start, block.end))))
      lines.push({
        number: lines.length + 1,
        block,
        start: block.start + start,
        inkEnd: block.start + inkEnd,
        end: block.start + end,
      })
  return lines
}

/** What stands on one line together: characters, and the white space after them. Positions are code points. */
interface Piece {
  readonly start: number
  inkEnd: number
  end: number
  width: number
  endsLine: boolean
  /** Its last character that is no white space. */
  last: Character | undefined
}

/** Pieces in order → lines, each with as many as there is room for. */
function filled(pieces: readonly Piece[]): Piece[] {
  const lines: Piece[] = []
  for (const piece of pieces) {
    const line = lines.at(-1)
    const gap = line && line.end > line.inkEnd ? 1 : 0
    const width = (line?.width ?? 0) + gap + piece.width
    if (!line || line.endsLine || width > LINE_LENGTH) lines.push(piece)
    else lines[lines.length - 1] = { ...piece, start: line.start, width }
  }
  return lines
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  for (const character of charactersOf(text)) {
    let piece = pieces.at(-1)
    if (!piece || beginsPiece(piece, character)) {
      const start = piece?.end ?? 0
      piece = { start, inkEnd: start, end: start, width: 0, endsLine: false, last: undefined }
      pieces.push(piece)
    }
    piece.end += character.length
    if (character.isSpace) piece.endsLine ||= character.text === '\n'
    else {
      piece.inkEnd = piece.end
      piece.width += character.width
      piece.last = character
    }
  }
  return pieces
}

/** Whether a line may end between a piece as it is and the next character. */
function beginsPiece(piece: Piece, next: Character): boolean {
  if (next.isSpace) return false
  if (piece.end > piece.inkEnd || piece.width + next.width > LINE_LENGTH) return true
  const { last } = piece
  if (!last) return false
  if (HYPHEN.test(last.text)) return piece.width > 1 && LETTER.test(next.text)
  return (last.width === 2 || next.width === 2) && !OPENS.test(last.text) && !CLOSES.test(next.text)
}

const HYPHEN = /^[-‐–—]$/u
const LETTER = /^\p{L}/u
/** What never stands at the end of a line, and what never begins one, where words have no spaces between them. */
const OPENS = /^[\p{Ps}\p{Pi}]/u
const CLOSES = /^[\p{Pe}\p{Pf}\p{Po}ー々]/u

/** What a reader takes for one character. */
interface Character {
  readonly text: string
  /** In code points. */
  readonly length: number
  readonly isSpace: boolean
  /** In letters of the Latin alphabet: an ideograph is as wide as two, and what cannot be seen has no width. */
  readonly width: number
}

function charactersOf(text: string): Character[] {
  if (PLAIN.test(text)) return Array.from(text, plainCharacter)
  return segmentsOf(text, 'character').map(({ startUtf16, endUtf16 }) => {
    const character = text.slice(startUtf16, endUtf16)
    const width = UNSEEN.test(character) ? 0 : WIDE.test(character) ? 2 : 1
    return { text: character, length: codePointLength(character), isSpace: isTurn(character), width }
  })
}

function plainCharacter(text: string): Character {
  return { text, length: 1, isSpace: isTurn(text), width: 1 }
}

/** White space at which a line may end. */
function isTurn(character: string): boolean {
  return character.length === 1 && WHITE_SPACE.test(character) && !KEEPS_TOGETHER.test(character)
}

/** In such a text, which is most, each code unit is a character, and none is wide. */
const PLAIN = /^[\t\n\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027\u202f-\u203e\u20a0-\u20bf]*$/
const KEEPS_TOGETHER = /^[\xa0\u2007\u202f]/
const UNSEEN = /^[\p{Default_Ignorable_Code_Point}\p{M}\p{Cc}]+$/u
/** East Asian Wide and Fullwidth (Unicode Standard Annex 11), as blocks, and what is shown as an emoji. */
const WIDE =
  /^(?:[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\p{Emoji}\ufe0f)/u

/** Words and graphemes of a text, by Unicode Standard Annex 29. Positions are UTF-16 indexes into the text handed in. */
import { WHITE_SPACE } from './canonical.ts'

// Making a segmenter costs more than using it: one of each is enough.
const words = new Intl.Segmenter('de', { granularity: 'word' })
const graphemes = new Intl.Segmenter('de', { granularity: 'grapheme' })

/** A stretch of a string, in UTF-16 indexes. */
export interface Utf16Range {
  readonly startUtf16: number
  readonly endUtf16: number
}

/** Whether a grapheme (what a reader takes for one character) begins here; the end of the text counts as such a place. */
export function isGraphemeBoundary(text: string, indexUtf16: number): boolean {
  if (indexUtf16 === text.length) return true
  return graphemes.segment(text).containing(indexUtf16)?.index === indexUtf16
}

/** The word, mark of punctuation or white space in which an index lies; the last one for the end of the text. */
export function wordAt(text: string, indexUtf16: number): Utf16Range {
  return rangeOf(words.segment(text).containing(Math.min(indexUtf16, text.length - 1)))
}

/** The grapheme in which an index lies; the last one for the end of the text. */
export function graphemeAt(text: string, indexUtf16: number): Utf16Range {
  return rangeOf(graphemes.segment(text).containing(Math.min(indexUtf16, text.length - 1)))
}

/** All words, marks of punctuation and white spaces of a text, or all its graphemes, in order. */
export function segmentsOf(text: string, kind: 'word' | 'character'): Utf16Range[] {
  return Array.from((kind === 'word' ? words : graphemes).segment(text), rangeOf)
}

function rangeOf(piece: Intl.SegmentData | undefined): Utf16Range {
  return piece
    ? { startUtf16: piece.index, endUtf16: piece.index + piece.segment.length }
    : { startUtf16: 0, endUtf16: 0 }
}

/** A range without the white space at its ends; empty where there is nothing else. */
export function trimRange(text: string, { startUtf16, endUtf16 }: Utf16Range): Utf16Range {
  while (startUtf16 < endUtf16 && WHITE_SPACE.test(text[startUtf16]!)) startUtf16++
  while (startUtf16 < endUtf16 && WHITE_SPACE.test(text[endUtf16 - 1]!)) endUtf16--
  return { startUtf16, endUtf16 }
}

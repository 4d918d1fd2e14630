/** Text as another program had it → the canonical body, with a way from positions in the one to positions in the other. */

import { canonical } from '../../../text/canonical.ts'
import { type IndexedText, indexText } from '../../../text/code-points.ts'
import { countWhere } from '../../../text/count-where.ts'
import type { Span } from '../../../text/span.ts'
import type { OffsetUnit } from '../../format.ts'

export interface RawText {
  /** As it came. */
  readonly text: string
  /** The canonical body. */
  readonly body: IndexedText
  /** A position in the raw text, in a unit → code points of the body; undefined outside, or within what became one. */
  place(position: number, unit: OffsetUnit): number | undefined
  /** A position in a unit → an index into the text; undefined outside, or within a character. */
  toUtf16(position: number, unit: OffsetUnit): number | undefined
  /** The inverse. */
  fromUtf16(index: number, unit: OffsetUnit): number | undefined
  /** The words of the raw text between two positions. */
  slice(start: number, end: number, unit: OffsetUnit): string | undefined
}

export function rawText(raw: string): RawText {
  const indexed = indexText(raw)
  const body = indexText(canonical(raw))
  const placed = raw === body.text ? indexed.toCodePoints : placingIn(raw, body)
  const isInside = (index: number) => isLow(raw, index) && isHigh(raw, index - 1)
  let graphemes: number[] | undefined
  const toUtf16 = (position: number, unit: OffsetUnit): number | undefined => {
    if (!Number.isInteger(position) || position < 0) return undefined
    if (unit === 'codepoint') return position <= indexed.length ? indexed.toUtf16(position) : undefined
    if (unit === 'utf16') return position <= raw.length && !isInside(position) ? position : undefined
    graphemes ??= graphemeStarts(raw)
    return graphemes[position]
  }
  return {
    text: raw,
    body,
    toUtf16,
    fromUtf16(index, unit) {
      if (unit === 'codepoint') return indexed.toCodePoints(index)
      if (unit === 'utf16') return index
      graphemes ??= graphemeStarts(raw)
      const place = graphemes.indexOf(index)
      return place === -1 ? undefined : place
    },
    place(position, unit) {
      const index = toUtf16(position, unit)
      return index === undefined ? undefined : placed(index)
    },
    slice(start, end, unit) {
      const [from, to] = [toUtf16(start, unit), toUtf16(end, unit)]
      return from === undefined || to === undefined ? undefined : raw.slice(from, to)
    },
  }
}

/** The unit in which every span shows its quote, or undefined where none does. Nothing is repaired span by span. */
export function unitThatFits(
  raw: RawText,
  spans: readonly (Span & { readonly quote: string })[],
  units: readonly OffsetUnit[],
  plain: (quote: string) => string = (quote) => quote,
): OffsetUnit | undefined {
  return units.find((unit) =>
    spans.every(({ start, end, quote }) => {
      const found = raw.slice(start, end, unit)
      return found !== undefined && plain(found) === plain(quote)
    }),
  )
}

/** A stretch that the canonical form changes as a whole: a line end, or a letter with what is written over it. */
const PIECES = /\r\n|[^\p{M}\u1160-\u11ff][\p{M}\u1160-\u11ff]*|[\p{M}\u1160-\u11ff]+/gsu

/** UTF-16 index in the raw text → code points of the body. */
function placingIn(raw: string, body: IndexedText): (index: number) => number | undefined {
  const bounds: number[] = []
  const places: number[] = []
  const changed: boolean[] = []
  let at = raw.length - raw.replace(/^\uFEFF+/, '').length
  let place = 0
  for (const [piece] of raw.slice(at).matchAll(PIECES)) {
    const canonicalPiece = piece.replace(/\r\n?/g, '\n').normalize('NFC')
    bounds.push(at)
    places.push(place)
    changed.push(canonicalPiece !== piece)
    at += piece.length
    place += canonicalPiece.length
  }
  bounds.push(at)
  places.push(place)
  changed.push(true)
  return (index) => {
    if (place !== body.text.length) return undefined
    const piece = countWhere(bounds.length, (k) => bounds[k]! <= index) - 1
    if (piece < 0) return index === 0 || bounds[0]! > index ? 0 : undefined
    const within = index - bounds[piece]!
    if (within > 0 && changed[piece]) return undefined
    return body.toCodePoints(places[piece]! + within)
  }
}

function graphemeStarts(raw: string): number[] {
  const segments = new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(raw)
  return [...Array.from(segments, ({ index }) => index), raw.length]
}

function isLow(text: string, index: number): boolean {
  return index > 0 && index < text.length && (text.charCodeAt(index) & 0xfc00) === 0xdc00
}

function isHigh(text: string, index: number): boolean {
  return (text.charCodeAt(index) & 0xfc00) === 0xd800
}

/** Where in a text annotations lie: by their positions where these show their quotes, else by the quotes. */
import type { Utf16Range } from '../../../text/words.ts'
import { DamagedFile } from '../lesart-lines.ts'
import { countings } from '../shared/counting.ts'
import type { ForeignRemark } from '../shared/foreign-reading.ts'
import type { Piece, WebAnnotation } from './annotations.ts'

export interface Ranges {
  readonly of: (piece: Piece) => Utf16Range
  readonly remarks: readonly ForeignRemark[]
}

/** All annotations of one text. Throws DamagedFile where a quote is not in it, or at more than one place it could be. */
export function rangesIn(text: string, annotations: readonly WebAnnotation[]): Ranges {
  const ranges = new Map<Piece, Utf16Range>()
  const remarks: ForeignRemark[] = []
  const pieces = annotations.flatMap(({ pieces, line }) => pieces.map((piece) => ({ piece, line })))
  const way = countings(text).find((way) =>
    pieces.every(({ piece: { position, exact } }) => {
      if (!position) return true
      const range = way(position)
      return range && (exact === undefined || text.slice(range.startUtf16, range.endUtf16) === exact)
    }),
  )
  for (const { piece, line } of pieces) {
    const range = (way && piece.position && way(piece.position)) ?? found(text, piece, line)
    if (!way && piece.position)
      remarks.push({
        line,
        message: `„${piece.exact}“ was found by its words: the positions are those of another text`,
      })
    ranges.set(piece, range)
  }
  return { of: (piece) => ranges.get(piece)!, remarks }
}

/** By the quote with what stands around it; where that is there several times, nothing is guessed but by the position. */
function found(text: string, { exact, prefix, suffix, position }: Piece, line: number): Utf16Range {
  if (exact === undefined) throw new DamagedFile(line, 'selector: there is neither a quote nor a position in this text')
  const whole = prefix + exact + suffix
  const places: number[] = []
  for (let at = text.indexOf(whole); at !== -1; at = text.indexOf(whole, at + 1)) places.push(at + prefix.length)
  const [first] = places
  if (first === undefined) throw new DamagedFile(line, `„${exact}“ is not in the text`)
  if (places.length > 1 && !position)
    throw new DamagedFile(line, `„${exact}“ stands in the text ${places.length} times; nothing says which one is meant`)
  const startUtf16 = position
    ? places.reduce((best, at) => (Math.abs(at - position.start) < Math.abs(best - position.start) ? at : best))
    : first
  return { startUtf16, endUtf16: startUtf16 + exact.length }
}

/**
 * Tokens as spaCy rebuilds a text from them: one blank after a word belongs to the word, any other white space is one
 * token; and nothing that is marked begins or ends within a token.
 */
import type { IndexedText } from '../../../text/code-points.ts'
import type { Span } from '../../../text/span.ts'
import { segmentsOf, trimRange } from '../../../text/words.ts'
import type { Omission } from '../../format.ts'
import { sumOf } from './omissions.ts'

export interface SpacyToken extends Span {
  /** Whether a blank follows that belongs to it. */
  readonly hasSpace: boolean
}

const BLANK = /^\p{White_Space}*$/u

export function spacyTokens(body: IndexedText, spans: readonly Span[]): SpacyToken[] {
  const tokens: SpacyToken[] = []
  let after = 0
  const close = (start: number) => {
    const last = tokens.at(-1)
    const hasSpace = last !== undefined && start > after && body.text[body.toUtf16(after)] === ' '
    if (last && hasSpace) tokens[tokens.length - 1] = { ...last, hasSpace }
    const from = hasSpace ? after + 1 : after
    if (from < start) tokens.push({ start: from, end: start, hasSpace: false })
  }
  for (const { start, end } of wordsOf(body, spans)) {
    close(start)
    tokens.push({ start, end, hasSpace: false })
    after = end
  }
  close(body.length)
  return tokens
}

/** Everything but white space, cut where words and spans begin and end. */
function* wordsOf(body: IndexedText, spans: readonly Span[]): Iterable<Span> {
  const borders = [...new Set(spans.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
  let next = 0
  for (const { startUtf16, endUtf16 } of segmentsOf(body.text, 'word')) {
    if (BLANK.test(body.text.slice(startUtf16, endUtf16))) continue
    let start = body.toCodePoints(startUtf16)
    const end = body.toCodePoints(endUtf16)
    while (next < borders.length && borders[next]! <= start) next++
    for (; next < borders.length && borders[next]! < end; next++) {
      yield { start, end: borders[next]! }
      start = borders[next]!
    }
    yield { start, end }
  }
}

/** A span without the white space at its ends; undefined where there is nothing else in it. */
export function trimmed<S extends Span>(body: IndexedText, span: S): S | undefined {
  const range = { startUtf16: body.toUtf16(span.start), endUtf16: body.toUtf16(span.end) }
  const { startUtf16, endUtf16 } = trimRange(body.text, range)
  if (startUtf16 === endUtf16) return undefined
  return { ...span, start: body.toCodePoints(startUtf16), end: body.toCodePoints(endUtf16) }
}

/** Spans that begin or end with white space: no token begins there. */
export const BLANK_ENDS: Omission = {
  what: 'white-space-at-ends',
  inArticle: (article) => {
    const isBlank = ({ start, end }: Span) => {
      const span = trimmed(article.body, { start, end })
      return !(span && span.start === start && span.end === end)
    }
    return sumOf((annotation) => [annotation, ...annotation.parts].filter(isBlank).length)(article)
  },
}

/** Two places where somebody pointed → the span they mean: whole words, no white space at its ends, inside the coded text. */
import { type Article, codedBlocks } from '../articles/article.ts'
import { WHITE_SPACE } from '../text/canonical.ts'
import { sentences } from '../text/sentences.ts'
import type { Span } from '../text/span.ts'
import { graphemeAt, type Utf16Range, wordAt } from '../text/words.ts'
import { endFault, startFault } from './span-rules.ts'

export type Granularity = 'character' | 'word' | 'sentence'

/**
 * Positions in code points, in either order; one position twice means what stands there.
 * Undefined where nothing that can be marked lies between them.
 */
export function snap(article: Article, from: number, to: number, granularity: Granularity): Span | undefined {
  const pointed = from === to ? characterAt(article, from) : { start: Math.min(from, to), end: Math.max(from, to) }
  const inked = narrowed(
    pointed,
    (start) => isInked(article, start),
    (end) => isInked(article, end - 1),
  )
  if (!inked) return undefined
  const { start } = pieceAt(article, inked.start, granularity)
  const { end } = pieceAt(article, inked.end - 1, granularity)
  return narrowed(
    { start, end },
    (start) => !startFault(article, start),
    (end) => !endFault(article, end),
  )
}

const WORD_CHARACTER = /[\p{L}\p{M}\p{N}]/u

/** Who points at the end of a word means the word, not the comma or the space after it. */
function characterAt(article: Article, position: number): Span {
  const isBeforeWord = isInked(article, position) && WORD_CHARACTER.test(characterOf(article, position))
  const start = !isBeforeWord && isInked(article, position - 1) ? position - 1 : position
  return { start, end: start + 1 }
}

function characterOf({ body }: Article, position: number): string {
  return body.slice(position, position + 1)
}

/** Whether a character stands there that can be marked and is no white space. */
function isInked(article: Article, position: number): boolean {
  return (
    codedBlocks(article).some((block) => block.start <= position && position < block.end) &&
    !WHITE_SPACE.test(characterOf(article, position))
  )
}

/** The span without what may not stand at its start and its end; undefined where nothing is left. */
function narrowed(
  { start, end }: Span,
  mayStart: (position: number) => boolean,
  mayEnd: (position: number) => boolean,
): Span | undefined {
  while (start < end && !mayStart(start)) start++
  while (start < end && !mayEnd(end)) end--
  return start < end ? { start, end } : undefined
}

/** The grapheme, word or sentence to which a character that can be marked belongs. */
function pieceAt(article: Article, position: number, granularity: Granularity): Span {
  const { body } = article
  const block = codedBlocks(article).find((block) => position < block.end)!
  const from = body.toUtf16(block.start)
  const text = body.text.slice(from, body.toUtf16(block.end))
  const { startUtf16, endUtf16 } = PIECES[granularity](text, body.toUtf16(position) - from)
  return { start: body.toCodePoints(from + startUtf16), end: body.toCodePoints(from + endUtf16) }
}

const PIECES: Readonly<Record<Granularity, (text: string, indexUtf16: number) => Utf16Range>> = {
  character: graphemeAt,
  word: wordAt,
  sentence: (text, indexUtf16) => sentences(text).find((sentence) => indexUtf16 < sentence.endUtf16)!,
}

/** Two places where somebody pointed → the span they mean: whole words, no white space at its ends, inside the coded text. */
import { type Article, codedBlocks } from '../articles/article.ts'
import type { Block } from '../text/blocks.ts'
import { WHITE_SPACE } from '../text/canonical.ts'
import { sentences } from '../text/sentences.ts'
import type { Span } from '../text/span.ts'
import { graphemeAt, type Utf16Range, wordAt } from '../text/words.ts'

export type Granularity = 'character' | 'word' | 'sentence'

/** Positions in code points, in either order. Undefined where nothing that can be marked lies between them. */
export function snap(article: Article, from: number, to: number, granularity: Granularity): Span | undefined {
  const start = snapStart(article, Math.min(from, to), granularity)
  const end = snapEnd(article, Math.max(from, to, Math.min(from, to) + 1), granularity)
  return start === undefined || end === undefined ? undefined : trimmed(article, start, end)
}

function snapStart(article: Article, position: number, granularity: Granularity): number | undefined {
  const blocks = codedBlocks(article)
  const block = blocks.find((block) => position < block.end)
  if (!block) return undefined
  return position <= block.start ? block.start : pieceAt(article, block, position, granularity).start
}

/** An end belongs to the character before it. */
function snapEnd(article: Article, position: number, granularity: Granularity): number | undefined {
  const blocks = codedBlocks(article)
  const block = blocks.findLast((block) => position > block.start)
  if (!block) return undefined
  return position >= block.end && granularity !== 'sentence'
    ? block.end
    : pieceAt(article, block, Math.min(position, block.end) - 1, granularity).end
}

/** The character, word or sentence of a block in which the character at a position lies. */
function pieceAt(article: Article, block: Block, position: number, granularity: Granularity): Span {
  const { body } = article
  const from = body.toUtf16(block.start)
  const text = body.text.slice(from, body.toUtf16(block.end))
  const { startUtf16, endUtf16 } = rangeAt(text, body.toUtf16(position) - from, granularity)
  return { start: body.toCodePoints(from + startUtf16), end: body.toCodePoints(from + endUtf16) }
}

function rangeAt(text: string, indexUtf16: number, granularity: Granularity): Utf16Range {
  if (granularity === 'character') return graphemeAt(text, indexUtf16)
  if (granularity === 'word') return wordAt(text, indexUtf16)
  return (
    sentences(text).find((sentence) => indexUtf16 < sentence.endUtf16) ?? {
      startUtf16: indexUtf16,
      endUtf16: indexUtf16,
    }
  )
}

/** Without white space and without what cannot be marked at both ends. */
function trimmed(article: Article, start: number, end: number): Span | undefined {
  const blocks = codedBlocks(article)
  const counts = (position: number) =>
    blocks.some((block) => block.start <= position && position < block.end) &&
    !WHITE_SPACE.test(article.body.slice(position, position + 1))
  while (start < end && !counts(start)) start++
  while (start < end && !counts(end - 1)) end--
  return start < end ? { start, end } : undefined
}

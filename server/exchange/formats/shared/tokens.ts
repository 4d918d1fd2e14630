/** The tokens and sentences of an article's coded text, with their places in the body. */
import { isCoded } from '../../../text/blocks.ts'
import { WHITE_SPACE } from '../../../text/canonical.ts'
import { sentences } from '../../../text/sentences.ts'
import type { Span } from '../../../text/span.ts'
import { segmentsOf, type Utf16Range } from '../../../text/words.ts'
import type { DatasetArticle } from '../../dataset.ts'

/** Of an article that is at hand: counting and writing need the same ones. */
const known = new WeakMap<DatasetArticle, readonly Span[]>()

/** Words and marks of punctuation. */
export function tokensOf(article: DatasetArticle): readonly Span[] {
  const tokens =
    known.get(article) ??
    piecesOf(article, (text) =>
      segmentsOf(text, 'word').filter(({ startUtf16 }) => !WHITE_SPACE.test(text[startUtf16]!)),
    )
  known.set(article, tokens)
  return tokens
}

export function sentencesOf(article: DatasetArticle): Span[] {
  return piecesOf(article, sentences)
}

function piecesOf({ body, blocks }: DatasetArticle, cut: (text: string) => Utf16Range[]): Span[] {
  return blocks.filter(isCoded).flatMap((block) => {
    const from = body.toUtf16(block.start)
    return cut(body.slice(block.start, block.end)).map(({ startUtf16, endUtf16 }) => ({
      start: body.toCodePoints(from + startUtf16),
      end: body.toCodePoints(from + endUtf16),
    }))
  })
}

/**
 * The items of each piece: pieces stand in order and do not overlap, items come in any order. Each item is looked at
 * only where it lies, so that a long text costs no more than a short one.
 */
export function touching<S extends Span>(pieces: readonly Span[], items: readonly S[]): S[][] {
  const found: S[][] = pieces.map(() => [])
  for (const item of items) {
    let [low, high] = [0, pieces.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (pieces[middle]!.end <= item.start) low = middle + 1
      else high = middle
    }
    for (let place = low; place < pieces.length && pieces[place]!.start < item.end; place++) found[place]!.push(item)
  }
  return found
}

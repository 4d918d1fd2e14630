/** The tokens and sentences of an article's coded text, with their places in the body. */

import { type Block, isCoded } from '../../../text/blocks.ts'
import { WHITE_SPACE } from '../../../text/canonical.ts'
import { countWhere } from '../../../text/count-where.ts'
import { sentencesIn } from '../../../text/sentences.ts'
import type { Span } from '../../../text/span.ts'
import { spansIn } from '../../../text/spans-in.ts'
import { segmentsOf, type Utf16Range } from '../../../text/words.ts'
import type { DatasetArticle } from '../../dataset.ts'

/** Of an article that is at hand: counting and writing need the same ones. */
const known = new WeakMap<DatasetArticle, readonly Span[]>()

/** Words and marks of punctuation. */
export function tokensOf(article: DatasetArticle): readonly Span[] {
  const tokens = known.get(article) ?? codedOf(article).flatMap((block) => spansIn(article.body, block, tokensIn))
  known.set(article, tokens)
  return tokens
}

function tokensIn(text: string): Utf16Range[] {
  return segmentsOf(text, 'word').filter(({ startUtf16 }) => !WHITE_SPACE.test(text[startUtf16]!))
}

export function sentencesOf(article: DatasetArticle): Span[] {
  return codedOf(article).flatMap((block) => sentencesIn(article.body, block))
}

function codedOf({ blocks }: DatasetArticle): Block[] {
  return blocks.filter(isCoded)
}

/**
 * The items of each piece: pieces stand in order and do not overlap, items come in any order. Each item is looked at
 * only where it lies, so that a long text costs no more than a short one.
 */
export function touching<S extends Span>(pieces: readonly Span[], items: readonly S[]): S[][] {
  const found: S[][] = pieces.map(() => [])
  for (const item of items) {
    const first = countWhere(pieces.length, (k) => pieces[k]!.end <= item.start)
    for (let place = first; place < pieces.length && pieces[place]!.start < item.end; place++) found[place]!.push(item)
  }
  return found
}

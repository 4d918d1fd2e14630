/** Where a cursor stops on its way through the coded text: at words, or at single characters. */
import { type Article, codedBlocks } from '../articles/article.ts'
import { quotations } from '../text/quotations.ts'
import { contains, type Span } from '../text/span.ts'
import { spansIn } from '../text/spans-in.ts'
import { segmentsOf } from '../text/words.ts'
import { snap } from './snapping.ts'

export type Stride = 'character' | 'word'

/** Positions in code points. Undefined where the text has no such stop. */
export interface Walking {
  /** The stop in which a position lies, else the next one, else the last one. */
  at(position: number, stride: Stride): Span | undefined
  /** The first stop that begins there or later. */
  next(position: number, stride: Stride): Span | undefined
  /** The last stop that ends there or earlier. */
  previous(position: number, stride: Stride): Span | undefined
}

/** What no cursor needs to stop at: white space, and for words also what only stands between them. */
const PASSED: Readonly<Record<Stride, RegExp>> = {
  character: /^\p{White_Space}|\p{White_Space}$/u,
  word: /^[\p{P}\p{M}\p{Cf}\p{White_Space}]*$/u,
}

/** Stops of a block are found when it is walked through first. */
export function createWalking(article: Article): Walking {
  const blocks = codedBlocks(article)
  const found: Readonly<Record<Stride, Map<number, Span[]>>> = { character: new Map(), word: new Map() }

  function stopsIn(index: number, stride: Stride): Span[] {
    const known = found[stride].get(index)
    if (known) return known
    const stops = stopsOf(article, blocks[index]!, stride)
    found[stride].set(index, stops)
    return stops
  }

  function next(position: number, stride: Stride): Span | undefined {
    for (let index = blocks.findIndex(({ end }) => position < end); index >= 0 && index < blocks.length; index++) {
      const stop = stopsIn(index, stride).find(({ start }) => position <= start)
      if (stop) return stop
    }
    return undefined
  }

  function previous(position: number, stride: Stride): Span | undefined {
    for (let index = blocks.findLastIndex(({ start }) => start < position); index >= 0; index--) {
      const stop = stopsIn(index, stride).findLast(({ end }) => end <= position)
      if (stop) return stop
    }
    return undefined
  }

  function around(position: number, stride: Stride): Span | undefined {
    const index = blocks.findIndex(({ start, end }) => start <= position && position < end)
    return index === -1
      ? undefined
      : stopsIn(index, stride).find(({ start, end }) => start <= position && position < end)
  }

  return {
    at: (position, stride) =>
      around(position, stride) ?? next(position, stride) ?? previous(article.body.length, stride),
    next,
    previous,
  }
}

function stopsOf({ body }: Article, block: Span, stride: Stride): Span[] {
  return spansIn(body, block, (text) =>
    segmentsOf(text, stride).filter(
      ({ startUtf16, endUtf16 }) => !PASSED[stride].test(text.slice(startUtf16, endUtf16)),
    ),
  )
}

/** The shortest quotation around a span, with its marks; where the span is one already, the next outer one. */
export function quotationAround(article: Article, span: Span): Span | undefined {
  const { body } = article
  const block = codedBlocks(article).find((block) => contains(block, span))
  if (!block) return undefined
  const [shortest] = spansIn(body, block, quotations)
    .filter((quotation) => contains(quotation, span) && quotation.end - quotation.start > span.end - span.start)
    .sort((a, b) => a.end - a.start - (b.end - b.start))
  return shortest && snap(article, shortest.start, shortest.end, 'character')
}

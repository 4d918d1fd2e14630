/** How much of the coded text carries which tag: the framing profile of a reading. */
import { type Article, codedBlocks } from '../articles/article.ts'
import { type Segment, segments } from '../text/segments.ts'
import type { Span } from '../text/span.ts'
import { keptPerBlock, reachingInto } from './per-block.ts'

export interface Shares {
  /** Code points of the coded text, white space left out. */
  readonly coded: number
  /** Tag id → its marks, and the code points whose innermost mark it is. */
  readonly tags: ReadonlyMap<string, { readonly marks: number; readonly codePoints: number }>
  /** Code points without any mark. */
  readonly unmarked: number
}

type Tagged = Span & { readonly tag: string }

/** Shares of a reading. Each character counts once, for its innermost mark. */
export function sharesOf(article: Article, annotations: readonly Tagged[]): Shares {
  const tags = new Map<string, { marks: number; codePoints: number }>()
  const entry = (tag: string) => tags.get(tag) ?? tags.set(tag, { marks: 0, codePoints: 0 }).get(tag)!
  for (const annotation of annotations) entry(annotation.tag).marks++
  let coded = 0
  let unmarked = 0
  const blocks = codedBlocks(article)
  for (const [index, over] of reachingInto(annotations, blocks, (annotation) => [annotation]).entries())
    for (const [tag, count] of inkPerTag(blocks[index]!, over, article)) {
      coded += count
      if (tag === undefined) unmarked += count
      else entry(tag).codePoints += count
    }
  return { coded, tags, unmarked }
}

const inkPerTag = keptPerBlock((block, over: readonly Tagged[], article: Article) => {
  const counts = new Map<string | undefined, number>()
  for (const piece of segments(over, block.start, block.end)) {
    const tag = innermostOf(piece)?.tag
    counts.set(tag, (counts.get(tag) ?? 0) + inkOf(article, piece))
  }
  return counts
})

/** The mark for which a piece counts. */
export function innermostOf<S extends Span>({ covers }: Segment<S>): S | undefined {
  return covers.at(-1)
}

/** Code points of a stretch, white space left out. */
export function inkOf({ body }: Article, { start, end }: Span): number {
  return end - start - (body.slice(start, end).match(/\p{White_Space}/gu)?.length ?? 0)
}

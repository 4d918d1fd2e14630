/** How much of the coded text carries which tag: the framing profile of a reading. */
import { type Article, codedBlocks } from '../articles/article.ts'
import { type Segment, segmentsOfEach } from '../text/segments.ts'
import type { Span } from '../text/span.ts'

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
  for (const piece of segmentsOfEach(annotations, codedBlocks(article)).flat()) {
    const count = inkOf(article, piece)
    const innermost = innermostOf(piece)
    coded += count
    if (innermost) entry(innermost.tag).codePoints += count
    else unmarked += count
  }
  return { coded, tags, unmarked }
}

/** The mark for which a piece counts. */
export function innermostOf<S extends Span>({ covers }: Segment<S>): S | undefined {
  return covers.at(-1)
}

/** Code points of a stretch, white space left out. */
export function inkOf({ body }: Article, { start, end }: Span): number {
  return end - start - (body.slice(start, end).match(/\p{White_Space}/gu)?.length ?? 0)
}

/** Two readings of one text → where they part. Spans and tags are compared, not what is answered about them. */
import type { Article } from '../articles/article.ts'
import { type Codebook, findTag, inLanguage } from '../codebook/codebook.ts'
import { tagClasses } from '../codebook/tag-look.ts'
import { compareSpans, type Span } from '../text/span.ts'

/** The same words under another tag · the same tag with other bounds · marked in one of the readings only. */
export type DifferenceKind = 'other-tag' | 'other-bounds' | 'only-mine' | 'only-theirs'

export interface Tagged extends Span {
  readonly tag: string
  /** Why, in the annotator's words. */
  readonly note?: string | undefined
}

/** From the first to the last character that either side marks. */
export interface Difference<M extends Tagged> extends Span {
  readonly kind: DifferenceKind
  readonly mine: M | undefined
  readonly theirs: M | undefined
}

/**
 * Pairs every mark with at most one of the other reading. First those with the same words and tag: they agree. Then
 * those with the same words, then those with the same tag that overlap, the most shared characters first. What is left
 * stands in one reading only. Differences come in the order of the text; swapping the readings swaps their sides.
 */
export function differences<M extends Tagged>(mine: readonly M[], theirs: readonly M[]): Difference<M>[] {
  const left = { mine: new Set(mine), theirs: new Set(theirs) }
  const close = closestFirst(overlapping(mine, theirs))
  const pairUp = (isPair: (a: M, b: M) => boolean): [M, M][] =>
    close.filter(([a, b]) => {
      const isFound = left.mine.has(a) && left.theirs.has(b) && isPair(a, b)
      if (isFound) {
        left.mine.delete(a)
        left.theirs.delete(b)
      }
      return isFound
    })
  const sameWords = (a: M, b: M) => compareSpans(a, b) === 0
  pairUp((a, b) => sameWords(a, b) && a.tag === b.tag)
  return [
    ...pairUp(sameWords).map(([a, b]) => difference('other-tag', a, b)),
    ...pairUp((a, b) => a.tag === b.tag).map(([a, b]) => difference('other-bounds', a, b)),
    ...[...left.mine].map((a) => difference('only-mine', a, undefined)),
    ...[...left.theirs].map((b) => difference('only-theirs', undefined, b)),
  ].sort(compareSpans)
}

function difference<M extends Tagged>(kind: DifferenceKind, mine: M | undefined, theirs: M | undefined): Difference<M> {
  const sides = [mine, theirs].filter((side) => side !== undefined)
  const start = Math.min(...sides.map((side) => side.start))
  const end = Math.max(...sides.map((side) => side.end))
  return { kind, start, end, mine, theirs }
}

/** All pairs that share a character: one walk over both readings, with the marks that are open at each beginning. */
function overlapping<M extends Span>(mine: readonly M[], theirs: readonly M[]): [M, M][] {
  const pairs: [M, M][] = []
  let open = { mine: [] as M[], theirs: [] as M[] }
  const sides = [mine.map((mark) => ({ mark, isMine: true })), theirs.map((mark) => ({ mark, isMine: false }))].flat()
  for (const { mark, isMine } of sides.sort((a, b) => compareSpans(a.mark, b.mark))) {
    const goesOn = ({ end }: M) => end > mark.start
    open = { mine: open.mine.filter(goesOn), theirs: open.theirs.filter(goesOn) }
    if (isMine) pairs.push(...open.theirs.map((other): [M, M] => [mark, other]))
    else pairs.push(...open.mine.map((other): [M, M] => [other, mark]))
    open[isMine ? 'mine' : 'theirs'].push(mark)
  }
  return pairs
}

/** The pair that shares most first, then the earlier one; whose side is whose does not matter. */
function closestFirst<M extends Span>(pairs: readonly [M, M][]): [M, M][] {
  const ranked = pairs.map((pair) => ({ pair, rank: rankOf(...pair) }))
  return ranked.sort((a, b) => compareRanks(a.rank, b.rank)).map(({ pair }) => pair)
}

function rankOf(a: Span, b: Span): number[] {
  const [from, first] = [Math.max(a.start, b.start), Math.min(a.start, b.start)]
  const [to, last] = [Math.min(a.end, b.end), Math.max(a.end, b.end)]
  return [from - to, first, from, to, last]
}

function compareRanks(one: readonly number[], other: readonly number[]): number {
  const index = one.findIndex((number, index) => number !== other[index])
  return index === -1 ? 0 : one[index]! - other[index]!
}

/** One side of a difference, as people read it. */
export interface Side {
  readonly label: string
  readonly classes: string
  readonly quote: string
  readonly note?: string
}

export interface DifferenceRow extends Span {
  readonly kind: DifferenceKind
  readonly mine: Side | undefined
  readonly theirs: Side | undefined
}

/** Differences → what page and script show of them. */
export function differenceRows(
  article: Pick<Article, 'body'>,
  codebook: Codebook,
  language: string,
  found: readonly Difference<Tagged>[],
): DifferenceRow[] {
  const sideOf = (mark: Tagged | undefined): Side | undefined => {
    if (!mark) return undefined
    const tag = findTag(codebook, mark.tag)
    const label = tag ? inLanguage(tag.label, language) : mark.tag
    const quote = article.body.slice(mark.start, mark.end)
    return { label, classes: tagClasses(tag), quote, ...(mark.note && { note: mark.note }) }
  }
  return found.map(({ kind, start, end, mine, theirs }) => ({
    kind,
    start,
    end,
    mine: sideOf(mine),
    theirs: sideOf(theirs),
  }))
}

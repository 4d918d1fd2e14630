/** The heat map line by line: for the article in small, and for paper. */

import { inkOf } from '../../annotations/shares.ts'
import { type Article, codedBlocks } from '../../articles/article.ts'
import { type Line, linesOf } from '../../text/lines.ts'
import { disagreement, type HeatMap } from './heat-map.ts'

/** A line with how many marked it, on the average of its characters. */
export interface HeatLine {
  readonly line: Line
  /** In the order of the tags, from 0 to the number of people. */
  readonly marked: readonly number[]
  /** Under any mark at all. */
  readonly touched: number
  /** From 0 to 1. */
  readonly disagreement: number
}

export function heatLines(article: Article, { tags, people, pieces }: HeatMap): HeatLine[] {
  let next = 0
  return linesOf(article.body, article.blocks).map((line) => {
    const sums = { marked: tags.map(() => 0), touched: 0, apart: 0, ink: 0 }
    while (next < pieces.length && pieces[next]!.end <= line.start) next++
    for (let index = next; index < pieces.length && pieces[index]!.start < line.end; index++) {
      const { start, end, marked, votes } = pieces[index]!
      const ink = inkOf(article, { start: Math.max(start, line.start), end: Math.min(end, line.end) })
      sums.ink += ink
      for (const [tag, count] of marked.entries()) sums.marked[tag]! += ink * count
      sums.touched += ink * votes.reduce((sum, count) => sum + count, 0)
      sums.apart += ink * disagreement(votes, people)
    }
    const mean = (sum: number) => (sums.ink === 0 ? 0 : sum / sums.ink)
    return { line, marked: sums.marked.map(mean), touched: mean(sums.touched), disagreement: mean(sums.apart) }
  })
}

/** How a class speaks of the text as a whole: for each tag, and for nothing, the mean of its people's shares. */
export function classShares(article: Article, { tags, people, pieces }: HeatMap): number[] {
  const sums = tags.map(() => 0)
  for (const piece of pieces)
    for (const [tag, count] of piece.votes.entries()) if (count > 0) sums[tag]! += inkOf(article, piece) * count
  const all = people * codedBlocks(article).reduce((sum, block) => sum + inkOf(article, block), 0)
  const shares = sums.map((sum) => (all === 0 ? 0 : sum / all))
  return [...shares, 1 - shares.reduce((sum, share) => sum + share, 0)]
}

/** What most say of each stretch: the place of a tag, or that behind all tags where most marked nothing. */
export function leaderOf(votes: readonly number[], people: number): number {
  const groups = [...votes, people - votes.reduce((sum, count) => sum + count, 0)]
  return groups.indexOf(Math.max(...groups))
}

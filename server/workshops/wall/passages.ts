/** Passages that a class can talk about, and how it decided there: one vote for each person. */
import { type Article, codedBlocks } from '../../articles/article.ts'
import type { Block } from '../../text/blocks.ts'
import { clausesOf } from '../../text/clauses.ts'
import { contains, type Span } from '../../text/span.ts'
import { disagreement, extentsIn, type Marks, nothingOf } from './heat-map.ts'

/** Sentences, clauses, or several of them about which everybody decided alike. */
export interface VotedPassage extends Span {
  /** In the order of the tags. */
  readonly votes: readonly number[]
  readonly nothing: number
  /** From 0 to 1. */
  readonly disagreement: number
}

/** What somebody says about a passage: the place of a tag, or that of nothing, behind all tags. */
type Vote = number

/** So many of a hundred may vote otherwise on the next clause for it to belong to the same passage. */
const ALIKE_PERCENT = 10
/** In code points. What is longer nobody reads aloud. */
const LONGEST = 240

/** The whole text as passages, in order. */
export function votedPassages(article: Article, tags: readonly string[], readings: readonly Marks[]): VotedPassage[] {
  const { body } = article
  const blocks = codedBlocks(article)
  const votesOn = (span: Span) => readings.map((marks) => voteOf(span, tags, marks))
  const found: { span: Span; block: Block; votes: Vote[] }[] = []
  for (const block of blocks)
    for (const clause of clausesOf(body, block)) {
      const last = found.at(-1)
      const votes = votesOn(clause)
      const span = last && { start: last.span.start, end: clause.end }
      const isNext = span && last && mayJoin(last.block, block) && span.end - span.start <= LONGEST
      if (isNext && !endsSentence(body.slice(last.span.end, clause.start)) && isAlike(last.votes, votes))
        found[found.length - 1] = { span, block, votes: votesOn(span) }
      else found.push({ span: clause, block, votes })
    }
  return found.map(({ span, votes }) => ({ ...span, ...countsOf(votes, tags.length) }))
}

/** Items of a list stand together as clauses of a sentence do. */
function mayJoin(before: Block, block: Block): boolean {
  return before === block || (before.kind === 'list-item' && block.kind === 'list-item')
}

function endsSentence(between: string): boolean {
  return /[.!?…]/u.test(between) && !between.includes('\n')
}

function isAlike(one: readonly Vote[], other: readonly Vote[]): boolean {
  const apart = one.filter((vote, person) => vote !== other[person]).length
  return apart * 100 <= one.length * ALIKE_PERCENT
}

/** The tag that most of a passage has; nothing where a mark only reaches into it from beside. */
export function voteOf(passage: Span, tags: readonly string[], marks: Marks): Vote {
  const extents = extentsIn(passage, tags, marks)
  const marked = extents.reduce((sum, extent) => sum + extent, 0)
  const isMeant = 2 * marked >= passage.end - passage.start || marks.some((mark) => contains(passage, mark))
  return marked > 0 && isMeant ? extents.indexOf(Math.max(...extents)) : tags.length
}

function countsOf(said: readonly Vote[], tags: number): Omit<VotedPassage, 'start' | 'end'> {
  const votes = Array.from({ length: tags }, (_, tag) => said.filter((vote) => vote === tag).length)
  return { votes, nothing: nothingOf({ votes }, said.length), disagreement: disagreement(votes, said.length) }
}

/** How the same people decide about one passage. */
export function votesOn(passage: Span, tags: readonly string[], readings: readonly Marks[]): VotedPassage {
  const said = readings.map((marks) => voteOf(passage, tags, marks))
  return { start: passage.start, end: passage.end, ...countsOf(said, tags.length) }
}

/** Where the class parts most, by disagreement × length; where one alone differs nothing is to be talked about. */
export function mostDisputed<P extends VotedPassage>(passages: readonly P[], most: number): P[] {
  const isDisputed = ({ votes, nothing }: P) => {
    const [, ...others] = [...votes, nothing].sort((a, b) => b - a)
    return others.reduce((sum, count) => sum + count, 0) > 1
  }
  return ranked(passages.filter(isDisputed), most, (passage) => passage.disagreement)
}

/** What more than half marked in one way, by agreement × length. */
export function mostAgreed<P extends VotedPassage>(passages: readonly P[], most: number): P[] {
  const isAgreed = ({ votes, nothing }: P) => {
    const people = votes.reduce((sum, count) => sum + count, nothing)
    return 2 * Math.max(...votes) > people
  }
  return ranked(passages.filter(isAgreed), most, (passage) => 1 - passage.disagreement)
}

function ranked<P extends Span>(passages: readonly P[], most: number, share: (passage: P) => number): P[] {
  const weightOf = (passage: P) => share(passage) * (passage.end - passage.start)
  return passages.toSorted((a, b) => weightOf(b) - weightOf(a) || a.start - b.start).slice(0, most)
}

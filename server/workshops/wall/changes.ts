/** The same people before and after they talked: at which passages they moved, and from where to where. */
import type { Article } from '../../articles/article.ts'
import type { Marks } from './heat-map.ts'
import { type VotedPassage, votedPassages, voteOf, votesOn } from './passages.ts'

/** What one person marked in the first round and in the second. */
export interface Twice {
  readonly before: Marks
  readonly after: Marks
}

/** So many went from one vote to another; a place behind all tags means nothing. */
export interface Move {
  readonly from: number
  readonly to: number
  readonly people: number
}

export interface ChangedPassage {
  readonly before: VotedPassage
  readonly after: VotedPassage
  /** The most frequent first. */
  readonly moves: readonly Move[]
  readonly moved: number
}

export interface Changes {
  readonly people: number
  /** How many voted otherwise on one passage at least. */
  readonly moved: number
  /** Mean disagreement along the text, from 0 to 1. */
  readonly disagreement: { readonly before: number; readonly after: number }
  /** Those where anybody moved, most people first. */
  readonly passages: readonly ChangedPassage[]
}

const kept = new WeakMap<Article, { readonly pairs: readonly Twice[]; readonly changes: Changes }>()

/** The same changes again as long as everybody's readings are the same arrays; an article has one list of tags. */
export function keptChanges(article: Article, tags: readonly string[], pairs: readonly Twice[]): Changes {
  const known = kept.get(article)
  const isSame = (pair: Twice, index: number) =>
    pair.before === known?.pairs[index]?.before && pair.after === known?.pairs[index]?.after
  if (known?.pairs.length === pairs.length && pairs.every(isSame)) return known.changes
  const changes = changesOf(article, tags, pairs)
  kept.set(article, { pairs, changes })
  return changes
}

export function changesOf(article: Article, tags: readonly string[], pairs: readonly Twice[]): Changes {
  const [first, second] = [pairs.map(({ before }) => before), pairs.map(({ after }) => after)]
  const passages = votedPassages(article, tags, first)
  const movers = new Set<number>()
  const changed = passages.map((before): ChangedPassage => {
    const moves = new Map<string, Move>()
    for (const [person, pair] of pairs.entries()) {
      const [from, to] = [voteOf(before, tags, pair.before), voteOf(before, tags, pair.after)]
      if (from === to) continue
      movers.add(person)
      moves.set(`${from} ${to}`, { from, to, people: (moves.get(`${from} ${to}`)?.people ?? 0) + 1 })
    }
    return {
      before,
      after: votesOn(before, tags, second),
      moves: [...moves.values()].sort((a, b) => b.people - a.people),
      moved: [...moves.values()].reduce((sum, { people }) => sum + people, 0),
    }
  })
  return {
    people: pairs.length,
    moved: movers.size,
    disagreement: { before: meanOf(passages), after: meanOf(changed.map(({ after }) => after)) },
    passages: changed
      .filter(({ moved }) => moved > 0)
      .sort((a, b) => b.moved - a.moved || a.before.start - b.before.start),
  }
}

/** Of passages by their length. */
function meanOf(passages: readonly VotedPassage[]): number {
  const length = passages.reduce((sum, { start, end }) => sum + end - start, 0)
  const apart = passages.reduce((sum, { start, end, disagreement }) => sum + (end - start) * disagreement, 0)
  return length === 0 ? 0 : apart / length
}

/** All that is shown of what a class marked: computed once for as long as nobody marks, however many look at it. */
import type { Article } from '../../articles/article.ts'
import { type HeatMap, heatMap, type Marks } from './heat-map.ts'
import { classShares, type HeatLine, heatLines } from './line-heat.ts'
import { mostAgreed, mostDisputed, type VotedPassage, votedPassages } from './passages.ts'

export interface ClassPicture {
  /** Those who marked anything: whoever has not begun decided nothing. */
  readonly people: number
  readonly heat: HeatMap
  readonly lines: readonly HeatLine[]
  readonly passages: readonly VotedPassage[]
  /** The first is the most disputed, and the most agreed. */
  readonly disputed: readonly VotedPassage[]
  readonly agreed: readonly VotedPassage[]
  /** For each tag, and for nothing at the end. */
  readonly shares: readonly number[]
}

/** So many passages are worth a lesson's time. */
const MOST_RANKED = 10
/** So many a report names. */
export const MOST_NAMED = 3

export function classPicture(article: Article, tags: readonly string[], readings: readonly Marks[]): ClassPicture {
  const begun = readings.filter(({ length }) => length > 0)
  const heat = heatMap(article, tags, begun)
  const passages = votedPassages(article, tags, begun)
  const disputed = mostDisputed(passages, MOST_RANKED)
  const named = new Set(disputed.slice(0, MOST_NAMED))
  return {
    people: begun.length,
    heat,
    lines: heatLines(article, heat),
    passages,
    disputed,
    // Long passages come first in both rankings: none is named in both.
    agreed: mostAgreed(
      passages.filter((passage) => !named.has(passage)),
      MOST_RANKED,
    ),
    shares: classShares(article, heat),
  }
}

interface Kept {
  readonly tags: readonly string[]
  readonly readings: readonly Marks[]
  readonly picture: ClassPicture
}

/** For each article the newest pictures, of one round and of the other. */
const kept = new WeakMap<Article, readonly Kept[]>()
const MOST_KEPT = 2

/** The same picture again as long as everybody's reading is the same array. */
export function keptPicture(article: Article, tags: readonly string[], readings: readonly Marks[]): ClassPicture {
  const known = kept.get(article) ?? []
  const found = known.find((one) => isSame(one.readings, readings) && isSame(one.tags, tags))
  if (found) return found.picture
  const picture = classPicture(article, tags, readings)
  kept.set(article, [{ tags, readings, picture }, ...known].slice(0, MOST_KEPT))
  return picture
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index])
}

/** How agreement develops: α in windows that run along the articles, in the order in which they were read. */
import { type Interval, intervalOf, resampled } from './bootstrap.ts'
import { codingOfTags } from './coding.ts'
import { type Corpus, sharedArticles } from './continuum.ts'
import { type Counts, type Estimate, outcomeOf } from './estimate.ts'
import { krippendorffAlpha } from './krippendorff-alpha.ts'
import type { Outcome } from './outcome.ts'
import type { Asked } from './results.ts'

/** α (nominal, all tags and „nothing“) of so many articles that follow one another. */
export interface WindowAgreement {
  /** Of the articles in their order: the first of the window, and the one behind its last. */
  readonly from: number
  readonly to: number
  readonly outcome: Outcome
  readonly interval: Interval | undefined
}

export interface Course {
  /** Places of the articles that two or more have read, in their order. */
  readonly articles: readonly number[]
  /** How many articles a window holds; none where there are too few for two windows that share nothing. */
  readonly size: number
  readonly windows: readonly WindowAgreement[]
}

/** With fewer articles an interval says nothing. */
const SMALLEST = 5
export const FEWEST_ARTICLES = 2 * SMALLEST
/** A window holds a fifth of the articles: more would show no way, fewer nothing but chance. */
const PARTS = 5
const MOST_WINDOWS = 20

/** @param order places of articles, the first that was read first; those that are not named are left out */
export function courseOf(corpus: Corpus, order: readonly number[], bootstrap: Asked['bootstrap']): Course {
  const shared = new Set(sharedArticles(corpus))
  const articles = order.filter((article) => shared.has(article))
  if (articles.length < FEWEST_ARTICLES) return { articles, size: 0, windows: [] }
  const size = Math.max(SMALLEST, Math.ceil(articles.length / PARTS))
  const whole = krippendorffAlpha(codingOfTags(corpus))
  const all = Array.from({ length: size }, (_, place) => place)
  const resampling = resampled(size, all, 'articles', bootstrap)
  const windows = beginnings(articles.length - size).map((from): WindowAgreement => {
    const estimate = ofArticles(whole, articles.slice(from, from + size))
    return { from, to: from + size, outcome: outcomeOf(estimate), interval: intervalOf(estimate, resampling) }
  })
  return { articles, size, windows }
}

/** From 0 to the last one, evenly. */
function beginnings(last: number): number[] {
  const count = Math.min(MOST_WINDOWS, last + 1)
  return Array.from({ length: count }, (_, index) => Math.round((index * last) / (count - 1)))
}

/** An estimate of some of the articles alone. */
function ofArticles(whole: Estimate, places: readonly number[]): Estimate {
  return {
    articles: places.length,
    at: (counts: Counts) => {
      const all = new Uint16Array(whole.articles)
      for (const [index, place] of places.entries()) all[place] = counts[index]!
      return whole.at(all)
    },
  }
}

/**
 * Intervals by bootstrap over articles: characters of one article do not vary independently, articles do. Of a single
 * article its paragraphs are drawn, where that is asked for. Percentile
 * (Efron & Tibshirani 1993, ch. 13); corrected for bias and acceleration (BCa, ch. 14) where there are enough articles.
 */

import { randomFrom, randomPlace } from '../random.ts'
import { type Counts, type Estimate, outcomeOf } from './estimate.ts'

export interface Interval {
  readonly level: number
  readonly low: number
  readonly high: number
  readonly method: 'percentile' | 'bca'
  /** How many of the samples have a value. */
  readonly samples: number
  readonly seed: number
  readonly over: Drawn
  /** Share of the samples below the conventional limits .667 and .8. */
  readonly below: Readonly<Record<'0.667' | '0.8', number>>
}

/** What is drawn again. */
export type Drawn = 'articles' | 'paragraphs'

const LEVEL = 0.95
const ENOUGH_FOR_BCA = 10
const ROUNDING = 1e-12

export interface Resampling {
  /** Places of the articles that are drawn; the others always count once. */
  readonly drawn: readonly number[]
  readonly over: Drawn
  readonly seed: number
  /** How often each article counts, sample by sample. */
  readonly samples: readonly Counts[]
}

export function resampled(
  articles: number,
  drawn: readonly number[],
  over: Drawn,
  { samples, seed }: { readonly samples: number; readonly seed: number },
): Resampling {
  const random = randomFrom(seed)
  const sample = (): Counts => {
    const counts = new Uint16Array(articles).fill(1)
    for (const article of drawn) counts[article] = 0
    for (const _ of drawn) counts[drawn[randomPlace(random, drawn.length)]!]!++
    return counts
  }
  return { drawn, over, seed, samples: Array.from({ length: samples }, sample) }
}

/** The interval of an estimate; undefined where it has no value, or where no sample has one. */
export function intervalOf(estimate: Estimate, { drawn, over, seed, samples }: Resampling): Interval | undefined {
  const { value } = outcomeOf(estimate)
  if (value === undefined || drawn.length < 2) return undefined
  const values = samples.flatMap((counts) => estimate.at(counts).value ?? []).sort((a, b) => a - b)
  if (values.length === 0) return undefined
  const tails = [(1 - LEVEL) / 2, (1 + LEVEL) / 2]
  const corrected = drawn.length >= ENOUGH_FOR_BCA ? correctedTails(estimate, drawn, values, tails) : undefined
  const [low, high] = (corrected ?? tails).map((tail) => quantile(values, tail)) as [number, number]
  const method = corrected ? 'bca' : 'percentile'
  const shareBelow = (limit: number) => values.filter((value) => value < limit).length / values.length
  const below = { '0.667': shareBelow(0.667), '0.8': shareBelow(0.8) }
  return { level: LEVEL, low, high, method, samples: values.length, seed, over, below }
}

/** Efron & Tibshirani 1993, eqs. 14.10, 14.14 and 14.15; undefined where all samples lie on one side of the value. */
function correctedTails(
  estimate: Estimate,
  drawn: readonly number[],
  values: readonly number[],
  tails: readonly number[],
): number[] | undefined {
  const value = outcomeOf(estimate).value!
  // A sample that equals the value, but for rounding, lies half on each side.
  const below = (sample: number) => (Math.abs(sample - value) < ROUNDING ? 0.5 : Number(sample < value))
  const share = values.reduce((sum, sample) => sum + below(sample), 0) / values.length
  if (share === 0 || share === 1) return undefined
  const bias = normalQuantile(share)
  const acceleration = accelerationOf(estimate, drawn)
  return tails.map((tail) => {
    const z = bias + normalQuantile(tail)
    return normalShare(bias + z / (1 - acceleration * z))
  })
}

/** Skewness of the values that leave one article out. */
function accelerationOf(estimate: Estimate, drawn: readonly number[]): number {
  const left = drawn.flatMap((out) => {
    const counts = new Uint8Array(estimate.articles).fill(1)
    counts[out] = 0
    return estimate.at(counts).value ?? []
  })
  const mean = left.reduce((sum, value) => sum + value, 0) / left.length
  const moment = (power: number) => left.reduce((sum, value) => sum + (mean - value) ** power, 0)
  const spread = moment(2)
  return spread === 0 ? 0 : moment(3) / (6 * spread ** 1.5)
}

/** Linear between the values. */
function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1)
  const low = Math.floor(place)
  const high = Math.min(low + 1, sorted.length - 1)
  return sorted[low]! + (place - low) * (sorted[high]! - sorted[low]!)
}

/** The standard normal distribution (Abramowitz & Stegun 1964, 26.2.17; exact to 7.5e-8). */
function normalShare(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z))
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series
  return z < 0 ? tail : 1 - tail
}

/** Its inverse, by halving. */
function normalQuantile(share: number): number {
  let [low, high] = [-8, 8]
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (normalShare(middle) < share) low = middle
    else high = middle
  }
  return (low + high) / 2
}

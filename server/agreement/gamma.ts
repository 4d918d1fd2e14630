/**
 * γ = 1 − δ_o / δ_e. Y. Mathet, A. Widlöcher & J.-P. Métivier, Computational Linguistics 41(3), 2015, eqs. 1, 3, 4, 8:
 * the disorder of the best alignment against the mean of those of texts annotated as if by chance; as many of these as
 * the precision asks for (§ 5.3). γ-cat and γ-k (Y. Mathet, The agreement measure γcat, a complement to γ focused on
 * categorization of a continuum, Computational Linguistics 43(3), 2017) compare tags within the same alignments.
 * Disorders of several texts are weighted by their mean number of units. n counts units.
 */

import { randomFrom } from '../random.ts'
import { compareText } from '../text/compare-text.ts'
import { compareSpans } from '../text/span.ts'
import { bestAlignment, type UnitaryAlignment } from './best-alignment.ts'
import { type Continuum, type Corpus, extended, type Unit } from './continuum.ts'
import { positional, type Weights } from './dissimilarity.ts'
import type { Counts, Estimate } from './estimate.ts'
import { fromDisagreement, type Outcome, type Reason, withoutValue } from './outcome.ts'
import { SAMPLER, type SamplerName, spreadOf } from './samplers.ts'

export interface GammaOptions extends Weights {
  readonly sampler: SamplerName
  readonly seed: number
  /** How far the expected disorder may lie from its mean, as a share of it, with 95 % confidence. */
  readonly precision: number
  /** Told how many alignments are done, and of how many; may throw to stop. */
  readonly progress?: (done: number, of: number) => void
}

export const GAMMA_DEFAULTS = {
  alpha: 1,
  beta: 1,
  deltaEmpty: 1,
  sampler: 'shuffle',
  precision: 0.02,
  seed: 1,
} as const satisfies GammaOptions

export interface Gammas {
  readonly gamma: Estimate
  readonly cat: Estimate
  ofTag(tag: number): Estimate
  /** How many texts by chance were aligned. */
  readonly samples: number
}

/** Of short texts more samples cost nothing, and a mean of 30 still moves about. */
const FIRST_BATCH = { least: 30, most: 300, units: 10_000 }
/** Place of all tags together, before those of each. */
const ALL_TAGS = 0
const CONFIDENCE = 1.96

export function gammas(corpus: Corpus, options: GammaOptions): Gammas {
  const texts = corpus.continua.flatMap((continuum) => textOf(continuum, corpus.annotators))
  const reason = reasonAgainst(corpus, texts)
  const aligned = reason ? undefined : alignedTexts(texts, corpus.tags.length, options)
  const estimate = (measure: Measure, place: number = ALL_TAGS): Estimate => ({
    articles: corpus.articles,
    at: (counts) => {
      if (!aligned) return withoutValue(reason ?? 'too-large', texts.flatMap(({ lines }) => lines.flat()).length)
      return measured(texts, aligned, counts, measure, place)
    },
  })
  return {
    gamma: estimate(wholeDisorder),
    cat: estimate(tagDisorder(ALL_TAGS)),
    ofTag: (tag) => estimate(tagDisorder(1 + tag), 1 + tag),
    samples: aligned?.samples.length ?? 0,
  }
}

/** How many samples a first batch shows to be needed (§ 5.3). */
export function samplesNeeded(disorders: readonly number[], precision: number): number {
  const [mean, deviation] = spreadOf(disorders)
  return mean === 0 ? disorders.length : Math.ceil(((deviation / mean) * (CONFIDENCE / precision)) ** 2)
}

interface Text {
  readonly article: number
  readonly length: number
  readonly lines: readonly (readonly Unit[])[]
}

/** Annotators in the order of their names, so that ties do not turn on the order in which they come. */
function textOf({ article, length, readings }: Continuum, names: readonly string[]): Text[] {
  const lines = readings
    .toSorted((a, b) => compareText(names[a.annotator]!, names[b.annotator]!))
    .map(({ units }) => extended(units).sort(compareUnits))
  return readings.length > 1 && lines.some((line) => line.length > 0) ? [{ article, length, lines }] : []
}

function compareUnits(a: Unit, b: Unit): number {
  return compareSpans(a, b) || a.tag - b.tag
}

function reasonAgainst({ annotators, continua }: Corpus, texts: readonly unknown[]): Reason | undefined {
  if (annotators.length < 2) return 'one-annotator'
  if (continua.every(({ readings }) => readings.length < 2)) return 'nothing-shared'
  return texts.length === 0 ? 'nothing-marked' : undefined
}

/** What the best alignment of a text comes to. */
interface Summary {
  /** The mean over annotators. */
  readonly meanUnits: number
  readonly disorder: number
  readonly unitaryAlignments: number
  /** For all tags, then for each: units, the disorder of tags, and its weight. */
  readonly ofTags: readonly { readonly units: number; readonly disorder: number; readonly weight: number }[]
}

function summaryOf(lines: readonly (readonly Unit[])[], tags: number, weights: Weights): Summary | undefined {
  const alignment = bestAlignment(lines, weights)
  if (!alignment) return undefined
  const units = lines.reduce((sum, line) => sum + line.length, 0)
  return {
    meanUnits: units / lines.length,
    disorder: alignment.reduce((sum, { disorder }) => sum + disorder, 0),
    unitaryAlignments: alignment.length,
    ofTags: disorderOfTags(alignment, lines.length, tags, weights),
  }
}

/**
 * Within a unitary alignment, each pair of units weighs the more the closer they stand, and the less the more units
 * there are (Mathet 2017, § 4.2). A unit and nobody count as different, with weight Δ∅, as in pygamma-agreement 0.5.9.
 */
function disorderOfTags(
  alignment: readonly UnitaryAlignment[],
  annotators: number,
  tags: number,
  { alpha, deltaEmpty }: Weights,
): Summary['ofTags'] {
  const found = Array.from({ length: tags + 1 }, () => ({ units: 0, disorder: 0, weight: 0 }))
  const add = (places: ReadonlySet<number>, dissimilarity: number, weight: number) => {
    for (const place of places) {
      found[place]!.disorder += dissimilarity * weight
      found[place]!.weight += weight
    }
  }
  for (const { units } of alignment)
    for (const [place, u] of units.entries()) {
      for (const place of [ALL_TAGS, 1 + u.tag]) found[place]!.units++
      const nobodies = annotators - units.length
      if (nobodies > 0) add(new Set([ALL_TAGS, 1 + u.tag]), deltaEmpty, nobodies * deltaEmpty)
      for (const v of units.slice(place + 1)) {
        const weight = Math.max(0, 1 - alpha * positional(u, v, deltaEmpty)) / (units.length - 1)
        add(new Set([ALL_TAGS, 1 + u.tag, 1 + v.tag]), u.tag === v.tag ? 0 : deltaEmpty, weight)
      }
    }
  return found
}

interface Aligned {
  readonly observed: readonly Summary[]
  /** For each text the summary of one by chance, again and again. */
  readonly samples: readonly (readonly Summary[])[]
}

/** Undefined where a text, as it is or by chance, cannot be aligned. */
function alignedTexts(texts: readonly Text[], tags: number, options: GammaOptions): Aligned | undefined {
  const { sampler, seed, precision, progress } = options
  const random = randomFrom(seed)
  const samples: Summary[][] = []
  const units = texts.reduce((sum, { lines }) => sum + lines.flat().length, 0)
  const first = Math.min(FIRST_BATCH.most, Math.max(FIRST_BATCH.least, Math.floor(FIRST_BATCH.units / units)))
  progress?.(0, 1 + first)
  const observed = texts.flatMap(({ lines }) => summaryOf(lines, tags, options) ?? [])
  if (observed.length < texts.length) return undefined
  progress?.(1, 1 + first)
  const sampleUpTo = (number: number): boolean => {
    while (samples.length < number) {
      const made = texts.map(({ lines, length }) => SAMPLER[sampler](lines, length, random))
      const sample = made.flatMap((lines) => summaryOf(lines, tags, options) ?? [])
      if (sample.length < texts.length) return false
      samples.push(sample)
      progress?.(1 + samples.length, 1 + number)
    }
    return true
  }
  if (!sampleUpTo(first)) return undefined
  const weights = observed.map(({ meanUnits }) => meanUnits)
  const disorders = samples.map((sample) => wholeDisorder(sample, weights)!)
  return sampleUpTo(samplesNeeded(disorders, precision)) ? { observed, samples } : undefined
}

/** A disorder of texts, each of which counts with a weight; undefined where there is nothing to compare. */
type Measure = (texts: readonly Summary[], weights: readonly number[], counts?: readonly number[]) => number | undefined

function wholeDisorder(texts: readonly Summary[], weights: readonly number[]): number | undefined {
  const sum = texts.reduce((sum, text, place) => sum + (weights[place]! * text.disorder) / text.meanUnits, 0)
  return sum / weights.reduce((sum, weight) => sum + weight, 0)
}

function tagDisorder(place: number): Measure {
  return (texts, _, counts = texts.map(() => 1)) => {
    let [disorder, weight] = [0, 0]
    for (const [index, { ofTags }] of texts.entries()) {
      disorder += counts[index]! * ofTags[place]!.disorder
      weight += counts[index]! * ofTags[place]!.weight
    }
    return weight === 0 ? undefined : disorder / weight
  }
}

function measured(
  texts: readonly Text[],
  { observed, samples }: Aligned,
  counts: Counts,
  measure: Measure,
  place: number,
): Outcome {
  const times = texts.map(({ article }) => counts[article]!)
  const weights = observed.map(({ meanUnits }, place) => times[place]! * meanUnits)
  const total = (of: (summary: Summary) => number) =>
    observed.reduce((sum, summary, place) => sum + times[place]! * of(summary), 0)
  const n = total(({ ofTags }) => ofTags[place]!.units)
  if (n === 0) return withoutValue('nothing-marked', 0)
  const unitaryAlignments = total((summary) => summary.unitaryAlignments)
  const disorder = measure(observed, weights, times)
  if (disorder === undefined) return withoutValue('no-matches', n, { unitaryAlignments })
  const chances = samples.flatMap((sample) => measure(sample, weights, times) ?? [])
  const expected = chances.reduce((sum, chance) => sum + chance, 0) / chances.length
  if (chances.length === 0) return withoutValue('no-variation', n, { observed: disorder, unitaryAlignments })
  return { ...fromDisagreement(disorder, expected, n, 'no-variation'), unitaryAlignments }
}

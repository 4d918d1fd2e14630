/** A corpus looked at from closer: two annotators at a time, article by article, and where two who differ part. */
import { type Coding, codingOfTags, MISSING } from './coding.ts'
import { type Corpus, pairsOf, type Reading, type Unit } from './continuum.ts'
import { outcomeOf } from './estimate.ts'
import { krippendorffAlpha } from './krippendorff-alpha.ts'
import type { Outcome } from './outcome.ts'
import { innermost } from './projection.ts'

/** α (nominal, all tags and „nothing“) of two annotators, and how many articles both have read. */
export interface PairAgreement {
  /** Places of the annotators, the first one lower. */
  readonly pair: readonly [number, number]
  readonly articles: number
  readonly outcome: Outcome
}

/** Every pair of annotators, in their order. */
export function agreementOfPairs(corpus: Corpus): PairAgreement[] {
  return pairsOf(corpus.annotators.length).map((pair) => {
    const continua = corpus.continua.flatMap(({ readings, ...continuum }) => {
      const both = readings.filter(({ annotator }) => pair.includes(annotator))
      return both.length === 2 ? [{ ...continuum, readings: both }] : []
    })
    const articles = new Set(continua.map(({ article }) => article)).size
    return { pair, articles, outcome: alphaOf({ ...corpus, continua }) }
  })
}

/** The mean α of each annotator with all others, where they share anything: who reads otherwise than the others stands out. */
export function agreementOfEach(pairs: readonly PairAgreement[], annotators: number): (number | undefined)[] {
  return Array.from({ length: annotators }, (_, annotator) => {
    const values = pairs.flatMap(({ pair, outcome }) => (pair.includes(annotator) ? (outcome.value ?? []) : []))
    return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length
  })
}

/** α of each article by itself, by the place of the article; it rests on little, and is there to be looked at. */
export function agreementOfArticles(corpus: Corpus): Outcome[] {
  return Array.from({ length: corpus.articles }, (_, article) =>
    alphaOf({ ...corpus, continua: corpus.continua.filter((continuum) => continuum.article === article) }),
  )
}

function alphaOf(corpus: Corpus): Outcome {
  return outcomeOf(krippendorffAlpha(codingOfTags(corpus)))
}

/**
 * What two annotators say of the same position, over all pairs and positions: place 0 is „nothing is marked“, place
 * n + 1 the tag n of the corpus; each entry counts positions, from both sides, so that the matrix is symmetric.
 */
export function confusions(corpus: Corpus): number[][] {
  const coding = codingOfTags(corpus)
  const matrix = Array.from({ length: coding.categories }, () => new Array<number>(coding.categories).fill(0))
  for (const [index, weight] of coding.weights.entries()) {
    const row = saidIn(coding, index)
    for (const [place, one] of row.entries())
      for (const [other, another] of row.entries()) if (place !== other) matrix[one]![another]! += weight
  }
  return matrix
}

function saidIn({ values, annotators }: Coding, index: number): number[] {
  return [...values.subarray(index * annotators, (index + 1) * annotators)].filter((value) => value !== MISSING)
}

/** Positions at which two annotators differ, by why. */
export interface Causes {
  /** One marked nothing there, and nothing with this tag that touches it. */
  readonly missed: number
  /** Both marked with this tag, but to different places. */
  readonly boundary: number
  /** Both marked it, with different tags. */
  readonly label: number
}

/** Why pairs of annotators differ, over all of them; of marks over one another the innermost counts. */
export function causesOf({ continua }: Corpus): Causes {
  const causes = { missed: 0, boundary: 0, label: 0 }
  for (const { readings, length } of continua)
    for (const [a, b] of pairsOf(readings.length)) addCauses(causes, readings[a]!, readings[b]!, length)
  return causes
}

function addCauses(causes: Record<keyof Causes, number>, first: Reading, second: Reading, length: number): void {
  const [a, b] = [innermost(first.units), innermost(second.units)]
  let [i, j] = [0, 0]
  for (let at = 0; at < length; ) {
    while (a[i] && a[i]!.end <= at) i++
    while (b[j] && b[j]!.end <= at) j++
    const end = Math.min(length, nextBound(a[i], at), nextBound(b[j], at))
    const [one, other] = [unitAt(a[i], at), unitAt(b[j], at)]
    const cause = causeOf(one, other, one ? second.units : first.units)
    if (cause) causes[cause] += end - at
    at = end
  }
}

function nextBound(unit: Unit | undefined, at: number): number {
  if (!unit) return Number.POSITIVE_INFINITY
  return unit.start > at ? unit.start : unit.end
}

function unitAt(unit: Unit | undefined, at: number): Unit | undefined {
  return unit && unit.start <= at ? unit : undefined
}

/** @param others what the one marked who has nothing here */
function causeOf(one: Unit | undefined, other: Unit | undefined, others: readonly Unit[]): keyof Causes | undefined {
  if (one && other) return one.tag === other.tag ? undefined : 'label'
  const marked = one ?? other
  if (!marked) return undefined
  const touches = ({ tag, start, end }: Unit) => tag === marked.tag && start < marked.end && end > marked.start
  return others.some(touches) ? 'boundary' : 'missed'
}

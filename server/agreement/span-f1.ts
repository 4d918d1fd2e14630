/**
 * F1 of the spans of two annotators, neither of whom is right (Hripcsak & Rothschild, Agreement, the F-measure, and
 * reliability in information retrieval, JAMIA 12(3), 2005): precision is the share of the first one's spans that the
 * second one has, recall the share of the second one's that the first has. Spans match only with the same tag.
 *
 * - exact: same bounds · overlap: a shared position (agr in Wiebe, Wilson & Cardie 2005)
 * - dice: 2|s ∩ t| / (|s| + |t|) at least the threshold · soft-dice: the best such share itself
 * - semeval-2020: the shared part of each span (Da San Martino et al., SemEval-2020 task 11, eqs. 1–3); overlapping
 *   spans of a tag are joined first, so that nothing counts twice
 *
 * Several texts add up. n counts spans.
 */
import { type Corpus, extended, lengthOf, type Unit } from './continuum.ts'
import { additive, type Estimate } from './estimate.ts'
import { dice, type Meeting, meetings, reaches } from './matching.ts'
import { withoutValue } from './outcome.ts'
import { layer } from './projection.ts'

export const SPAN_MATCHES = ['exact', 'overlap', 'dice', 'soft-dice', 'semeval-2020'] as const
export type SpanMatch = (typeof SPAN_MATCHES)[number]

export interface SpanF1Options {
  readonly match: SpanMatch
  /** For `dice`. */
  readonly threshold: number
  /** Only spans of this tag. */
  readonly tag?: number | undefined
}

export function spanF1(corpus: Corpus, [first, second]: readonly [number, number], options: SpanF1Options): Estimate {
  const perArticle = Array.from({ length: corpus.articles }, () => new Float64Array(5))
  for (const { article, readings } of corpus.continua) {
    const [one, other] = [first, second].map((annotator) => readings.find((reading) => reading.annotator === annotator))
    if (!one || !other) continue
    const [a, b] = [one, other].map(({ units }) => spansOf(units, corpus, options)) as [Unit[], Unit[]]
    const [found, named] = hits(a, b, options)
    for (const [place, value] of [found, a.length, named, b.length, 1].entries()) perArticle[article]![place]! += value
  }
  return additive(5, perArticle, (sums) => {
    // By places: taking the list apart costs more than all the rest, at thousands of draws for each pair.
    const [ofFirst, ofSecond, texts] = [sums[1]!, sums[3]!, sums[4]!]
    const n = ofFirst + ofSecond
    if (n === 0) return withoutValue(texts === 0 ? 'nothing-shared' : 'nothing-marked', 0)
    const precision = ofFirst === 0 ? undefined : sums[0]! / ofFirst
    const recall = ofSecond === 0 ? undefined : sums[2]! / ofSecond
    const both = (precision ?? 0) + (recall ?? 0)
    return { value: both === 0 ? 0 : (2 * (precision ?? 0) * (recall ?? 0)) / both, n, precision, recall }
  })
}

function spansOf(units: readonly Unit[], { tags }: Corpus, { match, tag }: SpanF1Options): Unit[] {
  const spans = extended(units).filter((unit) => tag === undefined || unit.tag === tag)
  return match === 'semeval-2020' ? tags.flatMap((_, tag) => layer(spans, tag)) : spans
}

/** How many spans of the first one the second one has, and the other way round. */
function hits(one: readonly Unit[], other: readonly Unit[], { match, threshold }: SpanF1Options): [number, number] {
  if (match === 'exact') return [sameSpans(one, other), sameSpans(one, other)]
  const met = meetings(one, other)
  if (match === 'semeval-2020')
    return [
      met.reduce((sum, { a, common }) => sum + common / lengthOf(one[a]!), 0),
      met.reduce((sum, { b, common }) => sum + common / lengthOf(other[b]!), 0),
    ]
  const worth = ({ a, b, common }: Meeting): number => {
    if (match === 'overlap') return 1
    const share = dice(one[a]!, other[b]!, common)
    return match === 'soft-dice' ? share : Number(reaches(share, threshold))
  }
  return [bestOf(met, 'a', worth), bestOf(met, 'b', worth)]
}

function bestOf(met: readonly Meeting[], side: 'a' | 'b', worth: (meeting: Meeting) => number): number {
  const best = new Map<number, number>()
  for (const meeting of met) best.set(meeting[side], Math.max(best.get(meeting[side]) ?? 0, worth(meeting)))
  return [...best.values()].reduce((sum, value) => sum + value, 0)
}

/** The same words may carry the same tag twice: then they match twice. */
function sameSpans(one: readonly Unit[], other: readonly Unit[]): number {
  const keyOf = ({ tag, start, end }: Unit) => `${tag} ${start} ${end}`
  const left = new Map<string, number>()
  for (const unit of other) left.set(keyOf(unit), (left.get(keyOf(unit)) ?? 0) + 1)
  return one.filter((unit) => {
    const count = left.get(keyOf(unit)) ?? 0
    left.set(keyOf(unit), count - 1)
    return count > 0
  }).length
}

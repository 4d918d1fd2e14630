/**
 * The α of unitizing in its older form. K. Krippendorff, On the reliability of unitizing continuous data, Sociological
 * Methodology 25, 1995, eqs. 2 to 6; Content Analysis, 2nd ed. 2004, § 11.6. Tag by tag: squared differences of bounds
 * where units overlap, squared lengths where one stands alone. Several texts count as one line; units and gaps end with
 * their text. Its value depends on how finely positions are counted, so it is asked for by name. n counts units.
 */
import { type Corpus, lengthOf, pairsOf, type Unit } from './continuum.ts'
import type { Counts, Estimate } from './estimate.ts'
import { fromDisagreement, type Outcome, withoutValue } from './outcome.ts'
import { layer } from './projection.ts'

/** One tag, or all of them: then disagreements add up over tags. */
export function alphaU1995(corpus: Corpus, tags: readonly number[]): Estimate {
  const found = tags.map((tag) => layerOf(corpus, tag))
  const shared = corpus.continua.filter(({ readings }) => readings.length > 1)
  const isWhole = shared.every(
    ({ length, readings }) =>
      Number.isInteger(length) &&
      readings.every(({ units }) => units.every(({ start, end }) => Number.isInteger(start) && Number.isInteger(end))),
  )
  return { articles: corpus.articles, at }

  function at(counts: Counts): Outcome {
    if (shared.length === 0) return withoutValue(corpus.annotators.length < 2 ? 'one-annotator' : 'nothing-shared', 0)
    if (!isWhole) return withoutValue('whole-numbers-needed', 0)
    const line = { length: 0, pairable: 0 }
    for (const { article, length, readings } of shared) {
      line.length += counts[article]! * length
      line.pairable += counts[article]! * length * readings.length
    }
    let [observed, expected, n, withoutExtent] = [0, 0, 0, 0]
    for (const layer of found) {
      observed += observedIn(layer, counts, line.length)
      expected += expectedIn(layer, counts, line)
      n += layer.units.reduce((sum, { article }) => sum + counts[article]!, 0)
      withoutExtent += layer.withoutExtent
    }
    if (n === 0 && withoutExtent === 0) return withoutValue('nothing-marked', 0)
    // Units without any extent: nothing tells them from chance (so DKPro Statistics 2.2 has it, too).
    if (n === 0) return { value: 0, observed: 0, expected: 0, n: withoutExtent }
    return fromDisagreement(observed / tags.length, expected / tags.length, n, 'no-variation', 0)
  }
}

interface Layer {
  /** Σ δ² over ordered pairs of the m readings of a text. */
  readonly differences: readonly { readonly article: number; readonly sum: number; readonly m: number }[]
  /** Longest first. */
  readonly units: readonly Length[]
  readonly gaps: readonly Length[]
  readonly withoutExtent: number
}

interface Length {
  readonly length: number
  readonly article: number
}

function layerOf({ continua }: Corpus, tag: number): Layer {
  const differences: Layer['differences'][number][] = []
  const [units, gaps]: [Length[], Length[]] = [[], []]
  let withoutExtent = 0
  for (const { article, length, readings } of continua) {
    const m = readings.length
    if (m < 2) continue
    const lines = readings.map((reading) => layer(reading.units, tag))
    const sum = pairsOf(m).reduce((sum, [a, b]) => sum + 2 * differencesOf(lines[a]!, lines[b]!), 0)
    differences.push({ article, sum, m })
    for (const line of lines) {
      units.push(...line.map((unit) => ({ length: lengthOf(unit), article })))
      gaps.push(...gapsIn(line, length).map((length) => ({ length, article })))
    }
    for (const reading of readings)
      withoutExtent += reading.units.filter((unit) => unit.tag === tag && unit.start === unit.end).length
  }
  const longestFirst = (a: Length, b: Length) => b.length - a.length
  return { differences, units: units.sort(longestFirst), gaps: gaps.sort(longestFirst), withoutExtent }
}

function gapsIn(line: readonly Unit[], length: number): number[] {
  const edges = [0, ...line.flatMap(({ start, end }) => [start, end]), length]
  const gaps: number[] = []
  for (let edge = 0; edge < edges.length; edge += 2)
    if (edges[edge + 1]! > edges[edge]!) gaps.push(edges[edge + 1]! - edges[edge]!)
  return gaps
}

/** Σ δ² over two lines. A unit that meets none of the other line lies in one of its gaps. */
function differencesOf(one: readonly Unit[], other: readonly Unit[]): number {
  const met = new Set<Unit>()
  let sum = 0
  let from = 0
  for (const unit of one) {
    while (from < other.length && other[from]!.end <= unit.start) from++
    for (let place = from; place < other.length && other[place]!.start < unit.end; place++) {
      met.add(unit).add(other[place]!)
      sum += (unit.start - other[place]!.start) ** 2 + (unit.end - other[place]!.end) ** 2
    }
  }
  for (const unit of [...one, ...other]) if (!met.has(unit)) sum += lengthOf(unit) ** 2
  return sum
}

function observedIn({ differences }: Layer, counts: Counts, length: number): number {
  return differences.reduce(
    (all, { article, sum, m }) => all + (counts[article]! * sum) / (m * (m - 1) * length ** 2),
    0,
  )
}

/** Eq. 5: each unit against every unit, and in every gap that could hold it. */
function expectedIn({ units, gaps }: Layer, counts: Counts, line: { length: number; pairable: number }): number {
  const n = units.reduce((sum, { article }) => sum + counts[article]!, 0)
  let [sum, inner, next, wide, room] = [0, 0, 0, 0, 0]
  for (const { length, article } of units) {
    while (next < gaps.length && gaps[next]!.length >= length) {
      wide += counts[gaps[next]!.article]!
      room += counts[gaps[next]!.article]! * gaps[next]!.length
      next++
    }
    const places = room - (length - 1) * wide
    const among = ((n - 1) / 3) * (2 * length ** 3 - 3 * length ** 2 + length)
    sum += counts[article]! * (among + length ** 2 * places)
    inner += counts[article]! * length * (length - 1)
  }
  const all = line.pairable * (line.pairable - 1) - inner
  return all === 0 ? 0 : (2 * sum) / (line.length * all)
}

/**
 * The α of unitizing. K. Krippendorff, Y. Mathet, S. Bouvry & A. Widlöcher, On the reliability of unitizing textual
 * continua: further developments, Quality & Quantity 50(6), 2016 (with its erratum, p. 2365); K. Krippendorff, Content
 * Analysis, 4th ed. 2019, § 12.6, eqs. 32–38. Intersections of units are what coincides:
 *
 * - uα: units and gaps with their tags; |uα: units against gaps, whatever their tags;
 * - cuα: tags where units meet; (k)uα: one tag where it meets others. Their coverage is the share that met.
 *
 * Several texts add up. n counts positions times annotators, for cuα and (k)uα those that met.
 */
import { type Corpus, lengthOf, pairsOf, type Unit } from './continuum.ts'
import { additive, type Estimate } from './estimate.ts'
import { fromDisagreement, type Outcome, withoutValue } from './outcome.ts'

export interface UnitizingAlphas {
  readonly uAlpha: Estimate
  readonly binary: Estimate
  readonly coding: Estimate
  ofTag(tag: number): Estimate
}

/** `flatten` makes the units of a reading such that they do not overlap. */
export function unitizingAlphas(corpus: Corpus, flatten: (units: readonly Unit[]) => Unit[]): UnitizingAlphas {
  const categories = corpus.tags.length + 1
  const perArticle = sumsOf(corpus, categories, flatten)
  const estimate = (outcome: (sums: Sums) => Outcome) =>
    additive(perArticle, (all) => {
      const sums = new Sums(all, categories)
      if (sums.total === 0) return withoutValue(corpus.annotators.length < 2 ? 'one-annotator' : 'nothing-shared', 0)
      if (sums.columns[GAP] === sums.total) return withoutValue('nothing-marked', sums.total)
      return outcome(sums)
    })
  return {
    uAlpha: estimate(uAlpha),
    binary: estimate(binary),
    coding: estimate(coding),
    ofTag: (tag) => estimate((sums) => codingOfTag(sums, tag + 1)),
  }
}

/** The category of what is not marked; tags follow it. */
const GAP = 0

/** Observed and expected coincidences. */
class Sums {
  readonly categories: number
  readonly observed: Float64Array
  /** K_c: Σ ℓ² over units, Σ ℓ over gaps, which have no inner structure. */
  readonly inner: Float64Array
  /** The same over the lengths on which units met others. */
  readonly innerMet: Float64Array
  readonly columns: Float64Array
  readonly total: number

  constructor(all: Float64Array, categories: number) {
    const size = categories * categories
    this.categories = categories
    this.observed = all.subarray(0, size)
    this.inner = all.subarray(size, size + categories)
    this.innerMet = all.subarray(size + categories)
    this.columns = Float64Array.from({ length: categories }, (_, k) => {
      let sum = 0
      for (let c = 0; c < categories; c++) sum += this.observed[c * categories + k]!
      return sum
    })
    this.total = this.columns.reduce((sum, length) => sum + length, 0)
  }

  /** The same without gaps: only where units met. */
  met(): Sums {
    const all = new Float64Array(this.categories ** 2 + 2 * this.categories)
    for (let c = 1; c < this.categories; c++)
      for (let k = 1; k < this.categories; k++) all[c * this.categories + k] = this.observed[c * this.categories + k]!
    all.set(this.innerMet, this.categories ** 2)
    return new Sums(all, this.categories)
  }

  /** ℓ_cc. */
  same(category: number): number {
    return this.observed[category * this.categories + category]!
  }

  /** ε_cc and ε_.c: what of a category would meet itself, and anything, by chance. */
  expected(category: number): { same: number; all: number } {
    const all = this.inner.reduce((sum, inner) => sum + inner, 0)
    const factor = this.total / (this.total ** 2 - all)
    const length = this.columns[category]!
    const inner = this.inner[category]!
    return { same: factor * (length ** 2 - inner), all: factor * (length * this.total - inner) }
  }
}

function uAlpha(sums: Sums): Outcome {
  let [observed, expected] = [sums.total, 0]
  for (let category = 0; category < sums.categories; category++) {
    const chance = sums.expected(category)
    observed -= sums.same(category)
    expected += chance.all - chance.same
  }
  return fromDisagreement(observed / sums.total, expected / sums.total, sums.total, 'no-variation')
}

function binary(sums: Sums): Outcome {
  const gaps = sums.columns[GAP]!
  if (gaps === 0) return withoutValue('no-gaps', sums.total)
  const chance = sums.expected(GAP)
  const [observed, expected] = [gaps - sums.same(GAP), chance.all - chance.same]
  return fromDisagreement(observed / sums.total, expected / sums.total, sums.total, 'no-variation')
}

function coding(sums: Sums): Outcome {
  const met = sums.met()
  const coverage = met.total / sums.total
  if (met.total === 0) return withoutValue('no-overlap', 0, { coverage })
  if (usedIn(met) < 2) return withoutValue('one-tag', met.total, { coverage })
  return { ...uAlpha(met), coverage }
}

function codingOfTag(sums: Sums, category: number): Outcome {
  const met = sums.met()
  const marked = sums.columns[category]!
  if (marked === 0) return withoutValue('nothing-marked', 0)
  const length = met.columns[category]!
  const coverage = length / marked
  if (length === 0) return withoutValue('no-overlap', 0, { coverage })
  if (usedIn(met) < 2) return withoutValue('one-tag', length, { coverage })
  const chance = met.expected(category)
  const observed = (length - met.same(category)) / length
  return { ...fromDisagreement(observed, (chance.all - chance.same) / chance.all, length, 'no-variation'), coverage }
}

function usedIn(sums: Sums): number {
  return sums.columns.filter((length) => length > 0).length
}

/** Per article: ℓ_ck, then K_c, then K_c of the lengths that met. */
function sumsOf(
  { articles, continua }: Corpus,
  categories: number,
  flatten: (units: readonly Unit[]) => Unit[],
): Float64Array[] {
  const size = categories * categories
  const perArticle = Array.from({ length: articles }, () => new Float64Array(size + 2 * categories))
  for (const { article, length, readings } of continua) {
    if (readings.length < 2) continue
    const sums = perArticle[article]!
    const lines = readings.map(({ units }) => flatten(units))
    const met = lines.map((units) => new Float64Array(units.length))
    for (const [a, b] of pairsOf(lines.length)) {
      const share = 1 / (lines.length - 1)
      intersect(lines[a]!, lines[b]!, length, (i, j, common) => {
        const c = i === undefined ? GAP : lines[a]![i]!.tag + 1
        const k = j === undefined ? GAP : lines[b]![j]!.tag + 1
        sums[c * categories + k]! += common * share
        sums[k * categories + c]! += common * share
        if (i === undefined || j === undefined) return
        met[a]![i]! += common * share
        met[b]![j]! += common * share
      })
    }
    for (const [line, units] of lines.entries()) {
      sums[size + GAP]! += length - units.reduce((sum, unit) => sum + lengthOf(unit), 0)
      for (const [place, unit] of units.entries()) {
        sums[size + unit.tag + 1]! += lengthOf(unit) ** 2
        sums[size + categories + unit.tag + 1]! += met[line]![place]! ** 2
      }
    }
  }
  return perArticle
}

/** Walks over two lines of units and their gaps; undefined is a gap. */
function intersect(
  one: readonly Unit[],
  other: readonly Unit[],
  length: number,
  meet: (i: number | undefined, j: number | undefined, common: number) => void,
): void {
  let [i, j] = [0, 0]
  for (let at = 0; at < length; ) {
    while (i < one.length && one[i]!.end <= at) i++
    while (j < other.length && other[j]!.end <= at) j++
    const [a, b] = [one[i], other[j]]
    const isInA = a !== undefined && a.start <= at
    const isInB = b !== undefined && b.start <= at
    const end = Math.min(length, a ? (isInA ? a.end : a.start) : length, b ? (isInB ? b.end : b.start) : length)
    meet(isInA ? i : undefined, isInB ? j : undefined, end - at)
    at = end
  }
}

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
import { type Corpus, lengthOf, type Unit } from './continuum.ts'
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
  const unread = corpus.annotators.length < 2 ? 'one-annotator' : 'nothing-shared'
  const estimate = (outcome: (sums: Sums) => Outcome, otherwise: Partial<Outcome> = {}) =>
    additive(categories ** 2 + 2 * categories, perArticle, (all) => {
      const sums = new Sums(all, categories)
      if (sums.total === 0) return withoutValue(unread, 0, otherwise)
      if (sums.columns[GAP] === sums.total) return withoutValue('nothing-marked', sums.total, otherwise)
      return outcome(sums)
    })
  return {
    uAlpha: estimate((sums) => (sums.isTooShort ? withoutValue('whole-numbers-needed', sums.total) : uAlpha(sums))),
    binary: estimate(binary),
    coding: estimate(coding, { coverage: 0 }),
    ofTag: (tag) => estimate((sums) => codingOfTag(sums, tag + 1), { coverage: 0 }),
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

  /** Gaps are stretches of single positions: a continuum in seconds can be shorter than one of them. */
  get isTooShort(): boolean {
    return this.total <= 1
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
  if (sums.isTooShort) return withoutValue('whole-numbers-needed', sums.total)
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
  if (marked === 0) return withoutValue('nothing-marked', 0, { coverage: 0 })
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
  const perArticle = Array.from({ length: articles }, () => new Float64Array(categories ** 2 + 2 * categories))
  for (const { article, length, readings } of continua) {
    if (readings.length < 2) continue
    const lines = readings.map(({ units }) => flatten(units))
    addContinuum(perArticle[article]!, categories, length, lines)
  }
  return perArticle
}

/** Walks from bound to bound; at each of them one annotator goes from a gap into a unit, or out of it. */
function addContinuum(sums: Float64Array, categories: number, length: number, lines: readonly Unit[][]): void {
  const [inner, innerMet] = [sums.subarray(categories ** 2), sums.subarray(categories ** 2 + categories)]
  const others = lines.length - 1
  const marked = lines.flat().map((unit) => ({ unit, category: unit.tag + 1, before: 0 }))
  const bounds = marked.flatMap((mark) => [
    { at: mark.unit.start, mark, isStart: true },
    { at: mark.unit.end, mark, isStart: false },
  ])
  const counts = new Float64Array(categories)
  counts[GAP] = lines.length
  // How many have marked something, summed up over the positions so far: a unit met what came in between, but itself.
  let [at, met] = [0, 0]
  const walkTo = (next: number) => {
    if (next > at) addCoincidences(sums, counts, (next - at) / others)
    met += (next - at) * (lines.length - counts[GAP]!)
    inner[GAP]! += (next - at) * counts[GAP]!
    at = next
  }
  for (const { at: next, mark, isStart } of bounds.sort((a, b) => a.at - b.at)) {
    walkTo(next)
    counts[GAP]! += isStart ? -1 : 1
    counts[mark.category]! += isStart ? 1 : -1
    if (isStart) {
      mark.before = met
      continue
    }
    const extent = lengthOf(mark.unit)
    inner[mark.category]! += extent ** 2
    innerMet[mark.category]! += ((met - mark.before - extent) / others) ** 2
  }
  walkTo(length)
}

function addCoincidences(sums: Float64Array, counts: Float64Array, weight: number): void {
  for (const [c, one] of counts.entries()) {
    if (one === 0) continue
    for (const [k, other] of counts.entries())
      sums[c * counts.length + k]! += weight * one * (c === k ? other - 1 : other)
  }
}

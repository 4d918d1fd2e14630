/** What two annotators say of the same positions: how often each pair of categories meets. */
import { type Coding, MISSING, sumsOfRows } from './coding.ts'
import { additive, type Estimate } from './estimate.ts'
import { fromAgreement, type Outcome, withoutValue } from './outcome.ts'

export interface Contingency {
  readonly n: number
  /** Share of positions on which both say the same. */
  readonly agreement: number
  /** Shares of each category by the first and by the second annotator. */
  readonly first: readonly number[]
  readonly second: readonly number[]
}

/** A coefficient of two annotators whose agreement by chance is a function of how often each uses each category. */
export function ofTwo(
  coding: Coding,
  [a, b]: readonly [number, number],
  expected: (table: Contingency) => number,
): Estimate {
  const { categories } = coding
  const size = categories * categories
  const perArticle = sumsOfRows(coding, size, (sums, row, weight) => {
    const [one, other] = [row[a]!, row[b]!]
    if (one !== MISSING && other !== MISSING) sums[one * categories + other]! += weight
  })
  return additive(size, perArticle, (sums): Outcome => {
    const table = tableOf(sums, categories)
    if (table.n === 0) return withoutValue('nothing-shared', 0)
    const isUnmarked = coding.unmarked !== undefined && table.first[coding.unmarked] === 1
    return fromAgreement(table.agreement, expected(table), table.n, isUnmarked ? 'nothing-marked' : 'no-variation')
  })
}

function tableOf(sums: Float64Array, categories: number): Contingency {
  const n = sums.reduce((sum, value) => sum + value, 0)
  const places = Array.from({ length: categories }, (_, place) => place)
  const total = (at: (place: number) => number) => places.reduce((sum, place) => sum + sums[at(place)]!, 0) / n
  return {
    n,
    agreement: total((place) => place * categories + place),
    first: places.map((category) => total((place) => category * categories + place)),
    second: places.map((category) => total((place) => place * categories + category)),
  }
}

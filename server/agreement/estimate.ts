/** A measure over articles that can be counted anew: once each for the value, as chance has it for its interval. */
import { type Outcome, withoutValue } from './outcome.ts'

/** How often each article counts. */
export type Counts = ArrayLike<number>

export interface Estimate {
  readonly articles: number
  at(counts: Counts): Outcome
}

/** Every article once. */
export function outcomeOf(estimate: Estimate): Outcome {
  return estimate.at(new Uint8Array(estimate.articles).fill(1))
}

/** A measure that needs nothing of its articles but sums over them, so many of each. */
export function additive(
  size: number,
  perArticle: readonly Float64Array[],
  outcome: (sums: Float64Array) => Outcome,
): Estimate {
  // Of many annotators two share few articles: thousands of draws pass by the others.
  const filled = [...perArticle.entries()].filter(([, part]) => part.some((value) => value !== 0))
  return {
    articles: perArticle.length,
    at: (counts) => {
      const sums = new Float64Array(size)
      for (const [article, part] of filled) {
        const count = counts[article]!
        if (count === 0) continue
        for (let index = 0; index < size; index++) sums[index]! += count * part[index]!
      }
      return outcome(sums)
    },
  }
}

/** The mean of those that have a value; n is how many these are. */
export function meanOf(estimates: readonly Estimate[]): Estimate {
  return {
    articles: estimates[0]?.articles ?? 0,
    at: (counts) => {
      const outcomes = estimates.map((estimate) => estimate.at(counts))
      const values = outcomes.flatMap(({ value }) => (value === undefined ? [] : [value]))
      if (values.length === 0) return withoutValue(outcomes[0]?.reason ?? 'one-annotator', 0)
      return { value: values.reduce((sum, value) => sum + value, 0) / values.length, n: values.length }
    },
  }
}

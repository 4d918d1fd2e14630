/** What annotators say of each position or unit, as one table: the ground of κ, π, AC1 and α. */
import type { Corpus, Unit } from './continuum.ts'
import { innermost, layer } from './projection.ts'

/** Rows of one value for each annotator. A stretch of a text that all treat alike is one row with its length as weight. */
export interface Coding {
  readonly annotators: number
  readonly categories: number
  readonly articles: number
  /** Row after row; MISSING where an annotator says nothing. */
  readonly values: Int32Array
  readonly weights: Float64Array
  /** The article of each row. */
  readonly articleOf: Int32Array
  /** The category that means „nothing is marked here“, where there is one. */
  readonly unmarked?: number
}

export const MISSING = -1

/** Each position has the tag of its innermost unit, or none. */
export function codingOfTags(corpus: Corpus): Coding {
  return codingOf(corpus, corpus.tags.length + 1, innermost, (unit) => unit.tag + 1)
}

/** Each position has the tag or not. */
export function codingOfTag(corpus: Corpus, tag: number): Coding {
  return codingOf(
    corpus,
    2,
    (units) => layer(units, tag),
    () => 1,
  )
}

function codingOf(
  { annotators, articles, continua }: Corpus,
  categories: number,
  flatten: (units: readonly Unit[]) => Unit[],
  categoryOf: (unit: Unit) => number,
): Coding {
  const width = annotators.length
  const values: number[] = []
  const weights: number[] = []
  const articleOf: number[] = []
  for (const { article, length, readings } of continua) {
    const lines = readings.map(({ annotator, units }) => ({ annotator, units: flatten(units), next: 0 }))
    for (let at = 0; at < length; ) {
      let end = length
      const row = values.length
      for (let column = 0; column < width; column++) values.push(MISSING)
      for (const line of lines) {
        while (line.next < line.units.length && line.units[line.next]!.end <= at) line.next++
        const unit = line.units[line.next]
        const isInside = unit !== undefined && unit.start <= at
        values[row + line.annotator] = isInside ? categoryOf(unit) : 0
        if (unit) end = Math.min(end, isInside ? unit.end : unit.start)
      }
      weights.push(end - at)
      articleOf.push(article)
      at = end
    }
  }
  return {
    annotators: width,
    categories,
    articles,
    values: Int32Array.from(values),
    weights: Float64Array.from(weights),
    articleOf: Int32Array.from(articleOf),
    unmarked: 0,
  }
}

/** A category against all others. */
export function against(coding: Coding, category: number): Coding {
  const { unmarked: _, ...rest } = coding
  return {
    ...rest,
    categories: 2,
    values: coding.values.map((value) => (value === MISSING ? MISSING : +(value === category))),
  }
}

/** Sums over the rows of each article: `add` puts a row's part into the sums of its article. */
export function sumsOfRows(
  coding: Coding,
  size: number,
  add: (sums: Float64Array, row: Int32Array, weight: number) => void,
): Float64Array[] {
  const perArticle = Array.from({ length: coding.articles }, () => new Float64Array(size))
  for (const [index, weight] of coding.weights.entries()) {
    const row = coding.values.subarray(index * coding.annotators, (index + 1) * coding.annotators)
    add(perArticle[coding.articleOf[index]!]!, row, weight)
  }
  return perArticle
}

/** How often each category stands in a row; the number of values in it. */
export function countRow(row: Int32Array, counts: Int32Array): number {
  counts.fill(0)
  let total = 0
  for (const value of row) {
    if (value === MISSING) continue
    counts[value]!++
    total++
  }
  return total
}

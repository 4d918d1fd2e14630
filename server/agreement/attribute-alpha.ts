/**
 * Agreement about an attribute: Krippendorff's α over pairs of spans that stand for the same, those of the same tag
 * that match best with a Dice of at least .5. Its coverage is the share of the spans that are in such a pair with both
 * answers; without it the value says little. n counts answers.
 */
import type { AskedAttribute, Corpus, Unit } from './continuum.ts'
import { extended, pairsOf } from './continuum.ts'
import type { Estimate } from './estimate.ts'
import { krippendorffAlpha } from './krippendorff-alpha.ts'
import { matched } from './matching.ts'
import { withoutValue } from './outcome.ts'

export const MATCH_THRESHOLD = 0.5

export function attributeAlpha(corpus: Corpus, attribute: AskedAttribute): Estimate {
  const answers: [string, string][] = []
  const articleOf: number[] = []
  const spans = new Float64Array(corpus.articles)
  const covered = new Float64Array(corpus.articles)
  for (const { article, readings } of corpus.continua) {
    const lines = readings.map(({ units }) => extended(units).filter(({ tag }) => tag === attribute.tag))
    for (const [a, b] of pairsOf(lines.length)) {
      spans[article]! += lines[a]!.length + lines[b]!.length
      for (const [one, other] of matched(lines[a]!, lines[b]!, MATCH_THRESHOLD)) {
        const both = [answerOf(one, attribute), answerOf(other, attribute)]
        if (both.includes(undefined)) continue
        answers.push(both as [string, string])
        articleOf.push(article)
        covered[article]! += 2
      }
    }
  }
  const categories = [...new Set(answers.flat())].sort((a, b) => Number(a) - Number(b))
  const alpha = krippendorffAlpha(
    {
      annotators: 2,
      categories: categories.length,
      articles: corpus.articles,
      values: Int32Array.from(answers.flat(), (answer) => categories.indexOf(answer)),
      weights: new Float64Array(answers.length).fill(1),
      articleOf: Int32Array.from(articleOf),
    },
    attribute.level,
    categories.map(Number),
  )
  return {
    articles: corpus.articles,
    at: (counts) => {
      const total = (perArticle: Float64Array) =>
        perArticle.reduce((sum, part, place) => sum + part * counts[place]!, 0)
      if (corpus.annotators.length < 2) return withoutValue('one-annotator', 0, { coverage: 0 })
      if (total(spans) === 0) return withoutValue('nothing-marked', 0, { coverage: 0 })
      const coverage = total(covered) / total(spans)
      if (coverage === 0) return withoutValue('no-matches', 0, { coverage })
      return { ...alpha.at(counts), coverage }
    },
  }
}

/** An answer as one value; several choices are one value together. */
function answerOf({ attributes }: Unit, { id }: AskedAttribute): string | undefined {
  const answer = attributes?.[id]
  return Array.isArray(answer) ? answer.join('|') : answer?.toString()
}

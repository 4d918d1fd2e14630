/** How far a class agrees beyond chance: Krippendorff's α over the characters, with the interval over paragraphs. */
import type { Interval } from '../../agreement/bootstrap.ts'
import type { Corpus } from '../../agreement/continuum.ts'
import { GAMMA_DEFAULTS } from '../../agreement/gamma.ts'
import { lineOf } from '../../agreement/positions.ts'
import { resultsOfCorpus } from '../../agreement/results.ts'
import type { Article } from '../../articles/article.ts'
import type { Marks } from './heat-map.ts'

export interface ClassAgreement {
  /** Undefined where nothing can be compared: all marked nothing, or all the same. */
  readonly alpha: number | undefined
  readonly interval: Pick<Interval, 'low' | 'high'> | undefined
}

const SAMPLES = 1000
const SEED = 1

/** @param samples how many draws make the interval; none, no interval */
export function classAgreement(
  article: Article,
  tags: readonly string[],
  readings: readonly Marks[],
  samples = SAMPLES,
): ClassAgreement {
  const line = lineOf(article.body, article.blocks, 'character')
  const corpus: Corpus = {
    position: 'character',
    annotators: readings.map((_, person) => String(person)),
    tags,
    ...{ attributes: [], roles: [], articles: 1 },
    continua: [
      {
        article: 0,
        length: line.length,
        paragraphs: line.paragraphs,
        readings: readings.map((marks, annotator) => ({
          annotator,
          units: marks
            .filter(({ tag }) => tags.includes(tag))
            .map((mark) => ({ tag: tags.indexOf(mark.tag), ...line.place(mark) })),
        })),
      },
    ],
  }
  const [whole] = resultsOfCorpus(corpus, {
    measures: ['krippendorff-alpha'],
    ...{ level: 'nominal', threshold: 0.5 },
    bootstrap: { samples, seed: SEED, ofParagraphs: true },
    gamma: GAMMA_DEFAULTS,
  })
  return { alpha: whole?.outcome.value, interval: whole?.interval }
}

/** How long the measures of agreement take, and how that grows with text, marks and annotators. */
import type { Corpus } from '../../server/agreement/continuum.ts'
import { GAMMA_DEFAULTS } from '../../server/agreement/gamma.ts'
import type { MeasureName } from '../../server/agreement/measures.ts'
import { resultsOfCorpus } from '../../server/agreement/results.ts'
import { type Random, randomFrom, randomPlace } from '../../server/random.ts'
import { type Finding, inMilliseconds, median, type Question, timed } from './support/measure.ts'

const ROUNDS = 3
const LARGE = { annotators: 5, characters: 1_000_000, spans: 10_000 }
type Size = typeof LARGE

const ALPHAS: readonly (readonly MeasureName[])[] = [
  ['krippendorff-alpha'],
  ['u-alpha', 'u-alpha-binary', 'cu-alpha', 'ku-alpha'],
  ['alpha-u-1995'],
]

export const agreement: Question = async () => {
  const corpus = corpusOf(LARGE)
  const findings: Finding[] = []
  for (const measures of ALPHAS)
    findings.push({
      question: `${measures.join(', ')}: 5 annotators, 1,000,000 characters, 10,000 spans each`,
      measured: inMilliseconds(await timeOf(corpus, measures)),
      reach: '<= 1000 ms',
    })
  const readings = { annotators: 2, characters: 20_000, spans: 500 }
  findings.push({
    question: 'gamma: 2 annotators, 500 units each',
    measured: inMilliseconds(await timeOf(corpusOf(readings), ['gamma'])),
    reach: '<= 10000 ms',
  })
  return [...findings, ...(await growth())]
}

/** Time against that of a text with a quarter of the characters, of the spans, of the annotators. */
async function growth(): Promise<Finding[]> {
  const all = ALPHAS.flat()
  const base = { annotators: 4, characters: 400_000, spans: 4_000 }
  const baseTime = await timeOf(corpusOf(base), all)
  const findings: Finding[] = []
  for (const key of ['characters', 'spans', 'annotators'] as const) {
    const time = await timeOf(corpusOf({ ...base, [key]: 4 * base[key] }), all)
    findings.push({
      question: `every alpha, four times the ${key}`,
      measured: inMilliseconds(time),
      baseline: inMilliseconds(baseTime),
      ratio: time / baseTime,
    })
  }
  return findings
}

async function timeOf(corpus: Corpus, measures: readonly MeasureName[]): Promise<number> {
  const asked = {
    measures,
    level: 'nominal',
    threshold: 0.5,
    bootstrap: { samples: 0, seed: 1, ofParagraphs: false },
    gamma: GAMMA_DEFAULTS,
  } as const
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) times.push(await timed(async () => void resultsOfCorpus(corpus, asked)))
  return median(times)
}

/** One text; annotators mark the same places, more or less. */
function corpusOf({ annotators, characters, spans }: Size): Corpus {
  const random = randomFrom(1)
  const places = Array.from({ length: spans }, () => ({
    start: randomPlace(random, characters - 200),
    length: 1 + randomPlace(random, 150),
    tag: randomPlace(random, 3),
  }))
  const readings = Array.from({ length: annotators }, (_, annotator) => ({
    annotator,
    units: places.map(({ start, length, tag }) => {
      const shifted = start + randomPlace(random, 20)
      return { start: shifted, end: shifted + length + randomPlace(random, 20), tag: oftenThe(tag, random) }
    }),
  }))
  return {
    position: 'character',
    annotators: readings.map(({ annotator }) => `a${annotator}`),
    tags: ['reporting', 'attribution', 'framing'],
    attributes: [],
    roles: [],
    articles: 1,
    continua: [{ article: 0, length: characters, readings }],
  }
}

function oftenThe(tag: number, random: Random): number {
  return random() < 0.8 ? tag : randomPlace(random, 3)
}

/** γ, γ-cat and γ-k of a corpus. Many annotators cannot be aligned all at once: then it is the mean over pairs. */
import type { Corpus } from './continuum.ts'
import { type GammaOptions, gammas } from './gamma.ts'
import { byPair, type Row } from './rows.ts'

export type GammaMeasure = 'gamma' | 'gamma-cat' | 'gamma-k'

/** Ways to align grow with each annotator as with a power. */
const MOST_AT_ONCE = 5

/** Rows of whichever of the three is asked for: the alignments are made once. */
export function gammaRows(corpus: Corpus, options: GammaOptions): (measure: GammaMeasure) => Row[] {
  const most = Math.max(0, ...corpus.continua.map(({ readings }) => readings.length))
  if (most > MOST_AT_ONCE) return pairwiseRows(corpus, options)
  const found = gammas(corpus, options)
  const parameters = parametersOf(options, found.samples)
  return (measure) => {
    if (measure === 'gamma') return [{ estimate: found.gamma, parameters }]
    if (measure === 'gamma-cat') return [{ estimate: found.cat, parameters }]
    return corpus.tags.map((tag, place) => ({ tag, estimate: found.ofTag(place), parameters }))
  }
}

function pairwiseRows(corpus: Corpus, options: GammaOptions): (measure: GammaMeasure) => Row[] {
  const ofPairs = new Map<string, ReturnType<typeof gammas>>()
  const ofPair = (pair: readonly [number, number]) => {
    const key = pair.join()
    if (!ofPairs.has(key)) ofPairs.set(key, gammas(onlyPair(corpus, pair), options))
    return ofPairs.get(key)!
  }
  const rows = (of: (found: ReturnType<typeof gammas>) => ReturnType<typeof gammas>['gamma']): Row[] =>
    byPair(corpus.annotators, (pair) => of(ofPair(pair))).map((row) => ({ ...row, variant: 'pairwise' }))
  return (measure) => {
    const { samples: _, ...parameters } = parametersOf(options, 0)
    const withParameters = (row: Row): Row => ({ ...row, parameters })
    if (measure === 'gamma') return rows(({ gamma }) => gamma).map(withParameters)
    if (measure === 'gamma-cat') return rows(({ cat }) => cat).map(withParameters)
    return corpus.tags.flatMap((tag, place) =>
      rows((found) => found.ofTag(place)).map((row) => ({ ...withParameters(row), tag })),
    )
  }
}

function onlyPair(corpus: Corpus, pair: readonly [number, number]): Corpus {
  const continua = corpus.continua.map((continuum) => ({
    ...continuum,
    readings: continuum.readings.filter(({ annotator }) => pair.includes(annotator)),
  }))
  return { ...corpus, continua }
}

function parametersOf({ alpha, beta, deltaEmpty, precision, sampler, seed }: GammaOptions, samples: number) {
  return { alpha, beta, deltaEmpty, precision, sampler, seed, samples }
}

/** F1 of the parts of two annotators' units, role by role: who says it, how we know, what is said (see span-f1.ts). */
import type { Corpus, Unit } from './continuum.ts'
import type { Estimate } from './estimate.ts'
import { type SpanF1Options, spanF1 } from './span-f1.ts'

/** `tag` of the options is the place of a role in the corpus's list. */
export function partF1(corpus: Corpus, pair: readonly [number, number], options: SpanF1Options): Estimate {
  return spanF1(ofParts(corpus), pair, options)
}

function ofParts(corpus: Corpus): Corpus {
  const partsOf = ({ parts = [] }: Unit): Unit[] =>
    parts.map(({ role, start, end }) => ({ tag: corpus.roles.indexOf(role), start, end }))
  const continua = corpus.continua.map((continuum) => ({
    ...continuum,
    readings: continuum.readings.map(({ annotator, units }) => ({ annotator, units: units.flatMap(partsOf) })),
  }))
  return { ...corpus, tags: corpus.roles, continua }
}

/** A corpus as its paragraphs, each like an article of its own; units that go beyond one are cut. */
import type { Span } from '../text/span.ts'
import type { Continuum, Corpus, Reading, Unit } from './continuum.ts'

export function ofParagraphs(corpus: Corpus): Corpus {
  const continua = corpus.continua.flatMap(paragraphsOf).map((continuum, article) => ({ ...continuum, article }))
  return { ...corpus, articles: continua.length, continua }
}

function paragraphsOf(continuum: Continuum): Continuum[] {
  const { length, paragraphs = [0] } = continuum
  return paragraphs.flatMap((start, place) => {
    const end = paragraphs[place + 1] ?? length
    return start < end ? [partOf(continuum, { start, end })] : []
  })
}

/** What of a continuum lies within a span, as one of its own; units that go beyond it are cut. */
export function partOf({ article, readings }: Continuum, { start, end }: Span): Continuum {
  const within = ({ annotator, units }: Reading) => ({
    annotator,
    units: units.flatMap((unit) => cut(unit, start, end)),
  })
  return { article, length: end - start, readings: readings.map(within) }
}

/** What of a unit lies between two positions, counted from the first. */
function cut(unit: Unit, from: number, to: number): Unit[] {
  const [start, end] = [Math.max(unit.start, from), Math.min(unit.end, to)]
  return start < end ? [{ ...unit, start: start - from, end: end - from, whole: unit.whole ?? unit }] : []
}

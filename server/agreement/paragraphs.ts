/** A corpus as its paragraphs, each like an article of its own; units that go beyond one are cut. */
import type { Continuum, Corpus, Unit } from './continuum.ts'

export function ofParagraphs(corpus: Corpus): Corpus {
  const continua = corpus.continua.flatMap(paragraphsOf).map((continuum, article) => ({ ...continuum, article }))
  return { ...corpus, articles: continua.length, continua }
}

function paragraphsOf({ article, length, readings, paragraphs = [0] }: Continuum): Continuum[] {
  return paragraphs.flatMap((start, place) => {
    const end = paragraphs[place + 1] ?? length
    const within = ({ annotator, units }: Continuum['readings'][number]) => ({
      annotator,
      units: units.flatMap((unit) => cut(unit, start, end)),
    })
    return start < end ? [{ article, length: end - start, readings: readings.map(within) }] : []
  })
}

/** What of a unit lies between two positions, counted from the first. */
function cut(unit: Unit, from: number, to: number): Unit[] {
  const [start, end] = [Math.max(unit.start, from), Math.min(unit.end, to)]
  return start < end ? [{ ...unit, start: start - from, end: end - from }] : []
}

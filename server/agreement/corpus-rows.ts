/** The rows of each measure over a corpus: all tags together first, then each alone. */
import { alphaU1995 } from './alpha-u-1995.ts'
import { attributeAlpha } from './attribute-alpha.ts'
import { codingOfTag, codingOfTags } from './coding.ts'
import { CODING_ROWS } from './coding-rows.ts'
import type { Corpus } from './continuum.ts'
import { type GammaMeasure, gammaRows } from './gamma-rows.ts'
import { type MeasureName, OF_CODINGS } from './measures.ts'
import { partF1 } from './part-f1.ts'
import { innermost, layer } from './projection.ts'
import type { Asked } from './results.ts'
import { byPair, type Row } from './rows.ts'
import { SPAN_MATCHES, spanF1 } from './span-f1.ts'
import { unitizingAlphas } from './u-alpha.ts'

/** The rows of one measure after the other; what several of them need is made once. */
export function corpusRows(corpus: Corpus, asked: Asked): (measure: MeasureName) => Row[] {
  const { tags, annotators } = corpus
  const codings = once(() => [
    { coding: codingOfTags(corpus) },
    ...tags.map((tag, place) => ({ tag, coding: codingOfTag(corpus, place) })),
  ])
  const alphas = once(() => unitizingAlphas(corpus, innermost))
  const gammas = once(() => gammaRows(corpus, asked.gamma))
  const ofGamma = (measure: GammaMeasure) => () => gammas()(measure)
  const spanRows = (threshold: number) =>
    SPAN_MATCHES.flatMap((match) =>
      [undefined, ...tags.keys()].flatMap((tag) =>
        byPair(annotators, (pair) => spanF1(corpus, pair, { match, threshold, tag })).map((row) => ({
          ...row,
          variant: match,
          ...(tag !== undefined && { tag: tags[tag]! }),
        })),
      ),
    )
  const partRows = (threshold: number) =>
    corpus.roles.flatMap((role, tag) =>
      (['exact', 'dice'] as const).flatMap((match) =>
        byPair(annotators, (pair) => partF1(corpus, pair, { match, threshold, tag })).map((row) => ({
          ...row,
          variant: match,
          role,
        })),
      ),
    )
  const more: Partial<Record<MeasureName, () => Row[]>> = {
    'u-alpha': () => [
      { estimate: alphas().uAlpha },
      ...tags.map((tag, place) => ({
        tag,
        estimate: unitizingAlphas(corpus, (units) => layer(units, place)).uAlpha,
      })),
    ],
    'u-alpha-binary': () => [{ estimate: alphas().binary }],
    'cu-alpha': () => [{ estimate: alphas().coding }],
    'ku-alpha': () => tags.map((tag, place) => ({ tag, estimate: alphas().ofTag(place) })),
    'alpha-u-1995': () => [
      { estimate: alphaU1995(corpus, [...tags.keys()]) },
      ...tags.map((tag, place) => ({ tag, estimate: alphaU1995(corpus, [place]) })),
    ],
    gamma: ofGamma('gamma'),
    'gamma-cat': ofGamma('gamma-cat'),
    'gamma-k': ofGamma('gamma-k'),
    'span-f1': () => spanRows(asked.threshold),
    'attribute-alpha': () =>
      corpus.attributes.map((attribute) => ({
        tag: tags[attribute.tag]!,
        attribute: attribute.id,
        estimate: attributeAlpha(corpus, attribute),
      })),
    'part-f1': () => partRows(asked.threshold),
  }
  return (measure) => {
    if (!OF_CODINGS.includes(measure)) return more[measure]!()
    return codings().flatMap(({ coding, ...subject }) =>
      CODING_ROWS[measure as keyof typeof CODING_ROWS](coding, annotators, 'nominal', []).map((row) => ({
        ...row,
        ...subject,
      })),
    )
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** What formats leave out, named once: each takes from this list what it cannot carry. */
import type { Annotation } from '../../../annotations/annotation.ts'
import type { DatasetArticle, DatasetSet } from '../../dataset.ts'
import type { Omission } from '../../format.ts'

/** How many of an article's sets have something. */
export const setsWith = (has: (set: DatasetSet) => boolean) => (article: DatasetArticle) =>
  article.annotationSets.filter(has).length

/** How many of the annotations of an article have something. */
export const annotationsWith = (has: (annotation: Annotation) => boolean) => (article: DatasetArticle) =>
  article.annotationSets.reduce((sum, { annotations }) => sum + annotations.filter(has).length, 0)

/** How much of something all annotations of an article have. */
export const sumOf = (count: (annotation: Annotation) => number) => (article: DatasetArticle) =>
  article.annotationSets
    .flatMap(({ annotations }) => annotations)
    .reduce((sum, annotation) => sum + count(annotation), 0)

export const WITHOUT = {
  study: { what: 'study', inHeader: () => 1 },
  codebook: { what: 'codebook', inHeader: ({ codebooks }) => codebooks.length },
  'annotator-details': { what: 'annotator-details', inHeader: ({ annotators }) => annotators.length },
  'round-details': { what: 'round-details', inHeader: ({ rounds }) => rounds.length },
  'article-id': { what: 'article-id', inArticle: () => 1 },
  title: { what: 'title', inArticle: () => 1 },
  text: { what: 'text', inArticle: ({ isWithheld }) => (isWithheld ? 0 : 1) },
  language: { what: 'language', inArticle: () => 1 },
  source: { what: 'source', inArticle: ({ source }) => +Object.values(source).some((value) => value !== undefined) },
  block: { what: 'block', inArticle: ({ blocks }) => blocks.length },
  'article-without-sets': {
    what: 'article-without-sets',
    inArticle: ({ annotationSets }) => +(annotationSets.length === 0),
  },
  round: { what: 'round', inArticle: setsWith(() => true) },
  'set-id': { what: 'set-id', inArticle: setsWith(() => true) },
  state: { what: 'state', inArticle: setsWith(({ state }) => state !== 'finished') },
  reason: { what: 'reason', inArticle: setsWith(({ reason }) => reason !== undefined) },
  answers: { what: 'answers', inArticle: setsWith(({ answers }) => answers !== undefined) },
  'active-seconds': { what: 'active-seconds', inArticle: setsWith(({ activeSeconds }) => activeSeconds !== undefined) },
  'empty-set': { what: 'empty-set', inArticle: setsWith(({ annotations }) => annotations.length === 0) },
  'annotation-id': { what: 'annotation-id', inArticle: annotationsWith(() => true) },
  attribute: { what: 'attribute', inArticle: sumOf(({ attributes }) => Object.keys(attributes).length) },
  part: { what: 'part', inArticle: sumOf(({ parts }) => parts.length) },
  confidence: { what: 'confidence', inArticle: annotationsWith(({ confidence }) => confidence !== undefined) },
  'second-tag': { what: 'second-tag', inArticle: annotationsWith(({ secondTag }) => secondTag !== undefined) },
  note: { what: 'note', inArticle: annotationsWith(({ note }) => note !== undefined) },
  origin: { what: 'origin', inArticle: annotationsWith(({ origin }) => origin !== 'annotator') },
  time: { what: 'time', inArticle: annotationsWith(() => true) },
} as const satisfies Record<string, Omission>

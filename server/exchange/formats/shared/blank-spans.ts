/** What formats of words and lines leave out: marks and parts of white space alone. */
import type { Span } from '../../../text/span.ts'
import type { DatasetArticle } from '../../dataset.ts'
import type { Omission } from '../../format.ts'

export const BLANK_SPANS: readonly Omission[] = [
  {
    what: 'blank-annotation',
    inArticle: (article) => annotationsOf(article).filter((span) => isBlank(article, span)).length,
  },
  {
    what: 'blank-part',
    // Parts of an annotation that is left out go with it.
    inArticle: (article) =>
      annotationsOf(article)
        .filter((span) => !isBlank(article, span))
        .flatMap(({ parts }) => parts)
        .filter((span) => isBlank(article, span)).length,
  },
]

function annotationsOf({ annotationSets }: DatasetArticle) {
  return annotationSets.flatMap(({ annotations }) => annotations)
}

function isBlank({ body }: DatasetArticle, { start, end }: Span): boolean {
  return !/\P{White_Space}/u.test(body.slice(start, end))
}

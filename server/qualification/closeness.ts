/** How close readings come to the reference readings of the same articles: F1 of spans that overlap under the same tag. */
import { codingOfTags } from '../agreement/coding.ts'
import type { Corpus, Unit } from '../agreement/continuum.ts'
import { outcomeOf } from '../agreement/estimate.ts'
import { krippendorffAlpha } from '../agreement/krippendorff-alpha.ts'
import type { Outcome } from '../agreement/outcome.ts'
import { lineOf } from '../agreement/positions.ts'
import { spanF1 } from '../agreement/span-f1.ts'
import type { Annotation } from '../annotations/annotation.ts'
import type { Article } from '../articles/article.ts'

/** An article, as somebody read it and as the reference does. */
export interface ReadTwice {
  readonly article: Pick<Article, 'body' | 'blocks'>
  readonly reading: readonly Annotation[]
  readonly reference: readonly Annotation[]
}

export interface Closeness {
  readonly articles: number
  /** 0 to 1; undefined where nothing has been read, or neither side marked anything. */
  readonly f1: number | undefined
}

export function closeness(readTwice: readonly ReadTwice[]): Closeness {
  const tags = [
    ...new Set(readTwice.flatMap(({ reading, reference }) => [...reading, ...reference].map(({ tag }) => tag))),
  ]
  return { articles: readTwice.length, f1: f1Of(corpusOf(readTwice, tags), 'overlap').value }
}

/** How alike somebody's readings and the reference are, by the measures that a page explains. */
export interface Likeness {
  readonly overlap: Outcome
  readonly exact: Outcome
  /** α nominal, character by character. */
  readonly alpha: Outcome
}

/** @param tags in the codebook's order, by which it is told which of two marks over the same words is the innermost */
export function likeness(readTwice: readonly ReadTwice[], tags: readonly string[]): Likeness {
  const corpus = corpusOf(readTwice, tags)
  return {
    overlap: f1Of(corpus, 'overlap'),
    exact: f1Of(corpus, 'exact'),
    alpha: outcomeOf(krippendorffAlpha(codingOfTags(corpus))),
  }
}

function f1Of(corpus: Corpus, match: 'overlap' | 'exact'): Outcome {
  return outcomeOf(spanF1(corpus, [0, 1], { match, threshold: 0 }))
}

function corpusOf(readTwice: readonly ReadTwice[], tags: readonly string[]): Corpus {
  return {
    position: 'character',
    annotators: ['reading', 'reference'],
    tags,
    attributes: [],
    roles: [],
    articles: readTwice.length,
    continua: readTwice.map(({ article: { body, blocks }, reading, reference }, article) => {
      const line = lineOf(body, blocks, 'character')
      const unitsOf = (marks: readonly Annotation[]): Unit[] =>
        marks.flatMap((annotation) => {
          const { start, end } = line.place(annotation)
          return start === end ? [] : [{ tag: tags.indexOf(annotation.tag), start, end }]
        })
      return {
        article,
        length: line.length,
        readings: [reading, reference].map((marks, annotator) => ({ annotator, units: unitsOf(marks) })),
      }
    }),
  }
}

/** The same bound for everybody: an F1 as it is shown, in whole hundredths, not as it is computed. */
export function reaches({ f1 }: Closeness, percent: number): boolean {
  return f1 !== undefined && percentOf(f1) >= percent
}

/** 0.5999 → 59: nobody is told that they have reached what they have not. */
export function percentOf(f1: number): number {
  return Math.floor(f1 * 100 + 1e-9)
}

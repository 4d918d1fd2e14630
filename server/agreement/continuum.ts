/** What is compared: texts as lines of positions, and the units that each annotator marked on them. */
import type { Part } from '../annotations/annotation.ts'
import type { Answers } from '../codebook/codebook.ts'
import type { BlockKind } from '../text/blocks.ts'
import type { Span } from '../text/span.ts'

/** What a position is: a code point of the coded text, one of its tokens or sentences, or a place in a table. */
export type PositionKind = 'character' | 'token' | 'sentence' | 'position'

/** A marked stretch. */
export interface Unit extends Span {
  /** Place of its tag in the corpus's list. */
  readonly tag: number
  /** Where it was cut to fit a part of its text: what it was before. */
  readonly whole?: Span
  readonly attributes?: Answers
  readonly parts?: readonly Part[]
}

/** What one annotator marked on a continuum, perhaps nothing. */
export interface Reading {
  /** Place in the corpus's list. */
  readonly annotator: number
  readonly units: readonly Unit[]
}

/** One text as it was read in one round. */
export interface Continuum {
  /** Place of the article; an article that was read in two rounds has two continua. */
  readonly article: number
  /** Positions are 0 … length. */
  readonly length: number
  /** Where its paragraphs begin, where that is known. */
  readonly paragraphs?: readonly number[]
  /** Of what kind each of them is. */
  readonly kinds?: readonly BlockKind[]
  readonly readings: readonly Reading[]
}

export interface Corpus {
  readonly position: PositionKind
  /** By name, in their order. */
  readonly annotators: readonly string[]
  /** In the codebook's order. */
  readonly tags: readonly string[]
  /** What is asked about units, tag by tag. */
  readonly attributes: readonly AskedAttribute[]
  readonly roles: readonly string[]
  readonly articles: number
  readonly continua: readonly Continuum[]
}

export interface AskedAttribute {
  /** Place of the tag. */
  readonly tag: number
  readonly id: string
  readonly level: 'nominal' | 'interval'
}

export function lengthOf({ start, end }: Span): number {
  return end - start
}

/** The units that have an extent; foreign files hold some that have none. */
export function extended(units: readonly Unit[]): Unit[] {
  return units.filter((unit) => unit.start < unit.end)
}

/** Places of the articles that two annotators or more read in the same round: the only ones that can agree. */
export function sharedArticles({ continua }: Corpus): number[] {
  return [...new Set(continua.filter(({ readings }) => readings.length > 1).map(({ article }) => article))]
}

/** What a measure rests on: articles that two or more have read, with whoever read and what was marked in them. */
export interface Compared {
  readonly articles: number
  readonly people: number
  readonly marks: number
}

export function comparedIn({ continua }: Corpus): Compared {
  const shared = continua.filter(({ readings }) => readings.length > 1)
  const readings = shared.flatMap((continuum) => continuum.readings)
  return {
    articles: new Set(shared.map(({ article }) => article)).size,
    people: new Set(readings.map(({ annotator }) => annotator)).size,
    marks: readings.reduce((sum, { units }) => sum + units.length, 0),
  }
}

/** All pairs of annotators, by their places. */
export function pairsOf(annotators: number): [number, number][] {
  const places = Array.from({ length: annotators }, (_, place) => place)
  return places.flatMap((a) => places.slice(a + 1).map((b): [number, number] => [a, b]))
}

/** How an article speaks by one reading: shares along the text, answers counted, and two readings from left to right. */
import { type Article, codedBlocks } from '../articles/article.ts'
import type { Attribute, Choice, Codebook, Tag } from '../codebook/codebook.ts'
import type { Block } from '../text/blocks.ts'
import { segmentsOfEach } from '../text/segments.ts'
import type { Span } from '../text/span.ts'
import type { Annotation } from './annotation.ts'
import { inkOf, innermostOf } from './shares.ts'

type Tagged = Span & { readonly tag: string }

/** A stretch of the text that is shown as one: a block, or list items that follow one another. */
export interface Passage {
  readonly kind: Block['kind']
  /** Which one of its kind, from 1. */
  readonly place: number
  /** Code points, white space left out. */
  readonly coded: number
  /** Tag id → the code points whose innermost mark it is. */
  readonly tags: ReadonlyMap<string, number>
  readonly unmarked: number
}

export function passagesOf(article: Article, annotations: readonly Tagged[]): Passage[] {
  const blocks = codedBlocks(article)
  const pieces = segmentsOfEach(annotations, blocks)
  const places = new Map<Block['kind'], number>()
  const passages: { kind: Block['kind']; place: number; coded: number; tags: Map<string, number>; unmarked: number }[] =
    []
  for (const [index, { kind }] of blocks.entries()) {
    if (kind !== 'list-item' || blocks[index - 1]?.kind !== kind) {
      places.set(kind, (places.get(kind) ?? 0) + 1)
      passages.push({ kind, place: places.get(kind)!, coded: 0, tags: new Map(), unmarked: 0 })
    }
    const passage = passages.at(-1)!
    for (const piece of pieces[index]!) {
      const count = inkOf(article, piece)
      const tag = innermostOf(piece)?.tag
      passage.coded += count
      if (tag === undefined) passage.unmarked += count
      else passage.tags.set(tag, (passage.tags.get(tag) ?? 0) + count)
    }
  }
  return passages
}

/** Tag id → the code points that lie under a mark of it, also where another mark lies further in. */
export function coveredBy(article: Article, annotations: readonly Tagged[]): Map<string, number> {
  const covered = new Map<string, number>()
  for (const piece of segmentsOfEach(annotations, codedBlocks(article)).flat()) {
    const count = inkOf(article, piece)
    for (const tag of new Set(piece.covers.map(({ tag }) => tag))) covered.set(tag, (covered.get(tag) ?? 0) + count)
  }
  return covered
}

/** How often each choice of a question was taken. */
export interface AnswerTally {
  readonly tag: Tag
  readonly question: Attribute
  /** Marks of the tag, and those of them that answer the question. */
  readonly marks: number
  readonly answered: number
  /** The most frequent first, those that were never taken left out. */
  readonly choices: readonly { readonly choice: Choice; readonly count: number; readonly example: Span }[]
}

/** Every question with choices that somebody has answered, in the codebook's order. */
export function answerTallies(codebook: Codebook, annotations: readonly Annotation[]): AnswerTally[] {
  return codebook.tags.flatMap((tag) => {
    const marks = annotations.filter((annotation) => annotation.tag === tag.id)
    return (tag.attributes ?? []).flatMap((question) => {
      const choices = (question.choices ?? []).flatMap((choice) => {
        const taken = marks.filter(({ attributes }) => isTaken(attributes[question.id], choice.id))
        const [first, ...others] = taken
        if (!first) return []
        return [{ choice, count: taken.length, example: others.reduce<Span>(shorterOne, first) }]
      })
      if (choices.length === 0) return []
      const answered = marks.filter(({ attributes }) => attributes[question.id] !== undefined).length
      return [{ tag, question, marks: marks.length, answered, choices: choices.toSorted((a, b) => b.count - a.count) }]
    })
  })
}

function isTaken(value: Annotation['attributes'][string] | undefined, choice: string): boolean {
  return Array.isArray(value) ? value.includes(choice) : value === choice
}

/** A short example says most: the fewer words, the closer to what was meant. */
function shorterOne(a: Span, b: Span): Span {
  return b.end - b.start < a.end - a.start ? b : a
}

/** A stretch of the coded text, 0 to 1. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** The coded text in a row: one stretch for each mark, as far as it is the innermost, and for what is not marked. */
export function stretchesOf(
  article: Article,
  annotations: readonly Tagged[],
): (Stretch & { readonly tag: string | undefined })[] {
  const pieces = inARow(article, annotations)
  const stretches: { from: number; to: number; mark: Tagged | undefined }[] = []
  for (const { from, to, piece } of pieces) {
    const mark = innermostOf(piece)
    const last = stretches.at(-1)
    if (last && last.mark === mark) last.to = to
    else stretches.push({ from, to, mark })
  }
  return stretches.map(({ from, to, mark }) => ({ from, to, tag: mark?.tag }))
}

export interface Apart {
  /** Share of the coded text whose innermost marks carry different tags, or of which one is missing. */
  readonly share: number
  readonly stretches: readonly Stretch[]
}

/** Where two readings give the text different tags. */
export function apartOf(article: Article, mine: readonly Tagged[], theirs: readonly Tagged[]): Apart {
  const sided = [
    ...mine.map(({ start, end, tag }) => ({ start, end, tag, isMine: true })),
    ...theirs.map(({ start, end, tag }) => ({ start, end, tag, isMine: false })),
  ]
  let [all, apart] = [0, 0]
  const stretches: { from: number; to: number }[] = []
  for (const { from, to, piece } of inARow(article, sided)) {
    const count = inkOf(article, piece)
    all += count
    const tagOf = (isMine: boolean) => piece.covers.findLast((mark) => mark.isMine === isMine)?.tag
    if (tagOf(true) === tagOf(false)) continue
    apart += count
    const last = stretches.at(-1)
    if (last && last.to === from) last.to = to
    else stretches.push({ from, to })
  }
  return { share: all === 0 ? 0 : apart / all, stretches }
}

/** The pieces of the coded text, with where they stand when its blocks are put in a row. */
function inARow<S extends Span>(article: Article, spans: readonly S[]) {
  const pieces = segmentsOfEach(spans, codedBlocks(article)).flat()
  const length = pieces.reduce((sum, { start, end }) => sum + end - start, 0)
  let at = 0
  return pieces.map((piece) => {
    const from = at / length
    at += piece.end - piece.start
    return { from, to: at / length, piece }
  })
}

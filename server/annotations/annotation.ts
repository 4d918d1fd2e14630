/** An annotation: one judgement about a span, its parts and answers; it has revisions, of which the newest one holds. */
import type { Answers } from '../codebook/codebook.ts'
import type { IndexedText } from '../text/code-points.ts'
import { compareText } from '../text/compare-text.ts'
import { compareSpans, type Span } from '../text/span.ts'

export const CONFIDENCES = ['high', 'medium', 'low'] as const
export type Confidence = (typeof CONFIDENCES)[number]

/** A span with a role inside or outside the annotation's main span. */
export interface Part extends Span {
  readonly role: string
}

/** What is judged: the content of a revision. */
export interface Judgement extends Span {
  readonly tag: string
  readonly attributes: Answers
  /** In the order of the codebook's roles, then by start and end. */
  readonly parts: readonly Part[]
  readonly confidence?: Confidence | undefined
  /** The tag that would fit too. */
  readonly secondTag?: string | undefined
  readonly note?: string | undefined
}

/** Whether somebody who was unsure says why: worth talking about. */
export function isHardCase({ confidence, note }: Judgement): boolean {
  return confidence === 'low' && Boolean(note)
}

/** An annotation as it stands after one of its revisions. */
export interface Annotation extends Judgement {
  readonly id: string
  /** From 1; grows by one with each revision. */
  readonly revision: number
  readonly retracted: boolean
  /** `annotator`, or where it came from: `suggestion:RULE@VERSION`, `import:FORMAT`, `adjudication`. */
  readonly origin: string
  /** ISO 8601, UTC: when its first revision was made. */
  readonly createdAt: string
  /** ISO 8601, UTC: when this revision was made. */
  readonly changedAt: string
}

/** The annotations that stand, in the order of the text, once revisions are added to them. */
export function revised(standing: readonly Annotation[], revisions: readonly Annotation[]): readonly Annotation[] {
  const newest = new Map(revisions.map((annotation) => [annotation.id, annotation]))
  const untouched = standing.filter(({ id }) => !newest.has(id))
  const touched = [...newest.values()].filter(({ retracted }) => !retracted)
  return [...untouched, ...touched].sort(compareAnnotations)
}

/** A part as it goes out: with its words. */
export type QuotedPart = Part & { readonly quote: string }

/** A judgement as it goes out: with its words, and without what is empty. */
export interface QuotedJudgement extends Span {
  readonly quote: string
  readonly tag: string
  readonly attributes?: Answers
  readonly confidence?: Confidence
  readonly secondTag?: string
  readonly note?: string
  readonly parts?: readonly QuotedPart[]
}

/** An annotation as it goes out. */
export interface QuotedAnnotation extends QuotedJudgement {
  readonly id: string
  readonly revision: number
  readonly retracted: boolean
  readonly origin?: string
  readonly createdAt: string
  readonly changedAt: string
}

/** Judgement → what leaves: every span carries its quote, what is empty is absent. */
export function quotedJudgement(judgement: Judgement, body: IndexedText): QuotedJudgement {
  const { start, end, tag, attributes, parts, confidence, secondTag, note } = judgement
  return {
    start,
    end,
    quote: body.slice(start, end),
    tag,
    ...(Object.keys(attributes).length > 0 && { attributes }),
    ...(confidence && { confidence }),
    ...(secondTag && { secondTag }),
    ...(note && { note }),
    ...(parts.length > 0 && {
      parts: parts.map(({ role, start, end }) => ({ role, start, end, quote: body.slice(start, end) })),
    }),
  }
}

/** Annotation → what leaves the server. */
export function quoted(annotation: Annotation, body: IndexedText): QuotedAnnotation {
  const { id, revision, retracted, origin, createdAt, changedAt } = annotation
  return {
    id,
    revision,
    retracted,
    ...quotedJudgement(annotation, body),
    ...(origin !== 'annotator' && { origin }),
    createdAt,
    changedAt,
  }
}

/** The judgement alone that an annotation states. */
export function judgementIn(annotation: QuotedAnnotation): QuotedJudgement {
  const { id: _, revision, retracted, origin, createdAt, changedAt, ...judgement } = annotation
  return judgement
}

/** The inverse: what came back → an annotation. */
export function unquoted(annotation: QuotedAnnotation): Annotation {
  const { quote: _, attributes = {}, parts = [], origin = 'annotator', ...rest } = annotation
  return { ...rest, attributes, parts: parts.map(({ role, start, end }) => ({ role, start, end })), origin }
}

/** An annotation as a page carries it, perhaps five thousand times: id, start, end, tag, and what else is not as usual; no times. */
export type SparseAnnotation = readonly [
  id: string,
  start: number,
  end: number,
  tag: string,
  more?: Partial<Annotation>,
]

/** The desk shows no times, and none is sent back: the server has them. */
const USUAL = {
  ...{ revision: 1, attributes: {}, parts: [], retracted: false, origin: 'annotator' },
  ...{ createdAt: '', changedAt: '' },
} as const

/** Annotation → what a page carries. */
export function sparse(annotation: Annotation): SparseAnnotation {
  const {
    id,
    start,
    end,
    tag,
    revision,
    attributes,
    parts,
    retracted,
    origin,
    createdAt: _,
    changedAt: __,
    ...rest
  } = annotation
  const more: Partial<Annotation> = {
    ...rest,
    ...(revision !== USUAL.revision && { revision }),
    ...(Object.keys(attributes).length > 0 && { attributes }),
    ...(parts.length > 0 && { parts }),
    ...(retracted && { retracted }),
    ...(origin !== USUAL.origin && { origin }),
  }
  return Object.keys(more).length > 0 ? [id, start, end, tag, more] : [id, start, end, tag]
}

/** The inverse, but for times. */
export function whole([id, start, end, tag, more]: SparseAnnotation): Annotation {
  const usual = { ...USUAL, id, start, end, tag }
  return more ? { ...usual, ...more } : usual
}

/** Order of the text: by start, the longer one first, then by tag and id. */
export function compareAnnotations(a: Annotation, b: Annotation): number {
  return compareSpans(a, b) || compareText(a.tag, b.tag) || compareText(a.id, b.id)
}

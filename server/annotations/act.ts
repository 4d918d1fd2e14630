/** An act: what a person does in one go to one annotation or to several. It is shown, kept, sent and undone as one. */
import { canonicalJson } from '../text/canonical-json.ts'
import { type Judgement, judgementIn, type QuotedAnnotation, type QuotedJudgement } from './annotation.ts'

/** What acts are called when they are spoken of. */
export type Deed =
  | 'make'
  | 'retag'
  | 'bounds'
  | 'parts'
  | 'note'
  | 'answer'
  | 'retract'
  | 'split'
  | 'merge'
  | 'document'

/** What an act makes of one annotation: its new judgement, or undefined where it takes the annotation back. */
export interface Change {
  readonly id: string
  readonly judgement: Judgement | undefined
}

/** What is sent for one revision, but for where it happens. */
export type Action = { readonly annotation: string; readonly base: number } & (
  | ({ readonly kind: 'make' | 'revise' } & QuotedJudgement)
  | { readonly kind: 'retract' | 'restore' }
)

/** What an act has made of one annotation. Before may be absent: it was not there. */
export interface Step {
  readonly before: QuotedAnnotation | undefined
  readonly after: QuotedAnnotation
}

/** One revision on the way from a state to the next. */
export interface Revision {
  readonly action: Action
  readonly after: QuotedAnnotation
}

/**
 * The revisions that lead an annotation from its current state (undefined: it is not there) to a wanted judgement
 * (undefined: it is taken back). None where it is so already.
 * @param now when it is done: ISO 8601, UTC
 */
export function revisionsTo(
  current: QuotedAnnotation | undefined,
  wanted: QuotedJudgement | undefined,
  id: string,
  now: string,
): Revision[] {
  if (!current) return wanted ? [firstRevision(wanted, id, now)] : []
  if (!wanted) return current.retracted ? [] : [nextRevision(current, 'retract', now)]
  const restored = current.retracted ? [nextRevision(current, 'restore', now)] : []
  const standing = restored[0]?.after ?? current
  return isSame(judgementIn(standing), wanted) ? restored : [...restored, revised(standing, wanted, now)]
}

function firstRevision(wanted: QuotedJudgement, id: string, now: string): Revision {
  return {
    action: { annotation: id, kind: 'make', base: 0, ...wanted },
    after: { id, revision: 1, retracted: false, ...wanted, createdAt: now, changedAt: now },
  }
}

function nextRevision(current: QuotedAnnotation, kind: 'retract' | 'restore', now: string): Revision {
  const { id, revision: base } = current
  return {
    action: { annotation: id, kind, base },
    after: { ...current, revision: base + 1, retracted: kind === 'retract', changedAt: now },
  }
}

function revised(current: QuotedAnnotation, wanted: QuotedJudgement, now: string): Revision {
  const { id, revision: base, origin, createdAt } = current
  return {
    action: { annotation: id, kind: 'revise', base, ...wanted },
    after: {
      id,
      revision: base + 1,
      retracted: false,
      ...wanted,
      ...(origin && { origin }),
      createdAt,
      changedAt: now,
    },
  }
}

/** What is done by one step. */
export function deedOf({ before, after }: Step): Deed {
  if (after.retracted) return 'retract'
  if (!before || before.retracted) return 'make'
  if (before.tag !== after.tag) return 'retag'
  if (before.start !== after.start || before.end !== after.end) return 'bounds'
  if (!isSame(before.parts, after.parts)) return 'parts'
  return before.note === after.note ? 'answer' : 'note'
}

/** Whether two states of an annotation say the same. One that is not there says what a retracted one says: nothing. */
export function sayTheSame(a: QuotedAnnotation | undefined, b: QuotedAnnotation | undefined): boolean {
  const [one, other] = [a, b].map((state) => (state && !state.retracted ? judgementIn(state) : undefined))
  return isSame(one, other)
}

function isSame(a: unknown, b: unknown): boolean {
  return canonicalJson(a ?? null) === canonicalJson(b ?? null)
}

/** An act: what a person does in one go to one annotation or to several. It is shown, sent and undone as one. */
import type { Annotation, Judgement } from './annotation.ts'

/** What acts are called when they are spoken of. */
export type Deed = 'make' | 'retag' | 'bounds' | 'parts' | 'note' | 'answer' | 'retract' | 'split' | 'merge'

/** What an act makes of one annotation: its new judgement, or undefined where it takes the annotation back. */
export interface Change {
  readonly id: string
  readonly judgement: Judgement | undefined
}

/** What is done by one change to an annotation that is there already, or to none. */
export function deedOf(before: Judgement | undefined, after: Judgement | undefined): Deed {
  if (!before) return 'make'
  if (!after) return 'retract'
  if (before.tag !== after.tag) return 'retag'
  if (before.start !== after.start || before.end !== after.end) return 'bounds'
  if (JSON.stringify(before.parts) !== JSON.stringify(after.parts)) return 'parts'
  return before.note === after.note ? 'answer' : 'note'
}

/** The judgement alone, in one order of keys and without what is empty: equal judgements give equal JSON. */
export function judgementOf(annotation: Judgement): Judgement {
  const { start, end, tag, attributes, parts, confidence, secondTag, note } = annotation
  return {
    start,
    end,
    tag,
    attributes,
    parts: parts.map(({ role, start, end }) => ({ role, start, end })),
    ...(confidence && { confidence }),
    ...(secondTag && { secondTag }),
    ...(note && { note }),
  }
}

/** Whether two states of an annotation say the same. */
export function sayTheSame(a: Annotation, b: Annotation): boolean {
  if (a.retracted && b.retracted) return true
  return a.retracted === b.retracted && JSON.stringify(judgementOf(a)) === JSON.stringify(judgementOf(b))
}

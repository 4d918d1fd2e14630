/** The history of one's acts: what can be undone and what can be done again. Entries are only ever added. */
import type { Answers } from '../codebook/codebook.ts'
import type { Deed, Step } from './act.ts'
import type { QuotedAnnotation } from './annotation.ts'
import type { DocumentAnswers } from './document-answers.ts'

/** Where an act happened. */
export interface Place {
  readonly round: string
  readonly article: string
  /** The article's title, to speak of it from elsewhere. */
  readonly title: string
}

/** undo takes an act back · redo brings it back · drop: it can no longer be taken back, or brought back. */
export type Turn = { readonly kind: 'undo' | 'redo' | 'drop'; readonly of: string }

export interface Act {
  readonly id: string
  /** Its place in the order of all acts. */
  readonly at: number
  readonly account: string
  readonly place: Place
  readonly deed: Deed
  /** None where it is a drop, or where answers were given. */
  readonly steps: readonly Step[]
  /** Where a question about the article was answered. */
  readonly answered?: Answered
  readonly turn?: Turn
}

/** All answers about an article before and after one of them was given. */
export interface Answered {
  readonly question: string
  readonly before: Answers
  readonly after: DocumentAnswers
}

/** Acts that can be undone or done again, the next one last. */
export interface Turns {
  readonly undoable: readonly Act[]
  readonly redoable: readonly Act[]
}

/** All acts in their order → what can be undone and done again. A new act ends what could be done again. */
export function turnsOf(acts: readonly Act[]): Turns {
  const undoable: Act[] = []
  let redoable: Act[] = []
  for (const act of acts) {
    const { turn } = act
    if (!turn) {
      undoable.push(act)
      redoable = []
    } else {
      const [from, to] = undoable.at(-1)?.id === turn.of ? [undoable, redoable] : [redoable, undoable]
      const moved = from.at(-1)?.id === turn.of ? from.pop() : undefined
      if (moved && turn.kind !== 'drop') to.push(moved)
    }
  }
  return { undoable, redoable }
}

/** How an annotation stood after the newest act on it, or undefined where no act is known. */
export function lastStateOf(acts: readonly Act[], annotation: string): QuotedAnnotation | undefined {
  for (const { steps } of acts.toReversed()) {
    const step = steps.findLast(({ after }) => after.id === annotation)
    if (step) return step.after
  }
  return undefined
}

/** An act's steps the way back, for an undo. Redone, they go the way they went. */
export function stepsBack(
  act: Act,
): { readonly from: QuotedAnnotation | undefined; readonly to: QuotedAnnotation | undefined; readonly id: string }[] {
  return act.steps.toReversed().map(({ before, after }) => ({ id: after.id, from: after, to: before }))
}

export function stepsForth(act: Act): ReturnType<typeof stepsBack> {
  return act.steps.map(({ before, after }) => ({ id: after.id, from: before, to: after }))
}

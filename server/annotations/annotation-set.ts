/** An annotation set: all annotations of one annotator on one article in one round. It begins with its first action. */
import type { Answers } from '../codebook/codebook.ts'

/** new: made, nothing done yet · in-progress: begun · finished: handed in · skipped: left out, with a reason. */
export const SET_STATES = ['new', 'in-progress', 'finished', 'skipped'] as const
export type SetState = (typeof SET_STATES)[number]

export interface AnnotationSet {
  readonly id: string
  readonly roundId: string
  readonly articleId: string
  readonly annotatorId: string
  readonly state: SetState
  /** Why it was skipped. */
  readonly reason?: string | undefined
  /** Answers to the codebook's document questions. */
  readonly answers?: Answers | undefined
  readonly activeSeconds?: number | undefined
}

/** Whether its marks stand still: finished or skipped, it has to be opened again before they can change. */
export function isClosed(set: Pick<AnnotationSet, 'state'> | undefined): boolean {
  return set?.state === 'finished' || set?.state === 'skipped'
}

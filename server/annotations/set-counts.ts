/** How far the sets of a round have come. */
import type { SetState } from './annotation-set.ts'

export interface SetCounts {
  readonly begun: number
  /** Finished or skipped. */
  readonly done: number
}

/** A set that somebody has begun. */
export interface BegunSet {
  readonly id: string
  readonly articleId: string
  readonly annotatorId: string
  readonly state: SetState
}

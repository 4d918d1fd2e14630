/** How far an annotator has come in a round. Done is what is finished or skipped. */
import { deskPath } from '../rounds/desk-path.ts'

export interface Progress {
  readonly round: string
  readonly roundTitle: string
  readonly studyTitle: string
  /** The day by which the round should be read. */
  readonly dueOn?: string
  /** Whether one may begin, or has to be let in first. */
  readonly isAdmitted: boolean
  /** Articles that one is to read in the round. */
  readonly articles: number
  readonly done: number
  /** The place of the article in hand, from 1; 0 where none is. */
  readonly place: number
  /** The next article that is not done: after the one in hand, in the order in which one reads, else the first before it. */
  readonly next?: string
}

/** The address of the next open article's desk. */
export function nextPath({ round, next }: Progress): string | undefined {
  return next === undefined ? undefined : deskPath(round, next)
}

/** How far an annotator has come in a round. Done is what is finished or skipped. */
import { deskPath } from '../rounds/desk-path.ts'

export interface Progress {
  readonly round: string
  readonly roundTitle: string
  readonly studyTitle: string
  /** Articles of the round. */
  readonly articles: number
  readonly done: number
  /** The place of the article in hand, from 1; 0 where none is. */
  readonly place: number
  /** The next article that is not done: after the one in hand, in the order of the study, else the first before it. */
  readonly next?: string
}

/** The address of the next open article's desk. */
export function nextPath({ round, next }: Progress): string | undefined {
  return next === undefined ? undefined : deskPath(round, next)
}

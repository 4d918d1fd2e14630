/** What somebody is to read in a round, as pages show it that lead there. */
import { dayInWords } from '../rounds/due.ts'
import { nextPath, type Progress } from './progress.ts'

export interface QueueRow extends Progress {
  /** The next desk, undefined where nothing is left. */
  readonly path: string | undefined
  /** The day by which it should be read, and whether that has passed. */
  readonly due: string | undefined
  readonly isOverdue: boolean
}

/** @param today as YYYY-MM-DD */
export function queueRow(progress: Progress, today: string, language: string): QueueRow {
  const { dueOn, done, articles } = progress
  return {
    ...progress,
    path: nextPath(progress),
    due: dueOn && dayInWords(dueOn, language),
    isOverdue: dueOn !== undefined && dueOn < today && done < articles,
  }
}

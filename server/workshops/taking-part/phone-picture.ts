/** What all phones of a workshop are told, as it changes. */
import type { Phase } from '../workshop.ts'

export interface PhonePicture {
  readonly phase: Phase
  readonly phaseSince: string
  readonly timerEndsAt?: string | undefined
  /** How many there are: where they become fewer, each page asks whether it is its own that has gone. */
  readonly participants: number
  /** The annotators who have been removed: each page knows its own. */
  readonly removed: readonly string[]
}

/** How much somebody has done. */

export interface Work {
  /** Annotation sets, in whichever state. */
  readonly sets: number
  readonly finished: number
}

export const NO_WORK: Work = { sets: 0, finished: 0 }

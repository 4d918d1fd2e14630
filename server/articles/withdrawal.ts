/** That an article was taken out of its study, with all that was read of it. */

export interface Withdrawal {
  readonly id: string
  readonly studyId: string
  readonly articleId: string
  /** The place that the article had in its study. */
  readonly position: number
  readonly readings: number
  /** Marks that stood. */
  readonly marks: number
  readonly reason: string | undefined
  /** The account that did it, unless it is gone. */
  readonly by: string | null
  readonly at: string
}

/** The same, as those see it who manage the study. */
export interface ListedWithdrawal extends Omit<Withdrawal, 'by'> {
  readonly name: string | undefined
}

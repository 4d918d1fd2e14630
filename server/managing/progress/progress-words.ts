/** The words that the pictures of progress need. */

export interface ProgressWords {
  readonly standings: string
  readonly rates: string
  readonly others: string
  readonly courseOf: (person: string) => string
  readonly person: string
  readonly round: string
  readonly article: string
  readonly articles: string
  readonly words: string
  readonly marks: string
  readonly finished: string
  readonly skipped: string
  readonly inProgress: string
  readonly open: string
  readonly activeTime: string
  readonly notMeasured: string
  readonly minutes: (minutes: number) => string
  readonly doneOf: (done: number, articles: number) => string
  readonly finishedAt: string
  readonly times: (ratio: string) => string
  readonly unknown: string
}

/** An assignment: an article of a round that one annotator is to read, at a place in the order in which they read. */

export interface Assignment {
  readonly roundId: string
  readonly articleId: string
  readonly annotatorId: string
}

/** What became of a round's assignments. */
export interface AssignmentChange {
  readonly kind: 'plan' | 'add' | 'remove'
  /** What was asked for, with its seed; or the assignment. */
  readonly content: object
  /** The account that did it. */
  readonly by: string | null
  readonly at: string
}

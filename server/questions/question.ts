/** A question of an annotator to the people who manage the study: about a passage, or about the whole article. */
import type { Span } from '../text/span.ts'

export interface QuestionAnswer {
  readonly id: string
  readonly text: string
  /** ISO 8601, UTC. */
  readonly at: string
}

export interface Question {
  readonly id: string
  readonly roundId: string
  readonly articleId: string
  /** The annotator who asked. */
  readonly askedBy: string
  /** Undefined where it is about the whole article. */
  readonly span?: Span
  readonly text: string
  /** ISO 8601, UTC. */
  readonly askedAt: string
  /** Oldest first. */
  readonly answers: readonly QuestionAnswer[]
}

/** A question as an annotator sees it: who else asked is not said. */
export interface SharedQuestion extends Question {
  readonly isOwn: boolean
}

/** A question as those who manage the study see it. */
export interface ListedQuestion extends Question {
  readonly articleTitle: string
  readonly roundTitle: string
  readonly pseudonym: string
}

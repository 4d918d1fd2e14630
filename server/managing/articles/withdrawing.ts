/** What would go with an article that is withdrawn. */
import type { SetState } from '../../annotations/annotation-set.ts'
import type { Article } from '../../articles/article.ts'
import type { AnnotatorKind, OpenStudy } from '../../studies/study.ts'

/** A reading of the article, in any round, by anybody. */
export interface GoingReading {
  readonly id: string
  readonly round: string
  readonly kind: AnnotatorKind
  /** The person's name where there is one, else the pseudonym. */
  readonly name: string
  readonly state: SetState
  /** Marks that stand. */
  readonly marks: number
}

export interface OpenWithdrawal {
  readonly study: OpenStudy
  readonly article: Article
  /** Its place in the study. */
  readonly position: number
  readonly readings: readonly GoingReading[]
  /** Questions that were asked about it. */
  readonly questions: number
  readonly assignments: number
  /** Differs where anything of it has been read, asked or answered since. */
  readonly version: string
}

export function marksIn(readings: readonly GoingReading[]): number {
  return readings.reduce((sum, { marks }) => sum + marks, 0)
}

/** Whether anybody's work would go, which must not happen by a mere press. */
export function needsKnowing({ readings, questions }: OpenWithdrawal): boolean {
  return readings.length > 0 || questions > 0
}

/** Somebody's own finished readings in a round, beside what they are compared with. */
import type { Annotation } from '../annotations/annotation.ts'
import type { Standard } from '../annotations/standard.ts'
import type { Article } from '../articles/article.ts'
import type { Codebook } from '../codebook/codebook.ts'
import type { Round } from '../rounds/round.ts'
import type { Likeness } from './closeness.ts'

export interface ComparedArticle {
  readonly article: Article
  readonly kind: Standard['kind']
  /** The set that is compared. */
  readonly set: string
  readonly reading: readonly Annotation[]
  readonly reference: readonly Annotation[]
}

export interface Feedback {
  readonly round: Round
  readonly codebook: Codebook
  /** In the order of the study; what may be shown. */
  readonly articles: readonly ComparedArticle[]
  readonly likeness: Likeness
  /** Articles that are not shown, since whoever looks can still change their own reading of them. */
  readonly held: number
}

/** A round in which somebody may compare their readings. */
export interface OfferedFeedback {
  readonly round: string
  readonly roundTitle: string
  readonly studyTitle: string
  readonly isOpened: boolean
}

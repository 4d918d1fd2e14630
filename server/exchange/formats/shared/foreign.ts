/** What is found in the files of other programs, before it becomes a dataset: names instead of ids, nothing in order. */
import type { Confidence } from '../../../annotations/annotation.ts'
import type { SetState } from '../../../annotations/annotation-set.ts'
import type { ArticleSource } from '../../../articles/article.ts'
import type { AttributeValue, Tag } from '../../../codebook/codebook.ts'
import type { AnnotatorKind } from '../../../studies/study.ts'
import type { Block } from '../../../text/blocks.ts'
import type { IndexedText } from '../../../text/code-points.ts'
import type { Span } from '../../../text/span.ts'
import type { Move } from '../../anchoring.ts'
import type { Place } from '../../format.ts'
import type { AnswerTexts } from './answer-kinds.ts'

export interface ForeignArticle extends Place {
  readonly type: 'article'
  /** What the file calls it: kept where it is a UUID; without one, this and title and text make the id. */
  readonly id?: string | undefined
  readonly title: string
  readonly language?: string | undefined
  readonly source?: ArticleSource | undefined
  /** Canonical, or withheldText(). */
  readonly body: IndexedText
  readonly isWithheld?: true | undefined
  readonly sha256?: string | undefined
  /** Absent: as in plain text, blocks end at blank lines. */
  readonly blocks?: readonly Block[] | undefined
  readonly sets: readonly ForeignSet[]
}

export interface ForeignSet {
  readonly id?: string | undefined
  /** Any name; a pseudonym of ours stays as it is. */
  readonly annotator: string
  readonly kind?: AnnotatorKind | undefined
  /** Id or name of the round; absent: the one that all readings without a round belong to. */
  readonly round?: string | undefined
  /** Default: finished. */
  readonly state?: SetState | undefined
  readonly reason?: string | undefined
  readonly answers?: Readonly<Record<string, AttributeValue>> | undefined
  readonly activeSeconds?: number | undefined
  readonly annotations: readonly ForeignAnnotation[]
}

export interface ForeignAnnotation extends Span {
  readonly id?: string | undefined
  /** Any name; kebab-case stays as it is. */
  readonly tag: string
  readonly attributes?: Readonly<Record<string, AttributeValue>> | undefined
  readonly parts?: readonly (Span & { readonly role: string })[] | undefined
  readonly confidence?: Confidence | undefined
  readonly secondTag?: string | undefined
  readonly note?: string | undefined
  readonly origin?: string | undefined
  /** ISO 8601, UTC. Without one the beginning of 1970 stands there: nobody knows. */
  readonly createdAt?: string | undefined
  readonly changedAt?: string | undefined
  /** Where it stands, if elsewhere than its article. */
  readonly line?: number | undefined
  readonly file?: string | undefined
}

export interface Warning extends Place {
  readonly type: 'warning'
  readonly message: string
  readonly move?: Move | undefined
}

export interface ForeignStudy {
  /** The format's id. */
  readonly format: string
  readonly title: string
  readonly language?: string | undefined
  /** That answers are all texts, so that all of them together show what kind a question is of. */
  readonly answerTexts?: AnswerTexts | undefined
  /** Tags that the files declare themselves, with or without annotations; others are added as they are met. */
  readonly tags?: readonly Tag[] | undefined
  readonly questions?: Tag['attributes'] | undefined
}

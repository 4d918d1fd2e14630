/** A round's agreement as it is shown: what was measured, and where readings part. */
import type { Compared, Corpus } from '../../agreement/continuum.ts'
import type { Disputed } from '../../agreement/disputed.ts'
import type { Findings, LongState } from '../../agreement/findings.ts'
import type { Settings } from '../../agreement/results.ts'
import type { Annotation } from '../../annotations/annotation.ts'
import type { Article } from '../../articles/article.ts'
import type { Codebook } from '../../codebook/codebook.ts'
import type { Round } from '../../rounds/round.ts'
import type { OpenStudy } from '../../studies/study.ts'

export const AGREEMENT_FIGURES = [
  ...(['measures', 'pairs', 'causes', 'confusions', 'people', 'articles', 'places', 'course'] as const),
] as const
export type AgreementFigureName = (typeof AGREEMENT_FIGURES)[number]

/** What was measured of a round. */
export interface Measured {
  readonly corpus: Pick<Corpus, 'annotators' | 'tags' | 'articles'>
  readonly annotations: number
  readonly compared: Compared
  readonly findings: Findings
  /** In the order of their places in the corpus. */
  readonly articles: readonly MeasuredArticle[]
  /** By how much readers part there, most first. */
  readonly passages: readonly DisputedPassage[]
}

export interface MeasuredArticle {
  readonly id: string
  readonly title: string
  /** When it was read: the middle of the moments at which its readings were finished; undefined where one has none. */
  readonly readAt: string | undefined
}

export interface DisputedPassage extends Disputed {
  readonly article: string
}

/** A passage with what each of its readers marked in it. */
export interface ShownPassage {
  /** From 1. */
  readonly number: number
  readonly of: number
  readonly passage: DisputedPassage
  readonly article: Article
  /** Whether the desk shows who looks these readings beside their own. */
  readonly isBeside: boolean
  readonly readings: readonly {
    readonly annotator: string
    readonly set: string
    readonly annotations: readonly Annotation[]
  }[]
}

export interface OpenAgreement {
  readonly study: OpenStudy
  readonly rounds: readonly Round[]
  /** Undefined where the study has no round that could be measured. */
  readonly round: Round | undefined
  readonly codebook: Codebook | undefined
  readonly measured: Measured | undefined
  readonly passage: ShownPassage | undefined
  /** How many passages may not be shown yet. */
  readonly hidden: number
  readonly gamma: LongState | undefined
  /** What all but γ was measured with. */
  readonly settings: Settings
  /** Name and version of the program that measured. */
  readonly generator: string
}

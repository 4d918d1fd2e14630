/** A study's front page: what it holds, and the rounds in which it is read. */
import { type Codebook, inLanguage } from '../codebook/codebook.ts'
import type { Round } from '../rounds/round.ts'
import type { OpenStudy } from '../studies/study.ts'

export interface StudyOverview {
  readonly study: OpenStudy
  readonly articles: number
  readonly annotations: number
  readonly questions: { readonly asked: number; readonly open: number } | undefined
  readonly rounds: readonly { readonly round: Round; readonly codebook: Codebook | undefined }[]
}

export interface StudyPage extends Omit<StudyOverview, 'rounds'> {
  /** In their order. */
  readonly rounds: readonly RoundRow[]
}

interface RoundRow {
  readonly title: string
  readonly kind: Round['kind']
  readonly isOpen: boolean
  readonly codebook: string
  readonly version: number
}

export function studyPage({ rounds, ...overview }: StudyOverview, language: string): StudyPage {
  return {
    ...overview,
    rounds: rounds.map(({ round, codebook }) => ({
      title: round.title,
      kind: round.kind,
      isOpen: round.closedAt === undefined,
      codebook: codebook ? inLanguage(codebook.title, language) : '',
      version: round.codebook.version,
    })),
  }
}

/** A study's front page: what it holds, and the rounds in which it is read. */
import type { Progress } from '../annotations/progress.ts'
import { type QueueRow, queueRow } from '../annotations/queue-page.ts'
import { type Codebook, inLanguage } from '../codebook/codebook.ts'
import type { Round } from '../rounds/round.ts'
import type { OpenStudy } from '../studies/study.ts'
import { roundPath } from './rounds/round-paths.ts'

export interface StudyOverview {
  readonly study: OpenStudy
  readonly articles: number
  readonly annotations: number
  readonly questions: { readonly asked: number; readonly open: number } | undefined
  /** What one is to read oneself. */
  readonly queue: readonly Progress[]
  /** Today, as YYYY-MM-DD. */
  readonly today: string
  readonly roundCount: number
  /** The newest ones, the newest first. */
  readonly rounds: readonly { readonly round: Round; readonly codebook: Codebook | undefined }[]
}

export interface StudyPage extends Omit<StudyOverview, 'rounds' | 'queue'> {
  readonly queue: readonly QueueRow[]
  readonly rounds: readonly RoundRow[]
}

interface RoundRow {
  readonly title: string
  readonly kind: Round['kind']
  /** Where it is managed, for who may do so. */
  readonly path: string | undefined
  readonly isOpen: boolean
  readonly codebook: string
  readonly version: number
}

export function studyPage({ rounds, queue, ...overview }: StudyOverview, language: string): StudyPage {
  return {
    ...overview,
    queue: queue.map((progress) => queueRow(progress, overview.today, language)),
    rounds: rounds.map(({ round, codebook }) => ({
      title: round.title,
      kind: round.kind,
      path: overview.study.rights.includes('manage-study') ? roundPath(overview.study.slug, round.id) : undefined,
      isOpen: round.closedAt === undefined,
      codebook: codebook ? inLanguage(codebook.title, language) : '',
      version: round.codebook.version,
    })),
  }
}

/** The page on which an article is withdrawn: what goes, what stays, and the button. */
import type { OpenStudy } from '../../studies/study.ts'
import { type GoingReading, marksIn, needsKnowing, type OpenWithdrawal } from './withdrawing.ts'

export interface WithdrawalPage {
  readonly study: OpenStudy
  readonly path: string
  readonly articlePath: string
  readonly article: { readonly title: string; readonly language: string }
  readonly position: number
  /** Readings of people, programs and the reference; those of visitors are counted. */
  readonly readings: readonly GoingReading[]
  readonly visitors: number
  readonly marks: number
  readonly questions: number
  readonly assignments: number
  readonly needsKnowing: boolean
  readonly seen: string
  readonly reason: string
  readonly fault: 'stale' | 'unknown' | undefined
}

export function withdrawalPage(
  open: OpenWithdrawal,
  typed: { readonly reason: string; readonly fault?: 'stale' | 'unknown' } = { reason: '' },
): WithdrawalPage {
  const { study, article, position, readings, questions, assignments, version } = open
  const articlePath = `/studies/${study.slug}/articles/${article.id}`
  const lasting = readings.filter(({ kind }) => kind !== 'visitor')
  return {
    study,
    path: `${articlePath}/withdrawal`,
    articlePath,
    article: { title: article.title, language: article.language },
    position,
    readings: lasting,
    visitors: readings.length - lasting.length,
    marks: marksIn(readings),
    questions,
    assignments,
    needsKnowing: needsKnowing(open),
    seen: version,
    reason: typed.reason,
    fault: typed.fault,
  }
}

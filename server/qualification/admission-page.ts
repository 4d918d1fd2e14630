/** Why somebody may not mark in a round yet, and what to do about it. */
import { nextPath, type Progress } from '../annotations/progress.ts'
import { admissionPath } from '../rounds/desk-path.ts'
import type { AdmissionRule, Round } from '../rounds/round.ts'
import { type Closeness, percentOf, reaches } from './closeness.ts'

export interface OpenAdmission {
  readonly round: Round
  readonly rule: AdmissionRule
  readonly training: Round
  readonly isAdmitted: boolean
  readonly closeness: Closeness
  /** How far they have come in the training round; undefined where it is closed to them. */
  readonly progress: Progress | undefined
}

export interface AdmissionPage {
  readonly round: string
  readonly path: string
  readonly training: string
  readonly isAdmitted: boolean
  readonly isReached: boolean
  readonly bound: number
  /** In hundredths; undefined where nothing can be compared yet. */
  readonly f1: number | undefined
  readonly articles: number
  /** The next training article that is open. */
  readonly next: string | undefined
}

export function admissionPage(open: OpenAdmission): AdmissionPage {
  const { round, rule, training, isAdmitted, closeness, progress } = open
  return {
    round: round.title,
    path: admissionPath(round.id),
    training: training.title,
    isAdmitted,
    isReached: reaches(closeness, rule.percent),
    bound: rule.percent,
    f1: closeness.f1 === undefined ? undefined : percentOf(closeness.f1),
    articles: closeness.articles,
    next: progress?.isAdmitted ? nextPath(progress) : undefined,
  }
}

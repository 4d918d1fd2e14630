/**
 * Who has been shown the reference after their reading, and who must not see it yet. What is shown of an article stands
 * as it is from then on; what can still be changed, in any round, is shown nothing.
 */
import type { Db } from '../database/db.ts'
import { listAssignments } from '../rounds/assignment-store.ts'
import { hasOpenedFeedback } from '../rounds/feedback-store.ts'
import { isAssigned, type Round, takesMarks } from '../rounds/round.ts'
import { listRounds } from '../rounds/round-store.ts'
import type { AnnotationSet } from './annotation-set.ts'
import { findReference, findStandard, listReferences } from './reference-store.ts'
import { listFinished } from './set-counts-store.ts'
import type { Standard } from './standard.ts'

type Own = Pick<AnnotationSet, 'articleId' | 'annotatorId' | 'state'>

/**
 * Whether a finished reading stands for good: in training once the reference has been shown after it, elsewhere once
 * its annotator has begun to compare. What they mark from then on is no test.
 */
export async function isRevealed(db: Db, round: Round, own: Own | undefined): Promise<boolean> {
  if (own?.state !== 'finished') return false
  if (round.kind === 'training' && (await findReference(db, round, own.articleId)) !== undefined) return true
  return hasOpenedFeedback(db, round.id, own.annotatorId)
}

/** What somebody's reading is compared with at the desk, in a round in which they have begun to compare. */
export async function findRevealed(db: Db, round: Round, own: Own | undefined): Promise<Standard | undefined> {
  if (!round.givesFeedback || own?.state !== 'finished') return undefined
  if (!(await hasOpenedFeedback(db, round.id, own.annotatorId))) return undefined
  const changeable = await changeableArticles(db, round.studyId, own.annotatorId)
  return changeable.has(own.articleId) ? undefined : findStandard(db, round, own.articleId)
}

/** The articles of a study that somebody can still read, or change their reading of, in any of its open rounds. */
export async function changeableArticles(
  db: Db,
  studyId: string,
  annotatorId: string,
): Promise<{ has(article: string): boolean }> {
  const rounds = (await listRounds(db, studyId)).filter(
    (round) => (round.kind === 'annotation' || round.kind === 'training') && takesMarks(round),
  )
  const inRounds: { has(article: string): boolean }[] = []
  for (const round of rounds) {
    const final = await revealedArticles(db, round, annotatorId)
    const assigned = isAssigned(round) ? await assignedArticles(db, round.id, annotatorId) : undefined
    inRounds.push({ has: (article) => !final.has(article) && (assigned?.has(article) ?? true) })
  }
  return { has: (article) => inRounds.some((round) => round.has(article)) }
}

async function revealedArticles(db: Db, round: Round, annotatorId: string): Promise<Set<string>> {
  const finished = (await listFinished(db, round.id, annotatorId)).map(({ articleId }) => articleId)
  if (await hasOpenedFeedback(db, round.id, annotatorId)) return new Set(finished)
  const references = round.kind === 'training' ? await listReferences(db, round) : undefined
  return new Set(finished.filter((article) => references?.has(article)))
}

async function assignedArticles(db: Db, roundId: string, annotatorId: string): Promise<Set<string>> {
  const assigned = (await listAssignments(db, roundId)).filter((one) => one.annotatorId === annotatorId)
  return new Set(assigned.map(({ articleId }) => articleId))
}

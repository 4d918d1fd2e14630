/** Being let into a round after training: looked at by a page, done by a form, kept once it is done. */
import type { Account } from '../accounts/account.ts'
import { nextPath } from '../annotations/progress.ts'
import { listProgress } from '../annotations/progress-store.ts'
import type { Db } from '../database/db.ts'
import { Refusal } from '../errors.ts'
import type { Parts } from '../parts.ts'
import { addAdmission, isAdmitted } from '../rounds/assignment-store.ts'
import { mayMark } from '../rounds/round-rights.ts'
import { findRound } from '../rounds/round-store.ts'
import { accessTo, annotatorOf } from '../studies/study-actions.ts'
import { findAnnotatorOfAccount } from '../studies/study-store.ts'
import type { OpenAdmission } from './admission-page.ts'
import { reaches } from './closeness.ts'
import { closenessOf } from './closeness-actions.ts'

/** Throws Refusal (not-found), also where they have nothing to mark in the round. */
export async function openAdmission(parts: Parts, account: Account, roundId: string): Promise<OpenAdmission> {
  return admissionIn(parts, parts.database.db, account, roundId)
}

async function admissionIn(parts: Parts, db: Db, account: Account, roundId: string): Promise<OpenAdmission> {
  const round = await findRound(db, roundId)
  if (!round?.admission || !mayMark(await accessTo(db, account, round.studyId), round)) throw new Refusal('not-found')
  const training = await findRound(db, round.admission.round)
  if (!training) throw new Error(`round ${round.id} asks for a training round that is not there`)
  const annotator = await findAnnotatorOfAccount(db, round.studyId, account.id)
  const [progress] = await listProgress(db, account.id, { round: training.id, article: '' })
  return {
    round,
    rule: round.admission,
    training,
    isAdmitted: annotator !== undefined && (await isAdmitted(db, round.id, annotator.id)),
    closeness: annotator ? await closenessOf(parts, db, training, annotator.id) : { articles: 0, f1: undefined },
    progress,
  }
}

/**
 * Lets somebody in who has reached the bound; that stays so, however they read later. What led to it is kept.
 * @returns where they go on, or undefined where they have not reached it
 */
export async function askForAdmission(parts: Parts, account: Account, roundId: string): Promise<string | undefined> {
  return parts.database.transact(async (db) => {
    const { round, rule, isAdmitted, closeness } = await admissionIn(parts, db, account, roundId)
    if (!isAdmitted && !reaches(closeness, rule.percent)) return undefined
    const annotatorId = await annotatorOf(parts, db, account, round.studyId)
    await addAdmission(db, { roundId, annotatorId }, { ...rule, ...closeness }, parts.clock.now())
    const [progress] = await listProgress(db, account.id, { round: roundId, article: '' })
    return (progress && nextPath(progress)) ?? '/'
  })
}

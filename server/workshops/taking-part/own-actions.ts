/** What participants do about themselves: another pseudonym, a code to go on elsewhere, taking along, erasing. */
import { randomBytes, randomInt } from 'node:crypto'
import type { Account } from '../../accounts/account.ts'
import { startSession } from '../../accounts/account-actions.ts'
import { type QuotedAnnotation, quoted } from '../../annotations/annotation.ts'
import { findSet } from '../../annotations/annotation-store.ts'
import { sha256 } from '../../digest.ts'
import type { Parts } from '../../parts.ts'
import { randomFrom } from '../../random.ts'
import { listAnnotators, listAnnotatorsOfAccount, renameAnnotator } from '../../studies/study-store.ts'
import { beginErasure, endErasure, removeAccount, removeReadings } from '../../team/erasure-store.ts'
import { codeFrom, RECOVERY_LENGTH } from '../joining/join-code.ts'
import { newPseudonym } from '../joining/pseudonyms.ts'
import type { Workshop } from '../workshop.ts'
import { findParticipantByRecovery, findWorkshop, setRecovery } from '../workshop-store.ts'
import { takingPart } from './participant-actions.ts'

/** Rolls another pseudonym. Throws Refusal (not-found). */
export async function rollPseudonym(parts: Parts, account: Account | undefined, id: string): Promise<void> {
  const { studyId } = await parts.database.transact(async (db) => {
    const { workshop, participant } = await takingPart(db, account, id)
    const taken = new Set((await listAnnotators(db, workshop.studyId)).map(({ pseudonym }) => pseudonym))
    const pseudonym = newPseudonym(workshop.settings.language, taken, randomFrom(randomInt(2 ** 32)))
    await renameAnnotator(db, participant.annotatorId, pseudonym)
    return workshop
  })
  parts.live.changed(studyId)
}

/** A new code by which a guest goes on elsewhere; a former one is worth nothing then. Only its hash is kept. */
export async function newRecoveryCode(parts: Parts, account: Account | undefined, id: string): Promise<string> {
  const code = recoveryCode()
  await parts.database.transact(async (db) => {
    const { participant } = await takingPart(db, account, id)
    await setRecovery(db, participant.annotatorId, sha256(code))
  })
  return code
}

function recoveryCode(): string {
  return codeFrom(randomBytes(32), RECOVERY_LENGTH) ?? recoveryCode()
}

/** The guest whose code it is, with a new session; undefined where it is nobody's. */
export async function recover(
  parts: Parts,
  code: string,
): Promise<{ readonly workshop: Workshop; readonly session: string } | undefined> {
  const { db } = parts.database
  const participant = await findParticipantByRecovery(db, sha256(code))
  const workshop = participant && (await findWorkshop(db, participant.workshopId))
  if (!workshop || participant.accountId === undefined || participant.removedAt !== undefined) return undefined
  const guest = { id: participant.accountId, name: participant.accountId, role: 'guest' } as const
  return { workshop, session: await startSession(parts, guest) }
}

/** All that somebody has marked in a workshop, with its words. */
export interface OwnReading {
  readonly workshop: string
  readonly article: string
  readonly pseudonym: string
  readonly readings: readonly (readonly QuotedAnnotation[])[]
}

/** Throws Refusal (not-found). */
export async function takeAlong(parts: Parts, account: Account | undefined, id: string): Promise<OwnReading> {
  const { db } = parts.database
  const { workshop, participant } = await takingPart(db, account, id)
  const article = (await parts.frozen.article(db, workshop.articleId))!
  const readings = []
  for (const roundId of [workshop.roundId, workshop.secondRoundId]) {
    if (roundId === undefined) continue
    const set = await findSet(db, { roundId, articleId: article.id, annotatorId: participant.annotatorId })
    if (!set) continue
    const annotations = await parts.frozen.annotations(db, set.id)
    readings.push(annotations.map((annotation) => quoted(annotation, article.body)))
  }
  return { workshop: workshop.title, article: article.title, pseudonym: participant.pseudonym, readings }
}

/** Erases somebody's part in a workshop; a guest goes as a whole. Throws Refusal (not-found). */
export async function eraseOwn(parts: Parts, account: Account, id: string): Promise<void> {
  const { studyId, sets } = await parts.database.transact(async (db) => {
    const { workshop, participant } = await takingPart(db, account, id)
    const erasure = {
      id: parts.clock.newId(),
      accountId: account.id,
      readings: 'removed',
      at: parts.clock.now(),
    } as const
    await beginErasure(db, erasure)
    const isGuest = account.role === 'guest'
    const elsewhere = isGuest ? await listAnnotatorsOfAccount(db, account.id) : []
    const sets = await removeReadings(db, participant.annotatorId)
    for (const { id } of elsewhere) if (id !== participant.annotatorId) sets.push(...(await removeReadings(db, id)))
    if (isGuest) await removeAccount(db, account.id, erasure.at)
    await endErasure(db, erasure)
    return { studyId: workshop.studyId, sets }
  })
  parts.frozen.forget(sets)
  await parts.database.forget()
  parts.live.changed(studyId)
}

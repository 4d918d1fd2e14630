/** A workshop as who takes part in it sees it. */
import type { Account } from '../accounts/account.ts'
import { openDesk } from '../annotations/desk-actions.ts'
import type { Db } from '../database/db.ts'
import { Refusal } from '../errors.ts'
import type { Parts } from '../parts.ts'
import { findAnnotatorOfAccount } from '../studies/study-store.ts'
import type { OpenParticipantDesk } from './participant-page.ts'
import type { Participant, Workshop } from './workshop.ts'
import { findParticipant, findWorkshop } from './workshop-store.ts'

export interface Taking {
  readonly workshop: Workshop
  readonly participant: Participant
}

/** Throws Refusal (not-found) where somebody does not take part, or no longer. */
export async function takingPart(db: Db, account: Account | undefined, id: string): Promise<Taking> {
  const workshop = await findWorkshop(db, id)
  const annotator = workshop && account && (await findAnnotatorOfAccount(db, workshop.studyId, account.id))
  const participant = annotator && (await findParticipant(db, annotator.id))
  if (!workshop || !participant) throw new Refusal('not-found')
  return { workshop, participant }
}

/** The desk in the phase in which the workshop is. Throws Refusal (not-found). */
export async function openParticipantDesk(
  parts: Parts,
  account: Account | undefined,
  id: string,
): Promise<OpenParticipantDesk> {
  const taking = await takingPart(parts.database.db, account, id)
  const { phase, roundId, secondRoundId, articleId } = taking.workshop
  const round = phase === 'second-marking' && secondRoundId !== undefined ? secondRoundId : roundId
  const desk = await openDesk(parts, account, { round, article: articleId }, 'own')
  return { ...taking, desk, now: parts.clock.now() }
}

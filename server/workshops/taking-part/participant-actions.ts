/** A workshop as who takes part in it sees it. */
import type { Account } from '../../accounts/account.ts'
import type { Neighbour } from '../../annotations/annotation-page.ts'
import { findSet } from '../../annotations/annotation-store.ts'
import { openDesk } from '../../annotations/desk-actions.ts'
import { findReference } from '../../annotations/reference-store.ts'
import type { Db } from '../../database/db.ts'
import { Refusal } from '../../errors.ts'
import type { Parts } from '../../parts.ts'
import { findRound } from '../../rounds/round-store.ts'
import { findAnnotatorOfAccount } from '../../studies/study-store.ts'
import type { Participant, Workshop } from '../workshop.ts'
import { findParticipant, findWorkshop, listParticipants } from '../workshop-store.ts'
import { joinersOf, partnerOf } from './pairs.ts'
import type { OpenParticipantDesk } from './participant-page.ts'

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
  const { db } = parts.database
  const taking = await takingPart(db, account, id)
  const { phase, roundId, secondRoundId, articleId } = taking.workshop
  const round = phase === 'second-marking' && secondRoundId !== undefined ? secondRoundId : roundId
  const { partner, neighbour, joiners = [] } = phase === 'neighbours' ? await findPartner(db, taking) : {}
  const showsReference = phase === 'reference' && (await hasReference(db, roundId, articleId))
  const desk = await openDesk(
    parts,
    account,
    { round, article: articleId },
    'own',
    showsReference ? 'reference' : neighbour?.id,
    { reference: showsReference, neighbours: neighbour ? [neighbour] : [] },
  )
  const names = joiners.map(({ pseudonym }) => pseudonym)
  return { ...taking, desk, partner: partner?.pseudonym, joiners: names, now: parts.clock.now() }
}

/** With whom somebody compares, what that one has marked, and who joins the two. */
async function findPartner(
  db: Db,
  { workshop, participant }: Taking,
): Promise<{ partner?: Participant; neighbour?: Neighbour; joiners?: readonly Participant[] }> {
  const participants = await listParticipants(db, workshop.id)
  const partner = partnerOf(participants, participant.annotatorId)
  if (!partner) return {}
  const key = { roundId: workshop.roundId, articleId: workshop.articleId, annotatorId: partner.annotatorId }
  const set = await findSet(db, key)
  const joiners = joinersOf(participants, participant.annotatorId)
  return { partner, joiners, ...(set && { neighbour: { id: set.id, pseudonym: partner.pseudonym } }) }
}

async function hasReference(db: Db, roundId: string, articleId: string): Promise<boolean> {
  const round = await findRound(db, roundId)
  return round !== undefined && (await findReference(db, round, articleId)) !== undefined
}

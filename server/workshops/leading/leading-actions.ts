/** Leading a workshop: its phases, its timer, who gets in, and who takes part. */
import type { Account } from '../../accounts/account.ts'
import type { Db } from '../../database/db.ts'
import { Refusal } from '../../errors.ts'
import type { Parts } from '../../parts.ts'
import { changeRound, findRound } from '../../rounds/round-store.ts'
import { linkAnnotator } from '../../studies/study-store.ts'
import { copyFirstReadings, simulateMarking } from '../preparing/simulation-actions.ts'
import { type ParticipantDeed, type Phase, phasesOf, roundOfPhase, type Workshop } from '../workshop.ts'
import { workshopToLead } from '../workshop-actions.ts'
import { changeParticipant, changeWorkshop, findParticipant } from '../workshop-store.ts'

/**
 * Moves on to a phase, or back to one, from the end too, as long as the participants are there. Where it has moved
 * already since the page was drawn, nothing happens: a press that comes twice is one. Throws Refusal: not-found, invalid.
 */
export async function movePhase(
  parts: Parts,
  account: Account | undefined,
  id: string,
  { from, to }: { readonly from: Phase; readonly to: Phase },
): Promise<void> {
  await changing(parts, account, id, async (db, workshop) => {
    if (!phasesOf(workshop).includes(to)) throw new Refusal('invalid', { to: 'unknown-choice' })
    if (workshop.phase !== from || from === to || workshop.emptiedAt !== undefined) return workshop
    const now = parts.clock.now()
    const { timerEndsAt: _, endedAt: __, ...rest } = workshop
    const moved: Workshop = { ...rest, phase: to, phaseSince: now, ...(to === 'ended' && { endedAt: now }) }
    await openRoundOf(parts, db, moved)
    const { minutes } = workshop.settings
    return to === 'marking' && minutes !== undefined ? { ...moved, timerEndsAt: later(now, minutes) } : moved
  })
}

/** Marks can be made in the phase's round, and in no other one. */
async function openRoundOf(parts: Parts, db: Db, workshop: Workshop): Promise<void> {
  const open = roundOfPhase(workshop)
  for (const id of [workshop.roundId, workshop.secondRoundId]) {
    const round = id === undefined ? undefined : await findRound(db, id)
    if (!round) continue
    const closedAt = round.id === open ? undefined : (round.closedAt ?? parts.clock.now())
    await changeRound(db, round.id, { ...round, closedAt })
  }
  if (open === undefined) return
  if (open === workshop.secondRoundId) await copyFirstReadings(parts, db, workshop, open)
  if (workshop.isDemonstration) await simulateMarking(parts, db, workshop, open)
}

/** Lets the timer run for so many minutes from now; 0 takes it away. */
export async function setTimer(parts: Parts, account: Account | undefined, id: string, minutes: number): Promise<void> {
  await changing(parts, account, id, async (_db, { timerEndsAt: _, ...workshop }) =>
    minutes === 0 ? workshop : { ...workshop, timerEndsAt: later(parts.clock.now(), minutes) },
  )
}

/** Lets nobody new in, or lets them in again. */
export async function lock(parts: Parts, account: Account | undefined, id: string, isLocked: boolean): Promise<void> {
  await changing(parts, account, id, async (_db, workshop) => ({ ...workshop, isLocked }))
}

/** Leaves somebody out of the pictures, removes them, or takes either back. Their reading stays. */
export async function changeParticipation(
  parts: Parts,
  account: Account | undefined,
  at: { readonly workshop: string; readonly participant: string },
  deed: ParticipantDeed,
): Promise<void> {
  await changing(parts, account, at.workshop, async (db, workshop) => {
    const participant = await findParticipant(db, at.participant)
    if (participant?.workshopId !== workshop.id) throw new Refusal('not-found')
    const isHidden = deed === 'hide' || (deed !== 'show' && participant.isHidden)
    const removedAt = deed === 'remove' ? parts.clock.now() : deed === 'restore' ? undefined : participant.removedAt
    await changeParticipant(db, participant.annotatorId, { isHidden, removedAt })
    // Without the link the account is nobody here: it neither reads nor marks.
    await linkAnnotator(db, participant.annotatorId, removedAt === undefined ? participant.accountId : undefined)
    return workshop
  })
}

async function changing(
  parts: Parts,
  account: Account | undefined,
  id: string,
  change: (db: Db, workshop: Workshop) => Promise<Workshop>,
): Promise<void> {
  const { studyId } = await parts.database.transact(async (db) => {
    const workshop = await workshopToLead(db, account, id)
    const changed = await change(db, workshop)
    if (changed !== workshop) await changeWorkshop(db, id, changed)
    return workshop
  })
  parts.live.changed(studyId)
}

function later(now: string, minutes: number): string {
  return new Date(Date.parse(now) + minutes * 60_000).toISOString()
}

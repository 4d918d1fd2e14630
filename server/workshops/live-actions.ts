/** What changes while people look: the pictures of the phones and of the console. */
import type { Parts } from '../parts.ts'
import type { View } from '../web/live.ts'
import type { ClassAtWork } from './leading/console-page.ts'
import { JOINING_TAKES, MARKING_TAKES } from './preparing/simulation-actions.ts'
import { listReadings } from './reading-actions.ts'
import type { PhonePicture } from './taking-part/phone-picture.ts'
import { isCounted, type Phase, type Workshop } from './workshop.ts'
import { findWorkshop, listParticipants } from './workshop-store.ts'

export interface ConsolePicture extends ClassAtWork {
  readonly phase: Phase
  readonly timerEndsAt?: string | undefined
  readonly isLocked: boolean
}

/** How often something is drawn while simulated participants are at work. */
const SIMULATED_PACE = 500

export function phoneView(parts: Parts, { id, studyId }: Workshop): View {
  return {
    subject: studyId,
    name: 'phone',
    async draw() {
      const { db } = parts.database
      const workshop = await found(parts, id)
      const participants = await listParticipants(db, id)
      const removed = participants.flatMap(({ annotatorId, removedAt }) => (removedAt === undefined ? [] : annotatorId))
      const { phase, phaseSince, timerEndsAt } = workshop
      const picture: PhonePicture = { phase, phaseSince, timerEndsAt, participants: participants.length, removed }
      return { picture }
    },
  }
}

export function consoleView(parts: Parts, { id, studyId }: Workshop): View {
  return {
    subject: studyId,
    name: 'console',
    async draw() {
      const workshop = await found(parts, id)
      return { picture: await consolePicture(parts, workshop), again: paceOf(parts, workshop) }
    },
  }
}

/** Says no more than that something has changed: the wall then asks for its own picture. */
export function changesView(parts: Parts, { id, studyId }: Workshop): View {
  let changes = 0
  return {
    subject: studyId,
    name: 'changes',
    async draw() {
      changes++
      return { picture: { changes }, again: paceOf(parts, await found(parts, id)) }
    },
  }
}

async function found(parts: Parts, id: string): Promise<Workshop> {
  const workshop = await findWorkshop(parts.database.db, id)
  if (!workshop) throw new Error(`workshop ${id} has gone while somebody looked`)
  return workshop
}

/** While simulated participants join or mark, pictures change without anybody doing anything. */
export function paceOf({ clock }: Pick<Parts, 'clock'>, workshop: Workshop): number | undefined {
  const since = (time: string) => Date.parse(clock.now()) - Date.parse(time)
  const isMoving = since(workshop.madeAt) < JOINING_TAKES + 1000 || since(workshop.phaseSince) < MARKING_TAKES + 1000
  return workshop.isDemonstration && isMoving ? SIMULATED_PACE : undefined
}

export async function consolePicture(parts: Parts, workshop: Workshop): Promise<ConsolePicture> {
  const { db } = parts.database
  const round = workshop.phase === 'second-marking' ? workshop.secondRoundId : undefined
  const readings = await listReadings(parts, db, workshop, round ?? workshop.roundId)
  const present = new Map(readings.map((reading) => [reading.participant.annotatorId, reading]))
  const now = parts.clock.now()
  const all = (await listParticipants(db, workshop.id)).filter(({ joinedAt }) => joinedAt <= now)
  const counted = readings.filter(({ participant }) => isCounted(participant))
  return {
    phase: workshop.phase,
    timerEndsAt: workshop.timerEndsAt,
    isLocked: workshop.isLocked,
    joined: counted.length,
    marked: counted.filter(({ annotations }) => annotations.length > 0).length,
    finished: counted.filter(({ isDone }) => isDone).length,
    participants: all.map(({ annotatorId, pseudonym, isSimulated, isHidden, removedAt }) => ({
      id: annotatorId,
      pseudonym,
      isSimulated,
      isHidden,
      isRemoved: removedAt !== undefined,
      marks: present.get(annotatorId)?.annotations.length ?? 0,
      isFinished: present.get(annotatorId)?.isDone ?? false,
    })),
  }
}

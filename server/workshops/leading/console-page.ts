/** What an instructor's console shows. */
import { shownCode } from '../joining/join-code.ts'
import { nextPhase, type Phase, phasesOf, previousPhase, SMALLEST_GROUP, type Workshop } from '../workshop.ts'
import { consolePath, projectorPath, reportPath } from '../workshop-paths.ts'

/** Everything about the class that changes while it works. */
export interface ClassAtWork {
  readonly joined: number
  readonly marked: number
  readonly finished: number
  readonly participants: readonly ParticipantAtWork[]
}

export interface ParticipantAtWork {
  /** As an annotator. */
  readonly id: string
  readonly pseudonym: string
  readonly isSimulated: boolean
  readonly isHidden: boolean
  readonly isRemoved: boolean
  readonly marks: number
  readonly isFinished: boolean
}

export interface ConsolePage {
  readonly workshop: Workshop
  readonly path: string
  readonly projector: string
  readonly report: string
  /** `ABCD-EFGH`. */
  readonly code: string
  /** Where one joins. */
  readonly joinAddress: string
  /** Whether phones can reach it. */
  readonly isReachable: boolean
  readonly phase: Phase
  readonly phases: readonly { readonly phase: Phase; readonly isPast: boolean; readonly isHere: boolean }[]
  readonly next: Phase | undefined
  readonly previous: Phase | undefined
  readonly atWork: ClassAtWork
  /** `0.34`, how many readings are missing for it, or neither where there is nothing to compare. */
  readonly agreement: { readonly alpha: string | undefined; readonly missing: number }
  readonly now: string
  /** When the data of participants go, and in how many days that is; undefined as long as nobody has come. */
  readonly gone: { readonly on: string; readonly days: number } | undefined
}

/** How far those who have marked agree. */
interface Agreeing {
  readonly people: number
  readonly alpha: number | undefined
}

interface At {
  readonly joinAddress: string
  readonly isReachable: boolean
  readonly now: string
  readonly language: string
  readonly goneAt: string | undefined
}

export function consolePage(
  workshop: Workshop,
  { agreement, ...atWork }: ClassAtWork & { readonly agreement: Agreeing },
  at: At,
): ConsolePage {
  const phases = phasesOf(workshop)
  const here = phases.indexOf(workshop.phase)
  return {
    workshop,
    path: consolePath(workshop.id),
    projector: projectorPath(workshop.id),
    report: reportPath(workshop.id),
    code: shownCode(workshop.code),
    ...{ joinAddress: at.joinAddress, isReachable: at.isReachable },
    phase: workshop.phase,
    phases: phases.map((phase, index) => ({ phase, isPast: index < here, isHere: index === here })),
    next: nextPhase(workshop),
    previous: previousPhase(workshop),
    atWork,
    agreement: {
      alpha: agreement.alpha === undefined ? undefined : hundredths(agreement.alpha, at.language),
      missing: Math.max(0, SMALLEST_GROUP - agreement.people),
    },
    now: at.now,
    gone: at.goneAt === undefined ? undefined : goneOn(at.goneAt, at.now, at.language),
  }
}

function goneOn(goneAt: string, now: string, language: string): ConsolePage['gone'] {
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  const days = Math.max(0, Math.round((Date.parse(goneAt) - Date.parse(now)) / 86_400_000))
  return { on: day.format(new Date(goneAt)), days }
}

function hundredths(value: number, language: string): string {
  return new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value)
}

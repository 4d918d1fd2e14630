/** What a participant's phone shows: the desk, who one is, where the workshop is. */
import type { Desk } from '../../annotations/annotation-page.ts'
import { type DeskPage, deskPage } from '../../annotations/annotation-page.ts'
import { shownCode } from '../joining/join-code.ts'
import { type Participant, type Phase, SMALLEST_GROUP, type Workshop } from '../workshop.ts'
import { ownPath, participantPath } from '../workshop-paths.ts'

export interface OpenParticipantDesk {
  readonly workshop: Workshop
  readonly participant: Participant
  readonly desk: Desk
  /** The pseudonym of who compares with them. */
  readonly partner: string | undefined
  /** Those of who join the two. */
  readonly joiners: readonly string[]
  readonly now: string
}

export interface ParticipantPage extends DeskPage {
  readonly workshop: {
    readonly id: string
    readonly path: string
    readonly code: string
    readonly phase: Phase
    readonly isFinished: boolean
    /** What participants are told before they mark. */
    readonly showsSingle: boolean
    readonly showsFew: boolean
    /** Why nothing can be marked, where nothing can. */
    readonly lock: 'waiting' | 'comparing' | 'looking' | 'reference' | 'over' | undefined
  }
  readonly partner: string | undefined
  readonly joiners: readonly string[]
  readonly pseudonym: string
  readonly ownPath: string
  /** For the script that follows the workshop. */
  readonly following: {
    readonly workshop: string
    readonly annotator: string
    readonly phase: Phase
    readonly phaseSince: string
    readonly timerEndsAt: string | undefined
    readonly now: string
  }
}

export function participantPage(
  { workshop, participant, desk, partner, joiners, now }: OpenParticipantDesk,
  language: string,
  words: Parameters<typeof deskPage>[2],
): ParticipantPage {
  const page = deskPage(desk, language, words)
  const { id, code, phase, phaseSince, timerEndsAt } = workshop
  return {
    ...page,
    // What waits from before goes out in every phase.
    data: { ...page.data, account: desk.account },
    workshop: {
      ...{ id, phase, path: participantPath(id), code: shownCode(code) },
      isFinished: desk.set?.state === 'finished',
      ...toldOf(workshop),
      lock: lockOf(phase),
    },
    ...{ partner, joiners },
    pseudonym: participant.pseudonym,
    ownPath: ownPath(id),
    following: { workshop: id, annotator: participant.annotatorId, phase, phaseSince, timerEndsAt, now },
  }
}

/** Of whom readings may be seen as theirs. */
export function toldOf({ settings }: Workshop): { readonly showsSingle: boolean; readonly showsFew: boolean } {
  return { showsSingle: settings.showsSingle, showsFew: settings.smallestGroup < SMALLEST_GROUP }
}

function lockOf(phase: Phase): ParticipantPage['workshop']['lock'] {
  if (phase === 'lobby') return 'waiting'
  if (phase === 'marking' || phase === 'second-marking') return undefined
  if (phase === 'neighbours') return 'comparing'
  if (phase === 'reference') return 'reference'
  return phase === 'ended' ? 'over' : 'looking'
}

/** A workshop: a class reads one article together, led through phases by its instructor. */
import type { Article } from '../articles/article.ts'

export const PHASES = ['lobby', 'marking', 'neighbours', 'together', 'second-marking', 'reference', 'ended'] as const
export type Phase = (typeof PHASES)[number]

/** The phases that an instructor may leave out. */
export const OPTIONAL_PHASES = ['neighbours', 'second-marking', 'reference'] as const
export type OptionalPhase = (typeof OPTIONAL_PHASES)[number]

/** The tags that pupils know in words of their own, in the codebook's order. */
export const WORKSHOP_TAGS = ['reporting', 'attribution', 'framing'] as const

export const WORKSHOP_LANGUAGES = ['de', 'en'] as const
export type WorkshopLanguage = (typeof WORKSHOP_LANGUAGES)[number]

export const MOST_PARTICIPANTS = 300
export const MOST_QUESTIONS = 12
export const MOST_DAYS = 365
/** Below so many readings a picture could be one person's. */
export const SMALLEST_GROUP = 5

export interface WorkshopSettings {
  /** Of the pseudonyms. */
  readonly language: WorkshopLanguage
  readonly tags: readonly string[]
  readonly phases: readonly OptionalPhase[]
  /** To be discussed, one after the other. */
  readonly questions: readonly string[]
  /** How long the first marking is to take, for the timer. */
  readonly minutes?: number | undefined
  /** Whether a single reading may be shown to the class, under its pseudonym. */
  readonly showsSingle: boolean
  /** How many have to have marked before there is a picture: SMALLEST_GROUP, or openly fewer among adults. */
  readonly smallestGroup: number
  readonly mostParticipants: number
  /** How long the data of participants are kept after the end. */
  readonly daysKept: number
}

export const USUAL_SETTINGS: WorkshopSettings = {
  language: 'de',
  tags: WORKSHOP_TAGS,
  phases: ['reference'],
  questions: [],
  minutes: 12,
  showsSingle: false,
  smallestGroup: SMALLEST_GROUP,
  mostParticipants: 60,
  daysKept: 30,
}

export interface Workshop {
  readonly id: string
  /** The study that it is. */
  readonly studyId: string
  readonly title: string
  readonly articleId: Article['id']
  /** Where the first marks are made. */
  readonly roundId: string
  /** Where those after the talk are made. */
  readonly secondRoundId?: string | undefined
  /** Eight characters, without the hyphen. */
  readonly code: string
  readonly settings: WorkshopSettings
  /** Whether its participants are simulated ones at first. */
  readonly isDemonstration: boolean
  readonly phase: Phase
  /** ISO 8601, UTC, like all times here. */
  readonly phaseSince: string
  readonly timerEndsAt?: string | undefined
  /** Whether nobody new gets in. */
  readonly isLocked: boolean
  readonly madeBy?: string | undefined
  readonly madeAt: string
  readonly endedAt?: string | undefined
  readonly emptiedAt?: string | undefined
}

/** The phases of a workshop, in their order. */
export function phasesOf({ settings }: Pick<Workshop, 'settings'>): Phase[] {
  return PHASES.filter((phase) => !isOptional(phase) || settings.phases.includes(phase))
}

function isOptional(phase: Phase): phase is OptionalPhase {
  return (OPTIONAL_PHASES as readonly Phase[]).includes(phase)
}

/** What comes after the phase in which it is; undefined at the end. */
export function nextPhase(workshop: Pick<Workshop, 'settings' | 'phase'>): Phase | undefined {
  return neighbourOf(workshop, 1)
}

/** What came before it; nothing leads back from the end once the participants have gone. */
export function previousPhase(workshop: Pick<Workshop, 'settings' | 'phase' | 'emptiedAt'>): Phase | undefined {
  return workshop.emptiedAt === undefined ? neighbourOf(workshop, -1) : undefined
}

function neighbourOf(workshop: Pick<Workshop, 'settings' | 'phase'>, step: 1 | -1): Phase | undefined {
  const phases = phasesOf(workshop)
  return phases[phases.indexOf(workshop.phase) + step]
}

/** The round in which marks are made in this phase. */
export function roundOfPhase({ roundId, secondRoundId, phase }: Workshop): string | undefined {
  if (phase === 'marking') return roundId
  return phase === 'second-marking' ? secondRoundId : undefined
}

/** Who takes part. */
export interface Participant {
  /** As an annotator of the workshop's study. */
  readonly annotatorId: string
  readonly workshopId: string
  readonly pseudonym: string
  readonly isSimulated: boolean
  /** Absent where they are simulated. */
  readonly accountId?: string | undefined
  readonly joinedAt: string
  /** Whether their reading is left out of the pictures. */
  readonly isHidden: boolean
  readonly removedAt?: string | undefined
}

/** What an instructor can do about a participant. */
export const PARTICIPANT_DEEDS = ['hide', 'show', 'remove', 'restore'] as const
export type ParticipantDeed = (typeof PARTICIPANT_DEEDS)[number]

/** Whether somebody's reading counts in pictures and numbers. */
export function isCounted({ isHidden, removedAt }: Pick<Participant, 'isHidden' | 'removedAt'>): boolean {
  return !isHidden && removedAt === undefined
}

/** When the data of participants go: so many days after the end; where nobody ended it, after the last that somebody did. */
export function goneAt({ settings, endedAt, madeAt }: Workshop, lastDeedAt: string | undefined): string {
  const from = endedAt ?? lastDeedAt ?? madeAt
  return new Date(Date.parse(from) + settings.daysKept * 86_400_000).toISOString()
}

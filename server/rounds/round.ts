/** A round: a study's articles, read under one codebook version, by everybody or by those to whom they are assigned. */

export const ROUND_KINDS = ['training', 'annotation', 'adjudication', 'reference', 'workshop', 'demonstration'] as const
export type RoundKind = (typeof ROUND_KINDS)[number]

export interface Round {
  readonly id: string
  readonly studyId: string
  readonly title: string
  readonly kind: RoundKind
  readonly codebook: { readonly id: string; readonly version: number }
  readonly closedAt?: string | undefined
  /** The day by which it should be read. Nothing is locked by it. */
  readonly dueOn?: string | undefined
  /** How often its assignments were changed; 0: there are none, and it is for everybody. */
  readonly assignmentVersion: number
  readonly admission?: AdmissionRule | undefined
  /** Whether those who read in it may compare their readings with the reference once they are through. */
  readonly givesFeedback?: boolean
}

/** What has to be read, and how close to the reference, before somebody may mark in a round. */
export interface AdmissionRule {
  /** The training round. */
  readonly round: string
  /** The F1 of spans that has to be reached there, in hundredths. */
  readonly percent: number
}

/** A round as it begins. */
export type NewRound = Omit<Round, 'assignmentVersion'>

/** The reference reading and the gold are made elsewhere than at the desk. */
export const MARKED_AT_THE_DESK: readonly RoundKind[] = ['training', 'annotation', 'workshop', 'demonstration']

/** Whether only those read in it to whom articles are assigned. */
export function isAssigned({ assignmentVersion }: Pick<Round, 'assignmentVersion'>): boolean {
  return assignmentVersion > 0
}

/** Kinds of rounds that who manages a study may begin: a demonstration is open to everybody, the others begin elsewhere. */
export const NEW_KINDS = ['annotation', 'training'] as const satisfies readonly RoundKind[]

/** Whether marks can be made in it now. */
export function takesMarks(round: Round): boolean {
  return MARKED_AT_THE_DESK.includes(round.kind) && round.closedAt === undefined
}

/** Whether somebody without an account can try marking there. */
export function isForVisitors(round: Round): boolean {
  return round.kind === 'demonstration' && takesMarks(round) && !isAssigned(round) && !round.admission
}

/** A class goes on while a phone has no network: for so long what was made in time may still come, in milliseconds. */
const LATEST_ARRIVAL = 10 * 60_000

/** Whether a mark that was made at this moment may still come into a round of a workshop that has been closed since. */
export function takesLateMarks({ kind, closedAt }: Round, madeAt: number, now: string): boolean {
  if (kind !== 'workshop' || closedAt === undefined) return false
  return madeAt <= Date.parse(closedAt) && Date.parse(now) - Date.parse(closedAt) <= LATEST_ARRIVAL
}

/** A round: a study's articles, read under one codebook version. */

export const ROUND_KINDS = ['training', 'annotation', 'adjudication', 'reference', 'workshop', 'demonstration'] as const
export type RoundKind = (typeof ROUND_KINDS)[number]

export interface Round {
  readonly id: string
  readonly studyId: string
  readonly title: string
  readonly kind: RoundKind
  readonly codebook: { readonly id: string; readonly version: number }
  readonly closedAt?: string | undefined
}

/** The reference reading and the gold are made elsewhere than at the desk. */
export const MARKED_AT_THE_DESK: readonly RoundKind[] = ['training', 'annotation', 'demonstration']

/** Whether marks can be made in it now. */
export function takesMarks(round: Round): boolean {
  return MARKED_AT_THE_DESK.includes(round.kind) && round.closedAt === undefined
}

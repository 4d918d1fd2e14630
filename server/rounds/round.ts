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

const MARKED_AT_THE_DESK: ReadonlySet<RoundKind> = new Set(['training', 'annotation', 'demonstration'])

/** Whether marks can be made in it now. The reference reading and the gold are made elsewhere than at the desk. */
export function takesMarks(round: Round): boolean {
  return MARKED_AT_THE_DESK.has(round.kind) && round.closedAt === undefined
}

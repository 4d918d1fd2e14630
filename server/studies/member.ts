/** Who is in a study, and as what. */
import type { StudyRole } from '../accounts/permissions.ts'

/** Somebody who is in a study. */
export interface Member {
  readonly accountId: string
  readonly name: string
  /** In the order of the table of rights. */
  readonly roles: readonly StudyRole[]
  /** ISO 8601, UTC. */
  readonly since: string
  /** As an annotator of the study, where they are or were one. */
  readonly annotator: { readonly id: string; readonly pseudonym: string; readonly isNamed: boolean } | undefined
}

export interface MemberSearch {
  /** In the name, in whichever case; or the whole pseudonym. */
  readonly words: string
  readonly from: number
  readonly count: number
}

/** The whole table of rights: what somebody may do in the instance, and what in a study by the roles they have there. */
import type { Account, AccountRole } from './account.ts'

export type Role = AccountRole | 'visitor'

const RIGHTS = {
  /** The doors, the welcome, signing in, an invitation. */
  'open-doors': ['visitor', 'guest', 'member', 'owner'],
  'read-demonstration': ['visitor', 'guest', 'member', 'owner'],
  /** The way to marking: in a workshop too, for who takes part in it. */
  'mark-demonstration': ['guest', 'member', 'owner'],
  /** Questions reach people who answer them, and stay. */
  'ask-about-demonstration': ['member', 'owner'],
  'leave-demonstration': ['guest'],
  'sign-out': ['guest', 'member', 'owner'],
  'join-workshops': ['visitor', 'guest', 'member', 'owner'],
  'take-part': ['guest', 'member', 'owner'],
  'lead-workshops': ['member', 'owner'],
  'see-own-account': ['member', 'owner'],
  'make-studies': ['member', 'owner'],
  /** Rights in every study, without a role in it. */
  'manage-every-study': ['owner'],
  'mark-in-every-study': ['owner'],
} as const satisfies Record<string, readonly Role[]>

export const STUDY_ROLES = ['manager', 'annotator', 'adjudicator', 'reader'] as const
export type StudyRole = (typeof STUDY_ROLES)[number]
/** Who takes part in the workshop that a study is; nobody can be given that as a role. */
export type StudyPlace = StudyRole | 'participant'

const STUDY_RIGHTS = {
  'see-study': ['manager', 'annotator', 'adjudicator', 'reader'],
  'read-rounds': ['manager', 'annotator', 'adjudicator', 'reader'],
  'mark-rounds': ['annotator'],
  'read-workshop': ['manager', 'adjudicator', 'participant'],
  'mark-workshop': ['participant'],
  'download-own-readings': ['manager', 'annotator', 'adjudicator', 'reader'],
  'list-articles': ['manager', 'adjudicator', 'reader'],
  /** Under pseudonyms, and not before one's own reading is finished. */
  'see-readings': ['manager', 'adjudicator'],
  'manage-study': ['manager'],
  'download-study': ['manager'],
  'answer-questions': ['manager'],
} as const satisfies Record<string, readonly StudyPlace[]>

export type Deed = keyof typeof RIGHTS
/** What visitors may ask for, too; whoever asks for anything else is signed in. */
export type OpenDeed = { [D in Deed]: 'visitor' extends (typeof RIGHTS)[D][number] ? D : never }[Deed]
export type StudyDeed = keyof typeof STUDY_RIGHTS

/** What somebody is to a study. */
export interface Access {
  readonly account: Account | undefined
  readonly roles: readonly StudyPlace[]
}

/** What somebody is to the instance; who is not signed in is a visitor. */
export function roleOf(account: Account | undefined): Role {
  return account?.role ?? 'visitor'
}

export function may(account: Account | undefined, deed: Deed): boolean {
  const allowed: readonly Role[] = RIGHTS[deed]
  return allowed.includes(roleOf(account))
}

/** Whether somebody may do this in the study to which they have this access. */
export function mayIn({ account, roles }: Access, deed: StudyDeed): boolean {
  const allowed: readonly StudyPlace[] = STUDY_RIGHTS[deed]
  if (may(account, 'manage-every-study') && allowed.includes('manager')) return true
  if (may(account, 'mark-in-every-study') && allowed.includes('annotator')) return true
  return roles.some((role) => allowed.includes(role))
}

/** All that somebody may do in a study. */
export function rightsIn(access: Access): StudyDeed[] {
  return (Object.keys(STUDY_RIGHTS) as StudyDeed[]).filter((deed) => mayIn(access, deed))
}

/** The roles that bring a right. */
export function rolesFor(deed: StudyDeed): readonly StudyRole[] {
  const allowed: readonly StudyPlace[] = STUDY_RIGHTS[deed]
  return STUDY_ROLES.filter((role) => allowed.includes(role))
}

/** Whether somebody may ask for an address at all. What concerns a study is for who is signed in; the rest is decided there. */
export function mayAsk(account: Account | undefined, deed: Deed | StudyDeed): boolean {
  return deed in STUDY_RIGHTS ? account !== undefined && account.role !== 'guest' : may(account, deed as Deed)
}

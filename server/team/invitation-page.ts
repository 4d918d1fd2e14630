/** What is shown of an invitation: its link, once, to who made it; and the page behind it. */
import type { StudyRole } from '../accounts/permissions.ts'
import type { OpenStudy, Study } from '../studies/study.ts'
import type { Invitation, InvitationEnd } from './invitation.ts'
import { dayOf, teamPath } from './team-page.ts'

export interface LinkPage {
  readonly study: OpenStudy
  readonly link: string
  readonly role: StudyRole
  readonly mostUses: number
  readonly until: string
  readonly back: string
}

export function linkPage(
  { study, invitation, token }: { study: OpenStudy; invitation: Invitation; token: string },
  site: string,
  language: string,
): LinkPage {
  const { role, mostUses, expiresAt } = invitation
  const link = `${site}${invitationPath(token)}`
  return { study, link, role, mostUses, until: dayOf(expiresAt, language), back: teamPath(study) }
}

export function invitationPath(token: string): string {
  return `/invitations/${token}`
}

export interface InvitedPage {
  readonly path: string
  readonly study: Pick<Study, 'title'>
  readonly studyPath: string
  readonly role: StudyRole
  readonly end: InvitationEnd | undefined
  /** The roles that they have in the study already. */
  readonly roles: readonly StudyRole[]
  readonly until: string
  /** What somebody without an account typed, and what is wrong with it. */
  readonly typed: { readonly name: string }
  readonly faults: Readonly<Record<string, string>>
}

export function invitedPage(
  {
    study,
    invitation,
    end,
    roles,
  }: {
    study: Study
    invitation: Invitation
    end: InvitationEnd | undefined
    roles: readonly StudyRole[]
  },
  token: string,
  language: string,
  typed: { name: string } = { name: '' },
  faults: Record<string, string> = {},
): InvitedPage {
  return {
    path: invitationPath(token),
    study: { title: study.title },
    studyPath: `/studies/${study.slug}`,
    role: invitation.role,
    end,
    roles,
    until: dayOf(invitation.expiresAt, language),
    typed,
    faults,
  }
}

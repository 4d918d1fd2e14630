/** What is shown of a study's team: all of it, and one member. */
import { STUDY_ROLES, type StudyRole } from '../accounts/permissions.ts'
import { NO_WORK, type Work } from '../annotations/work.ts'
import type { Member } from '../studies/member.ts'
import type { OpenStudy } from '../studies/study.ts'
import { type ListWish, type ShownList, shownList } from '../web/list.ts'
import { DAYS_OFFERED, type Invitation, MOST_USES } from './invitation.ts'

export interface Team {
  readonly study: OpenStudy
  /** Those of this page. */
  readonly members: readonly Member[]
  /** Members there are, and members found. */
  readonly total: number
  readonly hits: number
  readonly wish: ListWish
  /** Who annotated and is not in the study. */
  readonly former: readonly { readonly id: string; readonly pseudonym: string }[]
  /** Annotator → what they did. */
  readonly work: ReadonlyMap<string, Work>
  readonly invitations: readonly Invitation[]
  /** The names of those who may manage every study. */
  readonly owners: readonly string[]
}

interface MemberRow {
  readonly path: string
  readonly name: string
  readonly roles: readonly StudyRole[]
  readonly pseudonym: string | undefined
  readonly work: Work
}

/** What is typed into the form of an invitation. */
export interface TypedInvitation {
  readonly id: string
  readonly role: string
  readonly uses: string
  readonly days: string
  readonly note: string
}

export interface TeamPage {
  readonly study: OpenStudy
  readonly members: readonly MemberRow[]
  readonly list: ShownList
  readonly former: readonly { readonly pseudonym: string; readonly work: Work }[]
  readonly invitations: readonly InvitationRow[]
  readonly owners: { readonly names: string; readonly count: number }
  readonly typed: TypedInvitation
  readonly daysOffered: readonly number[]
  readonly mostUses: number
  readonly studyRoles: readonly StudyRole[]
}

interface InvitationRow extends Pick<Invitation, 'id' | 'role' | 'note' | 'mostUses' | 'uses'> {
  /** The day on which it runs out, in the reader's language. */
  readonly until: string
}

/** A form for an invitation as it is shown at first. */
export function emptyInvitation(id: string): TypedInvitation {
  return { id, role: 'annotator', uses: '1', days: '7', note: '' }
}

export function teamPage(team: Team, language: string, typed: TypedInvitation): TeamPage {
  const { study, members, total, hits, wish, former, work, invitations, owners } = team
  return {
    study,
    members: members.map(({ accountId, name, roles, annotator }) => ({
      path: memberPath(study, accountId),
      name,
      roles,
      pseudonym: annotator?.pseudonym,
      work: (annotator && work.get(annotator.id)) ?? NO_WORK,
    })),
    list: shownList(wish, [], { total, hits, narrowing: [] }),
    former: former.map(({ id, pseudonym }) => ({ pseudonym, work: work.get(id) ?? NO_WORK })),
    invitations: invitations.map((invitation) => ({ ...invitation, until: dayOf(invitation.expiresAt, language) })),
    owners: { names: new Intl.ListFormat(language).format(owners), count: owners.length },
    typed,
    daysOffered: DAYS_OFFERED,
    mostUses: MOST_USES,
    studyRoles: STUDY_ROLES,
  }
}

export function teamPath({ slug }: Pick<OpenStudy, 'slug'>): string {
  return `/studies/${slug}/team`
}

export function memberPath(study: Pick<OpenStudy, 'slug'>, accountId: string): string {
  return `${teamPath(study)}/${accountId}`
}

/** A day as people write it; in UTC, so that it is the same for everybody. */
export function dayOf(time: string, language: string): string {
  return new Date(time).toLocaleDateString(language, { dateStyle: 'long', timeZone: 'UTC' })
}

/** A member with what they did in the study. */
export interface MemberAtWork {
  readonly study: OpenStudy
  readonly member: Member
  readonly work: Work & { readonly marks: number }
  /** Nobody else manages the study: they can neither go nor cease to manage it. */
  readonly isLastManager: boolean
}

export interface MemberPage extends MemberAtWork {
  readonly path: string
  readonly since: string
  readonly studyRoles: readonly StudyRole[]
  /** Whether it is the page of who looks at it. */
  readonly isOneself: boolean
}

export function memberPage(at: MemberAtWork, reader: string, language: string): MemberPage {
  const { study, member } = at
  return {
    ...at,
    path: memberPath(study, member.accountId),
    since: dayOf(member.since, language),
    studyRoles: STUDY_ROLES,
    isOneself: member.accountId === reader,
  }
}

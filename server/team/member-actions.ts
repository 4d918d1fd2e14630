/** The members of a study: their roles, whether they are named, and how they go. */
import type { Account } from '../accounts/account.ts'
import type { StudyRole } from '../accounts/permissions.ts'
import { STUDY_ROLES } from '../accounts/permissions.ts'
import { NO_WORK } from '../annotations/work.ts'
import { countMarksOf, countSetsOf } from '../annotations/work-store.ts'
import type { Db } from '../database/db.ts'
import { Refusal } from '../errors.ts'
import type { Parts } from '../parts.ts'
import type { Member } from '../studies/member.ts'
import type { OpenStudy } from '../studies/study.ts'
import { annotatorOf, studyFor, studyToManage } from '../studies/study-actions.ts'
import { nameAnnotator } from '../studies/study-store.ts'
import { addRoles, countOtherManagers, findMember, removeRoles } from '../studies/team-store.ts'
import { revokeInvitationsOf } from './invitation-store.ts'
import type { MemberAtWork } from './team-page.ts'

export interface At {
  readonly slug: string
  readonly member: string
}

/** A member, for who manages the study. Throws Refusal (not-found). */
export async function openMember(parts: Parts, account: Account, at: At): Promise<MemberAtWork> {
  const { db } = parts.database
  return atWork(db, await studyToManage(db, account, at.slug), at.member)
}

/** Oneself as a member, before leaving. Throws Refusal (not-found) where one is not in the study. */
export async function openDeparture(parts: Parts, account: Account, slug: string): Promise<MemberAtWork> {
  const { db } = parts.database
  return atWork(db, await studyFor(db, account, 'see-study', { slug }), account.id)
}

async function atWork(db: Db, study: OpenStudy, accountId: string): Promise<MemberAtWork> {
  const member = await findMember(db, study.id, accountId)
  if (!member) throw new Refusal('not-found')
  const annotator = member.annotator?.id
  const sets = annotator ? (await countSetsOf(db, [annotator])).get(annotator) : undefined
  const marks = annotator ? await countMarksOf(db, annotator) : 0
  return { study, member, work: { ...(sets ?? NO_WORK), marks }, isLastManager: await isLastManager(db, study, member) }
}

async function isLastManager(db: Db, { id }: Pick<OpenStudy, 'id'>, { accountId, roles }: Member): Promise<boolean> {
  return roles.includes('manager') && (await countOtherManagers(db, id, accountId)) === 0
}

/** Gives a member these roles and no others. Throws Refusal: not-found, invalid (roles: missing or last-manager). */
export async function changeRoles(parts: Parts, account: Account, at: At, roles: readonly StudyRole[]): Promise<void> {
  await parts.database.transact(async (db) => {
    const { study, member } = await memberOf(db, await studyToManage(db, account, at.slug), at.member)
    if (roles.length === 0) throw new Refusal('invalid', { roles: 'missing' })
    const lost = member.roles.filter((role) => !roles.includes(role))
    const now = parts.clock.now()
    await takeRoles(db, study, member, lost, now)
    await addRoles(db, { studyId: study.id, accountId: member.accountId }, roles, now)
    if (roles.includes('annotator')) await annotatorOf(parts, db, { id: member.accountId, role: 'member' }, study.id)
  })
}

/** Lets somebody's name leave the study beside their pseudonym, or no longer. Throws Refusal (not-found). */
export async function changeNaming(parts: Parts, account: Account, at: At, isNamed: boolean): Promise<void> {
  await parts.database.transact(async (db) => {
    const { member } = await memberOf(db, await studyToManage(db, account, at.slug), at.member)
    if (!member.annotator) throw new Refusal('not-found')
    await nameAnnotator(db, member.annotator.id, isNamed ? member.name : null)
  })
}

/** Takes a member out of the study. Their readings stay, under their pseudonym. Throws Refusal: not-found, invalid. */
export async function removeMember(parts: Parts, account: Account, at: At): Promise<void> {
  await parts.database.transact(async (db) => {
    const { study, member } = await memberOf(db, await studyToManage(db, account, at.slug), at.member)
    await takeRoles(db, study, member, STUDY_ROLES, parts.clock.now())
  })
}

/** Leaves a study. One's readings stay, under one's pseudonym. Throws Refusal: not-found, invalid (roles: last-manager). */
export async function leave(parts: Parts, account: Account, slug: string): Promise<void> {
  await parts.database.transact(async (db) => {
    const { study, member } = await memberOf(db, await studyFor(db, account, 'see-study', { slug }), account.id)
    await takeRoles(db, study, member, STUDY_ROLES, parts.clock.now())
  })
}

async function memberOf(db: Db, study: OpenStudy, accountId: string): Promise<{ study: OpenStudy; member: Member }> {
  const member = await findMember(db, study.id, accountId)
  if (!member) throw new Refusal('not-found')
  return { study, member }
}

/** A study keeps somebody who manages it; and who manages it no longer lets nobody in any more. */
async function takeRoles(
  db: Db,
  study: Pick<OpenStudy, 'id'>,
  member: Member,
  lost: readonly StudyRole[],
  now: string,
): Promise<void> {
  if (lost.length === 0) return
  const who = { studyId: study.id, accountId: member.accountId }
  if (lost.includes('manager')) {
    if (await isLastManager(db, study, member)) throw new Refusal('invalid', { roles: 'last-manager' })
    await revokeInvitationsOf(db, who, now)
  }
  await removeRoles(db, who, lost)
}

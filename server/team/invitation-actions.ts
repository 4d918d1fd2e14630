/** Inviting somebody into a study by a link, and coming in by one. */
import type { Account } from '../accounts/account.ts'
import { createAccountIn, newToken, startSession } from '../accounts/account-actions.ts'
import type { CredentialsInput } from '../accounts/account-input.ts'
import { hashPassword } from '../accounts/password.ts'
import type { StudyRole } from '../accounts/permissions.ts'
import type { Db } from '../database/db.ts'
import { sha256 } from '../digest.ts'
import { Refusal } from '../errors.ts'
import type { Parts } from '../parts.ts'
import type { OpenStudy, Study } from '../studies/study.ts'
import { join, studyToManage } from '../studies/study-actions.ts'
import { findStudy } from '../studies/study-store.ts'
import { listRoles } from '../studies/team-store.ts'
import { endOf, type Invitation, type InvitationEnd } from './invitation.ts'
import type { InvitationInput } from './invitation-input.ts'
import {
  addInvitation,
  findInvitation,
  findInvitationByToken,
  removeOldInvitations,
  revokeInvitation,
  takeUse,
} from './invitation-store.ts'

const DAY = 86_400_000
/** So long it can be said of a link that it has run out; then it is as if it had never been. */
const DAYS_REMEMBERED = 90

/**
 * Makes an invitation and gives back its secret: the only time that it is there. Throws Refusal: not-found, or
 * action-reused where the same form had made it before.
 */
export async function invite(
  { clock, database }: Parts,
  account: Account,
  slug: string,
  { id, role, uses, days, note }: InvitationInput,
): Promise<{ study: OpenStudy; invitation: Invitation; token: string }> {
  const token = newToken()
  return database.transact(async (db) => {
    const study = await studyToManage(db, account, slug)
    if (await findInvitation(db, id)) throw new Refusal('action-reused')
    const now = clock.now()
    const expiresAt = later(now, days)
    const invitation = { id, studyId: study.id, role, note, madeAt: now, expiresAt, mostUses: uses, uses: 0 }
    await removeOldInvitations(db, study.id, later(now, -DAYS_REMEMBERED))
    await addInvitation(db, invitation, { tokenHash: sha256(token), by: account.id })
    return { study, invitation, token }
  })
}

function later(time: string, days: number): string {
  return new Date(Date.parse(time) + days * DAY).toISOString()
}

/** Takes an invitation back; one that has been taken back before stays so. Throws Refusal (not-found). */
export async function revoke(parts: Parts, account: Account, at: { slug: string; invitation: string }): Promise<void> {
  await parts.database.transact(async (db) => {
    const study = await studyToManage(db, account, at.slug)
    const invitation = await findInvitation(db, at.invitation)
    if (invitation?.studyId !== study.id) throw new Refusal('not-found')
    await revokeInvitation(db, invitation.id, parts.clock.now())
  })
}

/** What stands behind a link, for whoever holds it. */
export interface Invited {
  readonly study: Study
  readonly invitation: Invitation
  readonly end: InvitationEnd | undefined
  /** The roles that they have in the study already. */
  readonly roles: readonly StudyRole[]
}

/** Throws Refusal (not-found) where there is no such invitation, and too-many for who tries one after the other. */
export async function openInvitation(
  parts: Parts,
  account: Account | undefined,
  { token, origin }: { token: string; origin: string },
): Promise<Invited> {
  const invited = await parts.limits.lookUp(origin, () => findInvited(parts, parts.database.db, account, token))
  if (!invited) throw new Refusal('not-found')
  return invited
}

async function findInvited(
  { clock }: Parts,
  db: Db,
  account: Account | undefined,
  token: string,
): Promise<Invited | undefined> {
  const invitation = await findInvitationByToken(db, sha256(token))
  const study = invitation && (await findStudy(db, invitation.studyId))
  if (!invitation || !study) return undefined
  const roles = account ? await listRoles(db, study.id, account.id) : []
  return { study, invitation, end: endOf(invitation, clock.now()), roles }
}

/**
 * Lets somebody in. Who is in the study already stays what they are, and no use is taken. Throws Refusal (not-found)
 * where the invitation lets nobody in any more: the page behind the link says why.
 */
export async function accept(parts: Parts, account: Account, invited: Invited): Promise<void> {
  await parts.database.transact((db) => comeIn(parts, db, account, invited))
}

async function comeIn(parts: Parts, db: Db, account: Account, { invitation, study }: Invited): Promise<void> {
  if ((await listRoles(db, study.id, account.id)).length > 0) return
  if (!(await takeUse(db, invitation.id, parts.clock.now()))) throw new Refusal('not-found')
  await join(parts, db, account, study.id, [invitation.role])
}

/**
 * Makes an account for who is invited, lets them in, and signs them in: all of it or nothing. The session's secret.
 * Throws Refusal: not-found, invalid (name: taken).
 */
export async function acceptAsNewcomer(parts: Parts, input: CredentialsInput, invited: Invited): Promise<string> {
  const passwordHash = await hashPassword(input.password)
  const account = await parts.database.transact(async (db) => {
    const made = await createAccountIn(parts, db, input.name, passwordHash)
    await comeIn(parts, db, made, invited)
    return made
  })
  return startSession(parts, account)
}

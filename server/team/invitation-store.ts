/** SQL for invitations. */
import type { Selectable } from 'kysely'
import type { InvitationTable } from '../../db/schema-people.ts'
import type { Db } from '../database/db.ts'
import type { Invitation } from './invitation.ts'

export async function addInvitation(
  db: Db,
  invitation: Invitation,
  { tokenHash, by }: { tokenHash: string; by: string },
): Promise<void> {
  await db
    .insertInto('invitation')
    .values({
      id: invitation.id,
      study_id: invitation.studyId,
      token_hash: tokenHash,
      role: invitation.role,
      note: invitation.note ?? null,
      made_by: by,
      made_at: invitation.madeAt,
      expires_at: invitation.expiresAt,
      most_uses: invitation.mostUses,
      uses: invitation.uses,
      revoked_at: null,
    })
    .execute()
}

export async function findInvitation(db: Db, id: string): Promise<Invitation | undefined> {
  const row = await db.selectFrom('invitation').selectAll().where('id', '=', id).executeTakeFirst()
  return row && invitationOf(row)
}

export async function findInvitationByToken(db: Db, tokenHash: string): Promise<Invitation | undefined> {
  const row = await db.selectFrom('invitation').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()
  return row && invitationOf(row)
}

/** A study's invitations that still let somebody in, newest first. */
export async function listOpenInvitations(db: Db, studyId: string, now: string): Promise<Invitation[]> {
  const rows = await db
    .selectFrom('invitation')
    .selectAll()
    .where('study_id', '=', studyId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .whereRef('uses', '<', 'most_uses')
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(invitationOf)
}

/** Takes one use of an invitation; false where it lets nobody in any more. One statement, so that no two take the last one. */
export async function takeUse(db: Db, id: string, now: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('invitation')
    .set((q) => ({ uses: q('uses', '+', 1) }))
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .whereRef('uses', '<', 'most_uses')
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

export async function revokeInvitation(db: Db, id: string, now: string): Promise<void> {
  await db
    .updateTable('invitation')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .execute()
}

/** Revokes all that somebody has invited to a study by: a manager who is one no longer must not come back by their own link. */
export async function revokeInvitationsOf(
  db: Db,
  { studyId, accountId }: { studyId: string; accountId: string },
  now: string,
): Promise<void> {
  await db
    .updateTable('invitation')
    .set({ revoked_at: now })
    .where('study_id', '=', studyId)
    .where('made_by', '=', accountId)
    .where('revoked_at', 'is', null)
    .execute()
}

/** Removes the invitations of a study that have been of no use for long. */
export async function removeOldInvitations(db: Db, studyId: string, before: string): Promise<void> {
  await db.deleteFrom('invitation').where('study_id', '=', studyId).where('expires_at', '<', before).execute()
}

function invitationOf(row: Selectable<InvitationTable>): Invitation {
  return {
    id: row.id,
    studyId: row.study_id,
    role: row.role,
    ...(row.note !== null && { note: row.note }),
    madeAt: row.made_at,
    expiresAt: row.expires_at,
    mostUses: row.most_uses,
    uses: row.uses,
    ...(row.revoked_at !== null && { revokedAt: row.revoked_at }),
  }
}

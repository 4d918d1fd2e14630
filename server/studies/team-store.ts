/** SQL for who takes part in a study, and as what. */

import type { StudyRole } from '../accounts/permissions.ts'
import type { Db } from '../database/db.ts'

/** The roles that somebody has in a study; none where they are not in it. */
export async function listRoles(db: Db, studyId: string, accountId: string): Promise<StudyRole[]> {
  const rows = await db
    .selectFrom('membership')
    .select('role')
    .where('study_id', '=', studyId)
    .where('account_id', '=', accountId)
    .execute()
  return rows.map(({ role }) => role)
}

/** The studies in which somebody has one of these roles. */
export async function listStudiesOf(db: Db, accountId: string, roles: readonly StudyRole[]): Promise<string[]> {
  const rows = await db
    .selectFrom('membership')
    .select('study_id')
    .distinct()
    .where('account_id', '=', accountId)
    .where('role', 'in', roles)
    .execute()
  return rows.map(({ study_id }) => study_id)
}

/** The studies that nobody is in: made on the command line, or come with a dataset. */
export async function listStudiesWithoutTeam(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('study')
    .select('id')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('membership').select('role').whereRef('membership.study_id', '=', 'study.id'))),
    )
    .execute()
  return rows.map(({ id }) => id)
}

/** Gives somebody roles that they do not have yet. */
export async function addRoles(
  db: Db,
  { studyId, accountId }: { studyId: string; accountId: string },
  roles: readonly StudyRole[],
  since: string,
): Promise<void> {
  for (const role of roles)
    await db
      .insertInto('membership')
      .values({ study_id: studyId, account_id: accountId, role, since })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

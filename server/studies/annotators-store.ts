/** SQL for those who annotate in a study, as people. */
import type { Db } from '../database/db.ts'
import type { Person } from './person.ts'

/** All who have or had something to annotate in a study with an account, in the order of joining. */
export async function listPeople(db: Db, studyId: string): Promise<Person[]> {
  const rows = await db
    .selectFrom('annotator')
    .innerJoin('account', 'account.id', 'annotator.account_id')
    .leftJoin('membership', (join) =>
      join
        .onRef('membership.account_id', '=', 'account.id')
        .on('membership.study_id', '=', studyId)
        .on('membership.role', '=', 'annotator'),
    )
    .select(['annotator.id', 'annotator.pseudonym', 'account.name', 'account.role', 'membership.since'])
    .where('annotator.study_id', '=', studyId)
    .where('annotator.kind', '!=', 'visitor')
    .orderBy('annotator.id')
    .execute()
  return rows.map(({ id, pseudonym, name, role, since }) => ({
    id,
    pseudonym,
    name,
    isActive: since !== null || role === 'owner',
  }))
}

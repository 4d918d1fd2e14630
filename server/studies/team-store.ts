/** SQL for who takes part in a study, and as what. */

import { sql } from 'kysely'
import { foldName } from '../accounts/account.ts'
import { STUDY_ROLES, type StudyPlace, type StudyRole } from '../accounts/permissions.ts'
import type { Db } from '../database/db.ts'
import type { Member, MemberSearch } from './member.ts'

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

/** What somebody is in a study: their roles, and participant where they take part in it as a workshop. */
export async function listPlaces(db: Db, studyId: string, accountId: string): Promise<StudyPlace[]> {
  const rows = await db
    .selectFrom('membership')
    .select(sql<StudyPlace>`role`.as('role'))
    .where('study_id', '=', studyId)
    .where('account_id', '=', accountId)
    .unionAll(
      db
        .selectFrom('annotator')
        .select(sql<StudyPlace>`kind`.as('role'))
        .where('study_id', '=', studyId)
        .where('account_id', '=', accountId)
        .where('kind', '=', 'participant'),
    )
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
    .where('kind', '=', 'study')
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

/** Takes roles from somebody. */
export async function removeRoles(
  db: Db,
  { studyId, accountId }: { studyId: string; accountId: string },
  roles: readonly StudyRole[],
): Promise<void> {
  await db
    .deleteFrom('membership')
    .where('study_id', '=', studyId)
    .where('account_id', '=', accountId)
    .where('role', 'in', roles)
    .execute()
}

/** How many others manage a study. */
export async function countOtherManagers(db: Db, studyId: string, accountId: string): Promise<number> {
  const row = await db
    .selectFrom('membership')
    .select((q) => q.fn.countAll().as('n'))
    .where('study_id', '=', studyId)
    .where('role', '=', 'manager')
    .where('account_id', '<>', accountId)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** So many of a study's members, in the order of joining, after those that are skipped. */
export async function listMembers(db: Db, studyId: string, { words, from, count }: MemberSearch): Promise<Member[]> {
  const rows = await membersFound(db, studyId, words)
    .select((q) => ['account.id', 'account.name', q.fn.min('membership.since').as('since')])
    .groupBy(['account.id', 'account.name'])
    .orderBy('since')
    .orderBy('account.id')
    .limit(count)
    .offset(from)
    .execute()
  return withRoles(db, studyId, rows)
}

export async function countMembers(db: Db, studyId: string, words: string): Promise<number> {
  const row = await membersFound(db, studyId, words)
    .select((q) => q.fn.count('account.id').distinct().as('n'))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

export async function findMember(db: Db, studyId: string, accountId: string): Promise<Member | undefined> {
  const rows = await membersFound(db, studyId, '')
    .select((q) => ['account.id', 'account.name', q.fn.min('membership.since').as('since')])
    .where('account.id', '=', accountId)
    .groupBy(['account.id', 'account.name'])
    .execute()
  return (await withRoles(db, studyId, rows))[0]
}

/** Every study that somebody is in, oldest first, with the roles there. Workshops are none. */
export async function listMemberships(
  db: Db,
  accountId: string,
): Promise<{ studyId: string; slug: string; title: string; roles: StudyRole[] }[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('study', 'study.id', 'membership.study_id')
    .select(['study.id', 'study.slug', 'study.title', 'membership.role'])
    .where('membership.account_id', '=', accountId)
    .where('study.kind', '=', 'study')
    .orderBy('membership.since')
    .orderBy('study.id')
    .execute()
  const byStudy = Map.groupBy(rows, ({ id }) => id)
  return [...byStudy.values()].map((rows) => {
    const { id, slug, title } = rows[0]!
    return { studyId: id, slug, title, roles: inOrder(rows.map(({ role }) => role)) }
  })
}

/** Those who annotated in a study and are not in it: they left, or marked its demonstration. */
export async function listFormerAnnotators(db: Db, studyId: string): Promise<{ id: string; pseudonym: string }[]> {
  return db
    .selectFrom('annotator')
    .select(['annotator.id', 'annotator.pseudonym'])
    .where('annotator.study_id', '=', studyId)
    .where('annotator.kind', '=', 'account')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('membership')
            .select('role')
            .where('membership.study_id', '=', studyId)
            .whereRef('membership.account_id', '=', 'annotator.account_id'),
        ),
      ),
    )
    .orderBy('annotator.id')
    .execute()
}

function membersFound(db: Db, studyId: string, words: string) {
  const part = `%${foldName(words).replace(/[\\%_]/g, '\\$&')}%`
  return db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .leftJoin('annotator', (join) =>
      join.onRef('annotator.account_id', '=', 'account.id').on('annotator.study_id', '=', studyId),
    )
    .where('membership.study_id', '=', studyId)
    .where(({ or, eb }) =>
      or([sql<boolean>`account.folded_name LIKE ${part} ESCAPE '\\'`, eb('annotator.pseudonym', '=', foldName(words))]),
    )
}

async function withRoles(
  db: Db,
  studyId: string,
  people: readonly { id: string; name: string; since: string }[],
): Promise<Member[]> {
  if (people.length === 0) return []
  const ids = people.map(({ id }) => id)
  const roles = await db
    .selectFrom('membership')
    .select(['account_id', 'role'])
    .where('study_id', '=', studyId)
    .where('account_id', 'in', ids)
    .execute()
  const annotators = await db
    .selectFrom('annotator')
    .select(['id', 'account_id', 'pseudonym', 'name'])
    .where('study_id', '=', studyId)
    .where('account_id', 'in', ids)
    .execute()
  return people.map((person) => {
    const annotator = annotators.find(({ account_id }) => account_id === person.id)
    return {
      accountId: person.id,
      name: person.name,
      since: person.since,
      roles: inOrder(roles.filter(({ account_id }) => account_id === person.id).map(({ role }) => role)),
      annotator: annotator && {
        id: annotator.id,
        pseudonym: annotator.pseudonym,
        isNamed: annotator.name !== null,
      },
    }
  })
}

function inOrder(roles: readonly StudyRole[]): StudyRole[] {
  return STUDY_ROLES.filter((role) => roles.includes(role))
}

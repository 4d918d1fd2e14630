/** Getting at a study: what somebody may do in it, and who they are as one of its annotators. */
import type { Account } from '../accounts/account.ts'
import { type Access, mayIn, rightsIn, type StudyDeed, type StudyRole } from '../accounts/permissions.ts'
import type { Db } from '../database/db.ts'
import { Refusal } from '../errors.ts'
import type { Parts } from '../parts.ts'
import { nextPseudonym, type OpenStudy } from './study.ts'
import { addAnnotator, findAnnotatorOfAccount, findStudy, findStudyBySlug, listAnnotators } from './study-store.ts'
import { addRoles, listPlaces } from './team-store.ts'

export async function accessTo(db: Db, account: Account | undefined, studyId: string): Promise<Access> {
  return { account, roles: account ? await listPlaces(db, studyId, account.id) : [] }
}

/** The study with this slug or id, for who may do this in it. Throws Refusal (not-found), also where it is none for them. */
export async function studyFor(
  db: Db,
  account: Account | undefined,
  deed: StudyDeed,
  named: { slug: string } | { id: string },
): Promise<OpenStudy> {
  const study = 'slug' in named ? await findStudyBySlug(db, named.slug) : await findStudy(db, named.id)
  const access = study && (await accessTo(db, account, study.id))
  if (!study || !access || !mayIn(access, deed)) throw new Refusal('not-found')
  return { ...study, rights: rightsIn(access) }
}

/** The study with this slug, for who manages it. Throws Refusal (not-found) where there is none, or none for them. */
export async function studyToManage(db: Db, account: Account | undefined, slug: string): Promise<OpenStudy> {
  return studyFor(db, account, 'manage-study', { slug })
}

/** Takes somebody into a study. Who annotates in it has a pseudonym from then on. Call it in a transaction. */
export async function join(
  parts: Pick<Parts, 'clock'>,
  db: Db,
  account: Account,
  studyId: string,
  roles: readonly StudyRole[],
): Promise<void> {
  await addRoles(db, { studyId, accountId: account.id }, roles, parts.clock.now())
  if (roles.includes('annotator')) await annotatorOf(parts, db, account, studyId)
}

/** The id of the study's annotator who is this account, made now where there is none: a visitor where it is a guest's. Call it in a transaction. */
export async function annotatorOf(
  parts: Pick<Parts, 'clock'>,
  db: Db,
  account: Pick<Account, 'id' | 'role'>,
  studyId: string,
): Promise<string> {
  const known = await findAnnotatorOfAccount(db, studyId, account.id)
  if (known) return known.id
  const taken = (await listAnnotators(db, studyId)).map((annotator) => annotator.pseudonym)
  const id = parts.clock.newId()
  const isVisitor = account.role === 'guest'
  const pseudonym = nextPseudonym(taken, isVisitor ? 'v' : 'a')
  await addAnnotator(db, { id, studyId, kind: isVisitor ? 'visitor' : 'account', accountId: account.id, pseudonym })
  return id
}

/** Getting at a study: as one who manages it, and as one of its annotators. */
import type { Account } from '../accounts/account.ts'
import { may } from '../accounts/permissions.ts'
import type { Db } from '../database/db.ts'
import { Refusal } from '../errors.ts'
import type { Parts } from '../parts.ts'
import { nextPseudonym, type Study } from './study.ts'
import { addAnnotator, findAnnotatorOfAccount, findStudyBySlug, listAnnotators } from './study-store.ts'

/** The study with this slug, for who manages it. Throws Refusal (not-found) where there is none, or none for them. */
export async function studyToManage(db: Db, account: Account | undefined, slug: string): Promise<Study> {
  const study = await findStudyBySlug(db, slug)
  if (!study || !may(account, 'manage-studies')) throw new Refusal('not-found')
  return study
}

/** Whoever acts in a study for the first time joins it. The id of the study's annotator who is this account, made now where there is none. Call it in a transaction. */
export async function annotatorOf(parts: Parts, db: Db, account: Account, studyId: string): Promise<string> {
  const known = await findAnnotatorOfAccount(db, studyId, account.id)
  if (known) return known.id
  const taken = (await listAnnotators(db, studyId)).map((annotator) => annotator.pseudonym)
  const id = parts.clock.newId()
  await addAnnotator(db, { id, studyId, kind: 'account', accountId: account.id, pseudonym: nextPseudonym(taken) })
  return id
}

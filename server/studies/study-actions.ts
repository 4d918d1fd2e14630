/** Joining a study: whoever acts in it for the first time becomes one of its annotators. */
import type { Account } from '../accounts/account.ts'
import type { Db } from '../database/db.ts'
import type { Parts } from '../parts.ts'
import { nextPseudonym } from './study.ts'
import { addAnnotator, findAnnotatorOfAccount, listAnnotators } from './study-store.ts'

/** The id of the study's annotator who is this account, made now where there is none. Call it in a transaction. */
export async function annotatorOf(parts: Parts, db: Db, account: Account, studyId: string): Promise<string> {
  const known = await findAnnotatorOfAccount(db, studyId, account.id)
  if (known) return known.id
  const taken = (await listAnnotators(db, studyId)).map((annotator) => annotator.pseudonym)
  const id = parts.clock.newId()
  await addAnnotator(db, { id, studyId, kind: 'account', accountId: account.id, pseudonym: nextPseudonym(taken) })
  return id
}

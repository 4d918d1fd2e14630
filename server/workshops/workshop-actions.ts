/** Getting at a workshop as who leads it. */
import type { Account } from '../accounts/account.ts'
import type { Db } from '../database/db.ts'
import { Refusal } from '../errors.ts'
import { studyFor } from '../studies/study-actions.ts'
import type { Workshop } from './workshop.ts'
import { findWorkshop } from './workshop-store.ts'

/** The workshop, for who leads it. Throws Refusal (not-found), also where somebody else does. */
export async function workshopToLead(db: Db, account: Account | undefined, id: string): Promise<Workshop> {
  const workshop = await findWorkshop(db, id)
  if (!workshop) throw new Refusal('not-found')
  await studyFor(db, account, 'manage-study', { id: workshop.studyId })
  return workshop
}

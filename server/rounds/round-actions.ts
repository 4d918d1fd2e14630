/** Getting at a round to mark in it. */
import type { Account } from '../accounts/account.ts'
import type { Db } from '../database/db.ts'
import { Refusal } from '../errors.ts'
import { accessTo } from '../studies/study-actions.ts'
import { findAnnotatorOfAccount } from '../studies/study-store.ts'
import type { Round } from './round.ts'
import { mayMark } from './round-rights.ts'

/**
 * Throws Refusal (not-found) where somebody may not mark in a round. Who once could is told that this has ended: what
 * waits in their browser then says why it cannot be stored.
 */
export async function refuseNonAnnotator(db: Db, account: Account, round: Round): Promise<void> {
  if (mayMark(await accessTo(db, account, round.studyId), round)) return
  const wasAnnotator = (await findAnnotatorOfAccount(db, round.studyId, account.id)) !== undefined
  throw new Refusal('not-found', wasAnnotator ? { membership: 'ended' } : undefined)
}

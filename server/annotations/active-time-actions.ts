/** Keeping active time: each visit to a desk says how long it has been so far. */
import type { Account } from '../accounts/account.ts'
import { Refusal } from '../errors.ts'
import type { Parts } from '../parts.ts'
import { takesMarks } from '../rounds/round.ts'
import type { VisitInput } from './active-time-input.ts'
import { findVisit, keepVisit } from './active-time-store.ts'
import { findPlace } from './set-actions.ts'

/**
 * Keeps the seconds of a visit; fewer than before change nothing. Before there is a set nothing is kept: looking
 * changes nothing, and a later sum holds these seconds too. Throws Refusal: not-found, round-closed, action-reused.
 */
export async function keepActiveTime(
  parts: Parts,
  account: Account,
  visit: string,
  { seconds, ...at }: VisitInput,
): Promise<{ kept: boolean }> {
  return parts.database.transact(async (db) => {
    const { round, set } = await findPlace(parts, db, account, at)
    if (!takesMarks(round)) throw new Refusal('round-closed')
    if (!set) return { kept: false }
    const before = await findVisit(db, visit)
    if (before && before.setId !== set.id) throw new Refusal('action-reused')
    if (seconds > (before?.seconds ?? 0)) await keepVisit(db, { id: visit, setId: set.id, seconds }, before)
    return { kept: true }
  })
}

/** Comparing what was finished in a round with the reference, for who manages the study. */
import type { Account } from '../../accounts/account.ts'
import type { Parts } from '../../parts.ts'
import { listCloseness } from '../../qualification/closeness-actions.ts'
import { listPeople } from '../../studies/annotators-store.ts'
import type { OpenComparison } from './comparison-page.ts'
import { type RoundOfStudy, roundToManage } from './round-actions.ts'

/** Throws Refusal (not-found). */
export async function openComparison(parts: Parts, account: Account, at: RoundOfStudy): Promise<OpenComparison> {
  const { db } = parts.database
  const { study, round } = await roundToManage(db, account, at)
  return { study, round, people: await listPeople(db, study.id), closeness: await listCloseness(parts, db, round) }
}

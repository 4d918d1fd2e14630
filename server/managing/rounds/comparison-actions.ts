/** Comparing what was finished in a round with the reference, for who manages the study. */
import type { Account } from '../../accounts/account.ts'
import { listReferences } from '../../annotations/reference-store.ts'
import { listFinished } from '../../annotations/set-counts-store.ts'
import { countArticles } from '../../articles/article-store.ts'
import { Refusal } from '../../errors.ts'
import type { Parts } from '../../parts.ts'
import { listCloseness } from '../../qualification/closeness-actions.ts'
import { feedbackOf } from '../../qualification/feedback-actions.ts'
import { listPeople } from '../../studies/annotators-store.ts'
import { findAnnotatorOfAccount } from '../../studies/study-store.ts'
import type { OpenComparison, OpenPerson } from './comparison-page.ts'
import { type RoundOfStudy, roundToManage } from './round-actions.ts'

/** Throws Refusal (not-found). */
export async function openComparison(parts: Parts, account: Account, at: RoundOfStudy): Promise<OpenComparison> {
  const { db } = parts.database
  const { study, round } = await roundToManage(db, account, at)
  return {
    study,
    round,
    people: await listPeople(db, study.id),
    closeness: await listCloseness(parts, db, round),
    articles: await countArticles(db, study.id),
    references: (await listReferences(db, round)).size,
    finished: await listFinished(db, round.id),
  }
}

/** One person's finished readings beside the reference, passage by passage. Throws Refusal (not-found). */
export async function openComparisonOf(
  parts: Parts,
  account: Account,
  at: RoundOfStudy & { readonly annotator: string },
): Promise<OpenPerson> {
  return parts.database.snapshot(async (db) => {
    const { study, round } = await roundToManage(db, account, at)
    const person = (await listPeople(db, study.id)).find(({ pseudonym }) => pseudonym === at.annotator)
    if (!person) throw new Refusal('not-found')
    const marks = study.rights.includes('mark-rounds')
    const looker = marks ? await findAnnotatorOfAccount(db, study.id, account.id) : undefined
    return { study, person, feedback: await feedbackOf(parts, db, round, person.id, looker?.id) }
  })
}

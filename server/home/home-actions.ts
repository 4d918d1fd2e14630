/** What stands behind the doors: the demonstration, one's own work, the studies one is in. */
import type { Account } from '../accounts/account.ts'
import { countAccounts } from '../accounts/account-store.ts'
import { may, rolesFor } from '../accounts/permissions.ts'
import { openDesk } from '../annotations/desk-actions.ts'
import { listProgress } from '../annotations/progress-store.ts'
import { listArticleIds } from '../articles/article-store.ts'
import type { Db } from '../database/db.ts'
import { listOwnStudies } from '../managing/study-list-actions.ts'
import type { Parts } from '../parts.ts'
import { listOfferedFeedback } from '../qualification/feedback-actions.ts'
import { countQuestions } from '../questions/question-store.ts'
import { listDemonstrations } from '../rounds/round-store.ts'
import { listStudiesOf, listStudiesWithoutTeam } from '../studies/team-store.ts'
import type { Home } from './home-page.ts'

export async function openHome(parts: Parts, account: Account | undefined): Promise<Home> {
  const { db } = parts.database
  const address = await firstDemonstration(parts)
  const studies = account ? await studiesToMark(db, account) : []
  const own = address && (await openDesk(parts, account, address, 'own'))
  return {
    hasOwner: (await countAccounts(db)) > 0,
    account,
    address,
    own,
    reference: own?.hasReference ? await openDesk(parts, account, address!, 'reference') : undefined,
    today: parts.clock.now().slice(0, 10),
    queue: account ? await listProgress(db, account.id, { studies }) : [],
    feedback: account ? await listOfferedFeedback(db, account, studies) : [],
    studies: account ? await listOwnStudies(parts, account) : [],
    questions: account ? await countQuestions(db) : new Map(),
  }
}

/** The studies in whose rounds somebody is asked to mark: the owner also in those that nobody is in. */
async function studiesToMark(db: Db, account: Account): Promise<string[]> {
  const own = await listStudiesOf(db, account.id, rolesFor('mark-rounds'))
  return may(account, 'mark-in-every-study') ? [...own, ...(await listStudiesWithoutTeam(db))] : own
}

async function firstDemonstration(parts: Parts): Promise<{ round: string; article: string } | undefined> {
  for (const round of await listDemonstrations(parts.database.db)) {
    const [article] = await listArticleIds(parts.database.db, round.studyId)
    if (article) return { round: round.id, article }
  }
  return undefined
}

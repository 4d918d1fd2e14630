/** Withdrawing an article: what would go with it, and doing it. */
import type { Account } from '../../accounts/account.ts'
import { beginWithdrawal, endWithdrawal, isWithdrawn } from '../../articles/withdrawal-store.ts'
import type { Db } from '../../database/db.ts'
import { sha256 } from '../../digest.ts'
import { Refusal } from '../../errors.ts'
import type { Parts } from '../../parts.ts'
import { recordChange } from '../../rounds/assignment-store.ts'
import { studyToManage } from '../../studies/study-actions.ts'
import type { WithdrawalForm } from './withdrawal-input.ts'
import { countQuestions, findPosition, listAssignedRounds, listReadings, removeArticle } from './withdrawal-store.ts'
import { marksIn, needsKnowing, type OpenWithdrawal } from './withdrawing.ts'

export interface ArticleAt {
  readonly slug: string
  readonly article: string
}

/** What would go with an article. Throws Refusal (not-found), also where a workshop reads it. */
export async function openWithdrawal(parts: Parts, account: Account, at: ArticleAt): Promise<OpenWithdrawal> {
  return openIn(parts, parts.database.db, account, at)
}

async function openIn({ frozen }: Parts, db: Db, account: Account, at: ArticleAt): Promise<OpenWithdrawal> {
  const study = await studyToManage(db, account, at.slug)
  const article = await frozen.article(db, at.article)
  const position = await findPosition(db, at.article)
  if (article?.studyId !== study.id || position === undefined) throw new Refusal('not-found')
  const { readings, versions } = await listReadings(db, article.id)
  const { questions, answers } = await countQuestions(db, article.id)
  const rounds = await listAssignedRounds(db, article.id)
  const assignments = rounds.reduce((sum, { people }) => sum + people, 0)
  const version = sha256(JSON.stringify([versions, questions, answers]))
  return { study, article, position, readings, questions, assignments, version }
}

/**
 * Takes an article out of its study with all that was read, asked and assigned of it: one transaction that the
 * database's guards know by name, and that leaves a record. Answers with how it stands where something has been read
 * since it was looked at (`stale`), or where readings go and nobody has said that they know (`unknown`).
 * Throws Refusal (not-found).
 */
export async function withdraw(
  parts: Parts,
  account: Account,
  at: ArticleAt,
  { seen, known, reason }: WithdrawalForm,
): Promise<{ readonly open: OpenWithdrawal; readonly fault: 'stale' | 'unknown' } | undefined> {
  const outcome = await parts.database.transact(async (db) => {
    const study = await studyToManage(db, account, at.slug)
    // The same form sent twice.
    if (await isGone(db, study.id, at.article)) return []
    const open = await openIn(parts, db, account, at)
    if (open.version !== seen) return { open, fault: 'stale' as const }
    if (needsKnowing(open) && known === undefined) return { open, fault: 'unknown' as const }
    await removeIn(parts, db, account, open, reason)
    return open.readings.map(({ id }) => id)
  })
  if ('open' in outcome) return outcome
  parts.frozen.forget(outcome)
  await parts.database.forget()
  return undefined
}

/** What was withdrawn may have come back with a dataset. */
async function isGone(db: Db, studyId: string, articleId: string): Promise<boolean> {
  return (await findPosition(db, articleId)) === undefined && isWithdrawn(db, studyId, articleId)
}

async function removeIn(
  { clock, frozen }: Parts,
  db: Db,
  account: Account,
  { study, article, position, readings }: OpenWithdrawal,
  reason: string,
): Promise<void> {
  const withdrawal = {
    id: clock.newId(),
    studyId: study.id,
    articleId: article.id,
    position,
    readings: readings.length,
    marks: marksIn(readings),
    reason: reason || undefined,
    by: account.id,
    at: clock.now(),
  }
  for (const { roundId, version } of await listAssignedRounds(db, article.id)) {
    const content = { articleId: article.id, withdrawal: withdrawal.id }
    await recordChange(db, { roundId, seen: version }, { kind: 'remove', content, by: account.id, at: withdrawal.at })
  }
  await beginWithdrawal(db, withdrawal)
  await removeArticle(db, article.id)
  await endWithdrawal(db, withdrawal)
  frozen.forgetArticle(article.id)
}

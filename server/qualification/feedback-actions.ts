/**
 * Comparing one's own readings in a round with the reference, where who manages the study has switched it on: once all
 * that one has to read there is done, or the round is closed. It begins with a press, from which on one's finished
 * readings in the round stand as they are; so nobody ever sees the reference of what they can still change.
 */
import type { Account } from '../accounts/account.ts'
import { listProgress } from '../annotations/progress-store.ts'
import { listStandards } from '../annotations/reference-store.ts'
import { changeableArticles } from '../annotations/revealing-actions.ts'
import { listFinished } from '../annotations/set-counts-store.ts'
import { listArticleIds } from '../articles/article-store.ts'
import type { Db } from '../database/db.ts'
import { Refusal } from '../errors.ts'
import type { Parts } from '../parts.ts'
import { addFeedbackOpening, hasOpenedFeedback } from '../rounds/feedback-store.ts'
import { type Round, takesMarks } from '../rounds/round.ts'
import { mayMark } from '../rounds/round-rights.ts'
import { findRound } from '../rounds/round-store.ts'
import { accessTo } from '../studies/study-actions.ts'
import { findAnnotatorOfAccount } from '../studies/study-store.ts'
import { likeness } from './closeness.ts'
import type { ComparedArticle, Feedback, OfferedFeedback } from './feedback.ts'
import { listReadWithFeedback } from './feedback-store.ts'

/** One's own feedback in a round; without what is compared as long as one has not begun to. Throws Refusal (not-found). */
export async function openFeedback(
  parts: Parts,
  account: Account,
  roundId: string,
): Promise<{ readonly round: Round; readonly feedback: Feedback | undefined }> {
  return parts.database.snapshot(async (db) => {
    const { round, annotatorId } = await roundLookedBackOn(db, account, roundId)
    if (!(await hasOpenedFeedback(db, round.id, annotatorId))) return { round, feedback: undefined }
    return { round, feedback: await feedbackOf(parts, db, round, annotatorId, annotatorId) }
  })
}

/** From here on one's finished readings in the round stand as they are. Throws Refusal (not-found). */
export async function beginFeedback(parts: Parts, account: Account, roundId: string): Promise<void> {
  await parts.database.transact(async (db) => {
    const { round, annotatorId } = await roundLookedBackOn(db, account, roundId)
    await addFeedbackOpening(db, { roundId: round.id, annotatorId }, parts.clock.now())
  })
}

async function roundLookedBackOn(
  db: Db,
  account: Account,
  roundId: string,
): Promise<{ round: Round; annotatorId: string }> {
  const round = await findRound(db, roundId)
  if (!round?.givesFeedback || !mayMark(await accessTo(db, account, round.studyId), round))
    throw new Refusal('not-found')
  const annotator = await findAnnotatorOfAccount(db, round.studyId, account.id)
  if (!annotator || !(await isOffered(db, account, round, annotator.id))) throw new Refusal('not-found')
  return { round, annotatorId: annotator.id }
}

/** Whether there is something to compare, and all that they have to read in the round is done, or it is closed; or they have begun to. */
async function isOffered(db: Db, account: Account, round: Round, annotatorId: string): Promise<boolean> {
  if (await hasOpenedFeedback(db, round.id, annotatorId)) return true
  const standards = await listStandards(db, round)
  if (!(await listFinished(db, round.id, annotatorId)).some(({ articleId }) => standards.has(articleId))) return false
  if (!takesMarks(round)) return true
  const [progress] = await listProgress(db, account.id, { round: round.id, article: '' })
  return progress !== undefined && progress.done === progress.articles
}

/** The rounds of some studies in which somebody may compare their readings, or has begun to. */
export async function listOfferedFeedback(
  db: Db,
  account: Account,
  studies: readonly string[],
): Promise<OfferedFeedback[]> {
  const offered: OfferedFeedback[] = []
  for (const { round, studyTitle, isOpened } of await listReadWithFeedback(db, account.id, studies)) {
    const annotator = await findAnnotatorOfAccount(db, round.studyId, account.id)
    if (annotator && (await isOffered(db, account, round, annotator.id)))
      offered.push({ round: round.id, roundTitle: round.title, studyTitle, isOpened })
  }
  return offered
}

/** @param lookerId the annotator who looks, if they are one: nothing is shown of what they can still change themselves */
export async function feedbackOf(
  { frozen }: Parts,
  db: Db,
  round: Round,
  annotatorId: string,
  lookerId: string | undefined,
): Promise<Feedback> {
  const codebook = await frozen.codebook(db, round.codebook)
  if (!codebook) throw new Error(`round ${round.id} has no codebook`)
  const standards = await listStandards(db, round)
  const finished = (await listFinished(db, round.id, annotatorId)).filter(({ articleId }) => standards.has(articleId))
  const changeable = lookerId === undefined ? new Set() : await changeableArticles(db, round.studyId, lookerId)
  const shown = new Map(finished.flatMap((set) => (changeable.has(set.articleId) ? [] : [[set.articleId, set.id]])))
  const articles: ComparedArticle[] = []
  for (const id of await listArticleIds(db, round.studyId)) {
    const [set, standard] = [shown.get(id), standards.get(id)]
    const article = set === undefined ? undefined : await frozen.article(db, id)
    if (set === undefined || !standard || !article) continue
    const { kind, setId } = standard
    const [reading, reference] = [await frozen.annotations(db, set), await frozen.annotations(db, setId)]
    articles.push({ article, kind, set, reading, reference })
  }
  const tags = codebook.tags.map((tag) => tag.id)
  return { round, codebook, articles, likeness: likeness(articles, tags), held: finished.length - articles.length }
}

/** Asking those who manage a study, and answering. What has an answer reaches all who mark there; who asked is not said. */
import type { Account } from '../accounts/account.ts'
import { mayIn } from '../accounts/permissions.ts'
import type { Article } from '../articles/article.ts'
import type { Db } from '../database/db.ts'
import { Refusal } from '../errors.ts'
import type { Parts } from '../parts.ts'
import { type At, placeToMark } from '../rounds/place-actions.ts'
import { type Round, takesMarks } from '../rounds/round.ts'
import { mayAskThere } from '../rounds/round-rights.ts'
import { findRound } from '../rounds/round-store.ts'
import type { OpenStudy, Study } from '../studies/study.ts'
import { accessTo, annotatorOf, studyFor } from '../studies/study-actions.ts'
import { findStudy } from '../studies/study-store.ts'
import { compareText } from '../text/compare-text.ts'
import type { ListedQuestion, Question } from './question.ts'
import type { QuestionInput } from './question-input.ts'
import {
  addAnswer,
  addQuestion,
  findAnswer,
  findQuestion,
  listQuestionsFor,
  listQuestionsOfStudy,
} from './question-store.ts'

/**
 * Asks, once: the same question under the same id again changes nothing. Throws Refusal, in this order: not-found,
 * action-reused, round-closed, invalid, quote-mismatch.
 */
export async function ask(
  parts: Parts,
  account: Account,
  id: string,
  input: QuestionInput,
): Promise<{ created: boolean; question: Question }> {
  return parts.database.transact(async (db) => {
    const { round, article, annotator: asker } = await placeToAsk(parts, db, account, input)
    const known = await findQuestion(db, id)
    if (known && !isSame(known, asker?.id, input)) throw new Refusal('action-reused')
    if (known) return { created: false, question: known }
    if (!takesMarks(round)) throw new Refusal('round-closed')
    if (input.passage) refuseOtherWords(article, input.passage)
    const question = {
      id,
      roundId: round.id,
      articleId: article.id,
      askedBy: asker?.id ?? (await annotatorOf(parts, db, account, round.studyId)),
      ...(input.passage && { span: { start: input.passage.start, end: input.passage.end } }),
      text: input.text,
      askedAt: parts.clock.now(),
    }
    await addQuestion(db, question)
    return { created: true, question: { ...question, answers: [] } }
  })
}

/** Throws Refusal (not-found), also for who tries the demonstration without an account. */
async function placeToAsk(parts: Parts, db: Db, account: Account, at: At) {
  const place = await placeToMark(parts, db, account, at)
  if (!mayAskThere(place.access, place.round)) throw new Refusal('not-found')
  return place
}

function isSame(known: Question, asker: string | undefined, { round, article, text, passage }: QuestionInput): boolean {
  const isThere = known.askedBy === asker && known.roundId === round && known.articleId === article
  return isThere && known.text === text && known.span?.start === passage?.start && known.span?.end === passage?.end
}

function refuseOtherWords(
  { body }: Article,
  { start, end, quote }: { start: number; end: number; quote: string },
): void {
  if (start >= end) throw new Refusal('invalid', { 'passage.end': 'empty' })
  if (end > body.length) throw new Refusal('invalid', { 'passage.end': 'outside-text' })
  const found = body.slice(start, end)
  if (found !== quote) throw new Refusal('quote-mismatch', { found })
}

/** An article with what somebody has asked about it in a round, and what has been answered there. */
export async function openQuestionsAt(parts: Parts, account: Account, at: At) {
  const { db } = parts.database
  const { round, article, annotator } = await placeToAsk(parts, db, account, at)
  const place = { roundId: round.id, articleId: article.id, annotatorId: annotator?.id }
  return { round, article, questions: await listQuestionsFor(db, place) }
}

/** All questions of a study, those without an answer first. Throws Refusal (not-found). */
export async function openQuestionsOf(
  parts: Parts,
  account: Account | undefined,
  slug: string,
): Promise<{ study: OpenStudy; asked: { question: ListedQuestion; article: Article }[] }> {
  const { db } = parts.database
  const study = await studyFor(db, account, 'answer-questions', { slug })
  const asked = []
  for (const question of await listQuestionsOfStudy(db, study.id)) {
    const article = await parts.frozen.article(db, question.articleId)
    if (article) asked.push({ question, article })
  }
  const hasAnswer = ({ question }: { question: Question }) => (question.answers.length > 0 ? '1' : '0')
  return { study, asked: asked.sort((a, b) => compareText(hasAnswer(a), hasAnswer(b))) }
}

/** What has been asked and answered in the study of a round, for all who read there. Throws Refusal (not-found). */
export async function openAnswered(
  parts: Parts,
  account: Account | undefined,
  roundId: string,
): Promise<{ round: Round; study: Study; asked: { question: ListedQuestion; article: Article }[] }> {
  const { db } = parts.database
  const round = await findRound(db, roundId)
  const study = round && (await findStudy(db, round.studyId))
  const access = round && (await accessTo(db, account, round.studyId))
  if (!round || !study || !access || !(mayAskThere(access, round) || mayIn(access, 'answer-questions')))
    throw new Refusal('not-found')
  const asked = []
  for (const question of await listQuestionsOfStudy(db, study.id)) {
    const article = question.answers.length > 0 ? await parts.frozen.article(db, question.articleId) : undefined
    if (article) asked.push({ question, article })
  }
  return { round, study, asked }
}

/** Answers a question, once. Throws Refusal: not-found, or action-reused. */
export async function answer(
  parts: Parts,
  account: Account,
  at: { slug: string; question: string },
  { id, text }: { id: string; text: string },
): Promise<void> {
  await parts.database.transact(async (db) => {
    const study = await studyFor(db, account, 'answer-questions', { slug: at.slug })
    const question = await findQuestion(db, at.question)
    const round = question && (await findRound(db, question.roundId))
    if (!question || round?.studyId !== study.id) throw new Refusal('not-found')
    const known = await findAnswer(db, id)
    if (known && (known.questionId !== question.id || known.text !== text)) throw new Refusal('action-reused')
    if (!known) await addAnswer(db, { id, questionId: question.id, text, by: account.id, at: parts.clock.now() })
  })
}

/** The rounds of a study: the list, a new one, opening and closing, its terms. */
import { Refusal } from '../../errors.ts'
import type { Parts } from '../../parts.ts'
import { feedbackQuery } from '../../qualification/feedback-input.ts'
import type { RoundWish } from '../../rounds/round-list.ts'
import { type CallOfAccount, route } from '../../route.ts'
import { slugParams } from '../../studies/study-input.ts'
import { type Answer, page, redirect } from '../../web/answer.ts'
import type { ListWish } from '../../web/list.ts'
import { addOne, openRound, removeOne } from './assignment-actions.ts'
import { openComparison, openComparisonOf } from './comparison-actions.ts'
import { comparedPersonPage, comparisonPage } from './comparison-page.ts'
import { takeAsReference } from './reference-actions.ts'
import {
  admitByHand,
  changeTerms,
  openOrClose,
  openRounds,
  type RoundOfStudy,
  startRound,
  switchFeedback,
} from './round-actions.ts'
import {
  admissionForm,
  assignmentForm,
  assignmentsQuery,
  feedbackForm,
  newRoundForm,
  readerOfRound,
  referenceForm,
  removalForm,
  roundListQuery,
  roundOfStudy,
  termsForm,
} from './round-input.ts'
import { roundPage, type TermsForm } from './round-page.ts'
import { articleInRound, roundPath } from './round-paths.ts'
import { type NewRoundForm, NOTHING_TYPED, roundsPage } from './rounds-page.ts'

type Asked = Pick<CallOfAccount<unknown, unknown, unknown>, 'account' | 'reader'>

async function shownRounds(
  parts: Parts,
  { account, reader }: Asked,
  slug: string,
  wish: RoundWish,
  typed: NewRoundForm,
  faults: Readonly<Record<string, string>>,
): Promise<Answer> {
  const open = await openRounds(parts, account, slug, wish)
  const shown = roundsPage(open, { language: reader.language, words: reader.words.lists.rounds }, typed, faults)
  return page('managing/rounds/rounds', reader.words.studies.rounds, shown, Object.keys(faults).length > 0 ? 422 : 200)
}

async function shownRound(
  parts: Parts,
  { account, reader }: Asked,
  at: RoundOfStudy,
  wish: ListWish,
  again?: { typed: TermsForm; faults: Record<string, string> },
): Promise<Answer> {
  const open = await openRound(parts, account, at, wish)
  const shown = roundPage(open, reader.language, again)
  return page('managing/rounds/round', open.round.title, shown, again ? 422 : 200, shown.path)
}

/** What is wrong with a form; anything else is thrown on. */
function faultsIn(error: unknown): Record<string, string> {
  if (!(error instanceof Refusal && error.code === 'invalid')) throw error
  return { ...(error.details as Record<string, string>) }
}

const FROM_THE_START: RoundWish = { q: '', state: 'any', order: 'place', page: 1 }
/** All articles of a round, the first of them first. */
const ALL_ARTICLES: ListWish = { q: '', page: 1 }

const managing = { permission: 'manage-study' } as const
const one = { ...managing, params: roundOfStudy } as const
const path = '/studies/:slug/rounds/:round'

export const roundRoutes = [
  route({
    ...managing,
    method: 'get',
    path: '/studies/:slug/rounds',
    params: slugParams,
    query: roundListQuery,
    answer: (parts, call) => shownRounds(parts, call, call.params.slug, call.query, NOTHING_TYPED, {}),
  }),
  route({
    ...managing,
    method: 'post',
    path: '/studies/:slug/rounds',
    params: slugParams,
    body: newRoundForm,
    answer: async (parts, call) => {
      try {
        const id = await startRound(parts, call.account, call.params.slug, call.body)
        return redirect(roundPath(call.params.slug, id))
      } catch (error) {
        return shownRounds(parts, call, call.params.slug, FROM_THE_START, call.body, faultsIn(error))
      }
    },
  }),
  route({
    ...one,
    method: 'get',
    path,
    query: assignmentsQuery,
    answer: (parts, call) => shownRound(parts, call, call.params, call.query),
  }),
  route({
    ...one,
    method: 'get',
    path: `${path}/comparison`,
    answer: async (parts, { account, params, reader }) => {
      const shown = comparisonPage(await openComparison(parts, account, params), reader.language)
      return page('managing/rounds/comparison', reader.words.comparison.title, shown)
    },
  }),
  route({
    ...managing,
    params: readerOfRound,
    method: 'get',
    path: `${path}/comparison/:annotator`,
    query: feedbackQuery,
    answer: async (parts, { account, params, query, reader: { language, words } }) => {
      const open = await openComparisonOf(parts, account, params)
      const speech = { language, edges: words.script.walking, reasons: words.agreement.reasons }
      const shown = comparedPersonPage(open, query.page, speech)
      return page('managing/rounds/compared', words.feedback.managed.title(open.person.name), shown)
    },
  }),
  route({
    ...one,
    method: 'post',
    path: `${path}/reference`,
    body: referenceForm,
    answer: async (parts, { account, params, body, reader }) => {
      await takeAsReference(parts, account, { ...params, ...body }, reader.words.studies.kinds.reference)
      return redirect(`${roundPath(params.slug, params.round)}/comparison#reference`)
    },
  }),
  route({
    ...one,
    method: 'post',
    path: `${path}/feedback`,
    body: feedbackForm,
    answer: async (parts, { account, params, body }) => {
      await switchFeedback(parts, account, params, body.feedback === 'on')
      return redirect(`${roundPath(params.slug, params.round)}#feedback`)
    },
  }),
  route({
    ...one,
    method: 'post',
    path: `${path}/opening`,
    answer: async (parts, { account, params }) => {
      await openOrClose(parts, account, params, true)
      return redirect(roundPath(params.slug, params.round))
    },
  }),
  route({
    ...one,
    method: 'post',
    path: `${path}/closure`,
    answer: async (parts, { account, params }) => {
      await openOrClose(parts, account, params, false)
      return redirect(roundPath(params.slug, params.round))
    },
  }),
  route({
    ...one,
    method: 'post',
    path: `${path}/terms`,
    body: termsForm,
    answer: async (parts, call) => {
      try {
        await changeTerms(parts, call.account, call.params, call.body)
        return redirect(roundPath(call.params.slug, call.params.round))
      } catch (error) {
        return shownRound(parts, call, call.params, ALL_ARTICLES, { typed: call.body, faults: faultsIn(error) })
      }
    },
  }),
  route({
    ...one,
    method: 'post',
    path: `${path}/admissions`,
    body: admissionForm,
    answer: async (parts, { account, params, body }) => {
      await admitByHand(parts, account, params, body.annotator)
      return redirect(`${roundPath(params.slug, params.round)}#people`)
    },
  }),
  route({
    ...one,
    method: 'post',
    path: `${path}/assignments`,
    body: assignmentForm,
    answer: async (parts, { account, params, body }) => {
      await addOne(parts, account, { ...params, ...body })
      return redirect(articleInRound(params.slug, params.round, body, body.article))
    },
  }),
  route({
    ...one,
    method: 'post',
    path: `${path}/assignments/removal`,
    body: removalForm,
    answer: async (parts, { account, params, body, reader }) => {
      const at = { ...params, ...body }
      const outcome = await removeOne(parts, account, at, body.begun === 'yes')
      const back = articleInRound(params.slug, params.round, body, body.article)
      if (outcome === 'removed') return redirect(back)
      const { study, round } = await openRound(parts, account, params, ALL_ARTICLES)
      const article = await parts.frozen.article(parts.database.db, body.article)
      const shown = { study, round, article: { title: article?.title ?? '', language: article?.language ?? '' } }
      const title = reader.words.rounds.begunTitle
      return page('managing/rounds/begun', title, { ...shown, ...outcome, sent: body, back }, 409, back)
    },
  }),
]

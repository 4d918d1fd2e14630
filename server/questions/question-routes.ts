/** Questions to those who manage a study: asked at the desk or by a form, answered on a page of the study. */
import type { Account } from '../accounts/account.ts'
import { Refusal } from '../errors.ts'
import { deskPath } from '../rounds/desk-path.ts'
import { route } from '../route.ts'
import { json, page, redirect } from '../web/answer.ts'
import { answer, ask, openAnswered, openQuestionsAt, openQuestionsOf } from './question-actions.ts'
import {
  answerForm,
  answerParams,
  questionForm,
  questionId,
  questionInput,
  questionPlace,
  questionQuery,
  questionRound,
  studyParams,
} from './question-input.ts'
import { answeredPage, answerPage, askPage } from './question-page.ts'

function signedIn(account: Account | undefined): Account {
  if (!account) throw new Refusal('sign-in')
  return account
}

const asking = {
  permission: 'mark-demonstration',
  path: '/rounds/:round/articles/:article/questions',
  params: questionPlace,
} as const

export const questionRoutes = [
  route({
    method: 'get',
    path: '/rounds/:round/questions',
    permission: 'read-rounds',
    params: questionRound,
    answer: async (parts, { account, params, reader }) => {
      const answered = await openAnswered(parts, account, params.round)
      return page('questions/answered', reader.words.questions.answered, answeredPage(answered))
    },
  }),
  route({
    ...asking,
    method: 'get',
    query: questionQuery,
    answer: async (parts, { account, params, query, reader }) => {
      const at = await openQuestionsAt(parts, signedIn(account), params)
      return page('questions/ask', reader.words.questions.title, askPage(at, query, parts.clock.newId()))
    },
  }),
  route({
    ...asking,
    method: 'post',
    body: questionForm,
    answer: async (parts, { account, params, body }) => {
      const { id, text, start, end, quote } = body
      const hasPassage = start !== undefined && end !== undefined && quote !== undefined
      const passage = hasPassage ? { passage: { start, end, quote } } : {}
      await ask(parts, signedIn(account), id, { ...params, text, ...passage })
      return redirect(`${deskPath(params.round, params.article)}/questions#question-${id}`)
    },
  }),
  route({
    method: 'put',
    path: '/api/v1/questions/:id',
    permission: 'mark-demonstration',
    params: questionId,
    body: questionInput,
    answer: async (parts, { account, params, body }) => {
      const { created, question } = await ask(parts, signedIn(account), params.id, body)
      return json(created ? 201 : 200, { question: { ...body, id: question.id, askedAt: question.askedAt } })
    },
  }),
  route({
    method: 'get',
    path: '/studies/:study/questions',
    permission: 'answer-questions',
    params: studyParams,
    answer: async (parts, { account, params, reader }) => {
      const shown = answerPage(await openQuestionsOf(parts, account, params.study), parts.clock.newId)
      return page('questions/answer', reader.words.questions.title, shown)
    },
  }),
  route({
    method: 'post',
    path: '/studies/:study/questions/:question/answers',
    permission: 'answer-questions',
    params: answerParams,
    body: answerForm,
    answer: async (parts, { account, params, body }) => {
      await answer(parts, signedIn(account), params, body)
      return redirect(`/studies/${params.study}/questions#question-${params.question}`)
    },
  }),
]

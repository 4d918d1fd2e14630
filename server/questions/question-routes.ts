/** Questions to those who manage a study, asked at the desk or by a form; what was answered is for all to read. */
import { deskPath } from '../rounds/desk-path.ts'
import { route } from '../route.ts'
import { json, page, redirect } from '../web/answer.ts'
import { ask, openAnswered, openQuestionsAt } from './question-actions.ts'
import {
  questionForm,
  questionId,
  questionInput,
  questionPlace,
  questionQuery,
  questionRound,
} from './question-input.ts'
import { answeredPage, askPage } from './question-page.ts'

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
      const at = await openQuestionsAt(parts, account, params)
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
      await ask(parts, account, id, { ...params, text, ...passage })
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
      const { created, question } = await ask(parts, account, params.id, body)
      return json(created ? 201 : 200, { question: { ...body, id: question.id, askedAt: question.askedAt } })
    },
  }),
]

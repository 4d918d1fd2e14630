/** Questions about a whole article: one address for programs, one form. */
import { deskPath } from '../rounds/desk-path.ts'
import { route } from '../route.ts'
import { json, page, redirect } from '../web/answer.ts'
import { actionParams, deskParams } from './annotation-input.ts'
import { answerDocument, keepAnswers } from './answers-actions.ts'
import { answersForm, answersInput } from './answers-input.ts'
import { answersPage } from './answers-page.ts'

export const answersRoutes = [
  route({
    method: 'put',
    path: '/api/v1/answers/:id',
    permission: 'mark-demonstration',
    params: actionParams,
    body: answersInput,
    answer: async (parts, { params, body, account }) => {
      const { created, answers } = await answerDocument(parts, account, params.id, body)
      return json(created ? 201 : 200, { answers })
    },
  }),
  route({
    method: 'post',
    path: '/rounds/:round/articles/:article/answers',
    permission: 'mark-demonstration',
    params: deskParams,
    body: answersForm,
    answer: async (parts, call) => {
      const { account, params, body, reader } = call
      const conflict = await keepAnswers(parts, account, params, body)
      if (!conflict) return redirect(`${deskPath(params.round, params.article)}#document`)
      const shown = answersPage(conflict, reader.language, reader.words.script)
      return page('annotations/answers', reader.words.document.title, shown, 409, shown.path)
    },
  }),
]

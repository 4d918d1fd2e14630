/** Trying the demonstration without an account: the way in, and the way out. */
import { deskParams } from '../annotations/annotation-input.ts'
import { Refusal } from '../errors.ts'
import { deskPath } from '../rounds/desk-path.ts'
import { route } from '../route.ts'
import { redirect } from '../web/answer.ts'
import { beginVisit, endVisit } from './visit-actions.ts'
import { endForm } from './visit-input.ts'

export const visitRoutes = [
  route({
    method: 'post',
    path: '/rounds/:round/articles/:article/visit',
    permission: 'read-demonstration',
    params: deskParams,
    answer: async (parts, { account, params }) =>
      redirect(deskPath(params.round, params.article), await beginVisit(parts, account, params)),
  }),
  route({
    method: 'post',
    path: '/visit/erasure',
    permission: 'leave-demonstration',
    body: endForm,
    answer: async (parts, { account }) => {
      if (!account) throw new Refusal('sign-in')
      const { isGone } = await endVisit(parts, account)
      return { ...redirect('/', isGone ? null : undefined), forgets: 'everything' }
    },
  }),
]

/** Trying the demonstration without an account: the way in, and the way out. */
import { deskParams } from '../annotations/annotation-input.ts'
import { deskPath } from '../rounds/desk-path.ts'
import { route } from '../route.ts'
import { redirect } from '../web/answer.ts'
import { beginTrial, endTrial } from './trial-actions.ts'
import { endForm } from './trial-input.ts'

export const trialRoutes = [
  route({
    method: 'post',
    path: '/rounds/:round/articles/:article/trial',
    permission: 'read-demonstration',
    params: deskParams,
    answer: async (parts, { account, params }) =>
      redirect(deskPath(params.round, params.article), await beginTrial(parts, account, params)),
  }),
  route({
    method: 'post',
    path: '/trial/erasure',
    permission: 'leave-demonstration',
    body: endForm,
    answer: async (parts, { account }) => {
      const { isGone } = await endTrial(parts, account)
      return { ...redirect('/', isGone ? null : undefined), forgets: 'everything' }
    },
  }),
]

/** Where a desk says how long somebody was active on it. */
import { route } from '../route.ts'
import { json } from '../web/answer.ts'
import { keepActiveTime } from './active-time-actions.ts'
import { visitInput } from './active-time-input.ts'
import { actionParams } from './annotation-input.ts'

export const activeTimeRoutes = [
  route({
    method: 'put',
    path: '/api/v1/visits/:id',
    permission: 'mark-demonstration',
    params: actionParams,
    body: visitInput,
    answer: async (parts, { account, params, body }) => {
      return json(200, await keepActiveTime(parts, account, params.id, body))
    },
  }),
]

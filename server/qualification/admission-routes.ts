/** A round that asks for training first: whether one may begin, and asking for it. */
import { admissionPath } from '../rounds/desk-path.ts'
import { roundParams } from '../rounds/round-input.ts'
import { route } from '../route.ts'
import { page, redirect } from '../web/answer.ts'
import { askForAdmission, openAdmission } from './admission-actions.ts'
import { admissionPage } from './admission-page.ts'

const admission = { permission: 'mark-demonstration', path: '/rounds/:round/admission', params: roundParams } as const

export const admissionRoutes = [
  route({
    ...admission,
    method: 'get',
    answer: async (parts, { account, params, reader }) => {
      const shown = admissionPage(await openAdmission(parts, account, params.round))
      return page('qualification/admission', reader.words.admission.title, shown)
    },
  }),
  route({
    ...admission,
    method: 'post',
    answer: async (parts, { account, params }) =>
      redirect((await askForAdmission(parts, account, params.round)) ?? admissionPath(params.round)),
  }),
]

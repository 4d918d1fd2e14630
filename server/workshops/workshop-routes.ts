/** Workshops as who leads them: making one, and the console. */
import type { Account } from '../accounts/account.ts'
import { Refusal } from '../errors.ts'
import { route } from '../route.ts'
import { page, redirect } from '../web/answer.ts'
import { consolePage } from './console-page.ts'
import { startDemonstration } from './demonstration-actions.ts'
import { workshopToLead } from './workshop-actions.ts'
import { workshopParams } from './workshop-input.ts'
import { consolePath } from './workshop-paths.ts'

function signedIn(account: Account | undefined): Account {
  if (!account) throw new Refusal('sign-in')
  return account
}

export const workshopRoutes = [
  route({
    method: 'post',
    path: '/workshops/demonstration',
    permission: 'lead-workshops',
    answer: async (parts, { account, reader }) => {
      const { workshops } = reader.words
      const words = { title: workshops.demonstrationTitle, roundTitles: workshops.roundTitles }
      const workshop = await startDemonstration(parts, signedIn(account), reader.language, words)
      return redirect(consolePath(workshop.id))
    },
  }),
  route({
    method: 'get',
    path: '/workshops/:workshop',
    permission: 'manage-study',
    params: workshopParams,
    answer: async (parts, { account, params }) => {
      const workshop = await workshopToLead(parts.database.db, account, params.workshop)
      return page('workshops/console', workshop.title, consolePage(workshop))
    },
  }),
]

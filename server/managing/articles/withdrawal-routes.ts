/** Withdrawing an article: first what would go with it, then the deed. */
import { articleParams } from '../../articles/article-input.ts'
import { route } from '../../route.ts'
import { page, redirect } from '../../web/answer.ts'
import { openWithdrawal, withdraw } from './withdrawal-actions.ts'
import { withdrawalForm } from './withdrawal-input.ts'
import { withdrawalPage } from './withdrawal-page.ts'

const row = {
  permission: 'manage-study',
  path: '/studies/:slug/articles/:article/withdrawal',
  params: articleParams,
} as const
const view = 'managing/articles/withdrawal'

export const withdrawalRoutes = [
  route({
    ...row,
    method: 'get',
    answer: async (parts, { account, params, reader: { words } }) =>
      page(view, words.withdrawal.title, withdrawalPage(await openWithdrawal(parts, account, params))),
  }),
  route({
    ...row,
    method: 'post',
    body: withdrawalForm,
    answer: async (parts, { account, params, body, reader: { words } }) => {
      const refused = await withdraw(parts, account, params, body)
      if (!refused) return redirect(`/studies/${params.slug}/articles#withdrawn`)
      const shown = withdrawalPage(refused.open, { reason: body.reason, fault: refused.fault })
      return page(view, words.withdrawal.title, shown, refused.fault === 'stale' ? 409 : 422, shown.path)
    },
  }),
]

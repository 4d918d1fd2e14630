/** One's own readings of a round beside the reference: whether one may look yet, beginning to, and the comparison. */
import { feedbackPath } from '../rounds/desk-path.ts'
import { roundParams } from '../rounds/round-input.ts'
import { route } from '../route.ts'
import { page, redirect } from '../web/answer.ts'
import { beginFeedback, openFeedback } from './feedback-actions.ts'
import { feedbackQuery } from './feedback-input.ts'
import { feedbackPage } from './feedback-page.ts'

const feedback = { permission: 'mark-demonstration', path: '/rounds/:round/feedback', params: roundParams } as const

export const feedbackRoutes = [
  route({
    ...feedback,
    method: 'get',
    query: feedbackQuery,
    answer: async (parts, { account, params, query, reader: { language, words } }) => {
      const speech = { language, edges: words.script.walking, reasons: words.agreement.reasons }
      const shown = feedbackPage(await openFeedback(parts, account, params.round), query.page, speech)
      return page('qualification/feedback', words.feedback.title, shown)
    },
  }),
  route({
    ...feedback,
    method: 'post',
    answer: async (parts, { account, params }) => {
      await beginFeedback(parts, account, params.round)
      return redirect(feedbackPath(params.round))
    },
  }),
]

/** Planning a round's assignments: a form whose answer is the plan, and the button that puts it into force. */
import { Refusal } from '../../errors.ts'
import { route } from '../../route.ts'
import { page, redirect } from '../../web/answer.ts'
import { applyPlan, openPlan } from './plan-actions.ts'
import { planPage } from './plan-page.ts'
import { planForm, planSent, roundOfStudy } from './round-input.ts'
import { roundPath } from './round-paths.ts'

const plan = { permission: 'manage-study', params: roundOfStudy, path: '/studies/:slug/rounds/:round/plan' } as const

export const planRoutes = [
  route({
    ...plan,
    method: 'get',
    query: planForm,
    answer: async (parts, { account, params, query, reader }) => {
      const shown = planPage(await openPlan(parts, account, params, query), query.page)
      const status = Object.keys(shown.faults).length > 0 ? 422 : 200
      return page('managing/rounds/plan', reader.words.rounds.planTitle, shown, status)
    },
  }),
  route({
    ...plan,
    method: 'post',
    body: planSent,
    answer: async (parts, { account, params, body, reader }) => {
      try {
        await applyPlan(parts, account, params, body)
        return redirect(`${roundPath(params.slug, params.round)}#assignments`)
      } catch (error) {
        if (!(error instanceof Refusal && (error.code === 'stale' || error.code === 'invalid'))) throw error
        const isStale = error.code === 'stale'
        const notice = isStale ? reader.words.rounds.changedMeanwhile : undefined
        const shown = planPage(await openPlan(parts, account, params, body), 1, notice)
        return page(
          'managing/rounds/plan',
          reader.words.rounds.planTitle,
          shown,
          isStale ? 409 : 422,
          `${shown.path}/plan`,
        )
      }
    },
  }),
]

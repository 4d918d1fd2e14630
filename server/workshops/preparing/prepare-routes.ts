/** Preparing workshops, beginning lessons, and the list of those that somebody has led. */
import { Refusal } from '../../errors.ts'
import type { Parts } from '../../parts.ts'
import { type CallOfAccount, route } from '../../route.ts'
import { type Answer, page, redirect } from '../../web/answer.ts'
import { reasonsOf } from '../../web/reasons.ts'
import type { Workshop } from '../workshop.ts'
import { workshopToLead } from '../workshop-actions.ts'
import { consolePath } from '../workshop-paths.ts'
import { beginLesson } from './lesson-actions.ts'
import { openPreparing, prepare } from './prepare-actions.ts'
import type { PrepareForm } from './prepare-form.ts'
import { lessonForm, prepareForm, prepareInput, prepareQuery } from './prepare-input.ts'
import { beginningForm, preparePage } from './prepare-page.ts'

async function shown(
  parts: Parts,
  { account, reader }: Pick<CallOfAccount<unknown, unknown, unknown>, 'account' | 'reader'>,
  like: Workshop | undefined,
  again?: { typed: PrepareForm; faults: Record<string, string> },
): Promise<Answer> {
  const open = await openPreparing(parts, account, like)
  const typed = again?.typed ?? beginningForm(reader.language, like, open.articles[0]?.id)
  const data = preparePage(open, typed, reader.language, again?.faults)
  return page('workshops/prepare', reader.words.workshops.title, data, again ? 422 : 200, '/workshops')
}

export const prepareRoutes = [
  route({
    method: 'post',
    path: '/workshops/lessons',
    permission: 'lead-workshops',
    body: lessonForm,
    answer: async (parts, { account, body, reader }) => {
      const workshop = await beginLesson(parts, account, body, reader.words.workshops.roundTitles)
      return redirect(consolePath(workshop.id))
    },
  }),
  route({
    method: 'get',
    path: '/workshops',
    permission: 'lead-workshops',
    query: prepareQuery,
    answer: async (parts, call) => {
      const { from } = call.query
      const like = from === undefined ? undefined : await workshopToLead(parts.database.db, call.account, from)
      return shown(parts, call, like)
    },
  }),
  route({
    method: 'post',
    path: '/workshops',
    permission: 'lead-workshops',
    body: prepareForm,
    answer: async (parts, { body, account, reader }) => {
      const input = prepareInput.safeParse(body)
      const again = (faults: Record<string, string>) =>
        shown(parts, { account, reader }, undefined, { typed: body, faults })
      if (!input.success) return again(reasonsOf(input.error))
      try {
        const workshop = await prepare(parts, account, input.data, reader.words.workshops.roundTitles)
        return redirect(consolePath(workshop.id))
      } catch (error) {
        if (error instanceof Refusal && error.code === 'invalid')
          return again({ ...(error.details as Record<string, string>) })
        throw error
      }
    },
  }),
]

/** The page behind an invitation's link, and coming in by it. */
import { credentialsInput } from '../accounts/account-input.ts'
import { Refusal } from '../errors.ts'
import type { Parts } from '../parts.ts'
import { type Call, route } from '../route.ts'
import { type Answer, page, redirect } from '../web/answer.ts'
import { reasonsOf } from '../web/reasons.ts'
import { accept, acceptAsNewcomer, type Invited, openInvitation } from './invitation-actions.ts'
import { newcomerForm, tokenParams } from './invitation-input.ts'
import { invitedPage } from './invitation-page.ts'

type AtLink<B = unknown> = Call<{ token: string }, unknown, B>

const GONE = 410

async function open(parts: Parts, { account, params, origin }: AtLink): Promise<Invited | undefined> {
  try {
    return await openInvitation(parts, account, { token: params.token, origin })
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not-found') return undefined
    throw error
  }
}

/** A link that leads to nothing has often lost its end on the way. */
function unknown({ reader }: AtLink): Answer {
  return page('team/no-invitation', reader.words.team.invitation, {}, 404)
}

function shown(call: AtLink, invited: Invited, typed?: { name: string }, faults?: Record<string, string>): Answer {
  const { reader, params } = call
  const data = invitedPage(invited, params.token, reader.language, typed, faults)
  const isOver = invited.end !== undefined && invited.roles.length === 0
  return page('team/invitation', reader.words.team.invitation, data, isOver ? GONE : faults ? 422 : 200, data.path)
}

async function come(parts: Parts, call: AtLink): Promise<Answer> {
  const { account } = call
  if (!account) throw new Refusal('sign-in')
  const invited = await open(parts, call)
  if (!invited) return unknown(call)
  try {
    await accept(parts, account, invited)
    return redirect(`/studies/${invited.study.slug}`)
  } catch (error) {
    return over(parts, call, error)
  }
}

/** Between opening the page and pressing its button the invitation may have run out. */
async function over(parts: Parts, call: AtLink, error: unknown): Promise<Answer> {
  if (!(error instanceof Refusal && error.code === 'not-found')) throw error
  const invited = await open(parts, call)
  return invited ? shown(call, invited) : unknown(call)
}

async function comeAsNewcomer(parts: Parts, call: AtLink<{ name: string; password: string }>): Promise<Answer> {
  const invited = await open(parts, call)
  if (!invited) return unknown(call)
  if (invited.end || call.account) return shown(call, invited)
  const { name } = call.body
  const input = credentialsInput.safeParse(call.body)
  if (!input.success) return shown(call, invited, { name }, reasonsOf(input.error))
  try {
    // Whoever holds a link must not find out by it who has an account here.
    const session = await parts.limits.lookUp(call.origin, () => begin(parts, input.data, invited))
    if (session !== undefined) return redirect(`/studies/${invited.study.slug}`, session)
    return shown(call, invited, { name }, { name: 'taken' })
  } catch (error) {
    return over(parts, call, error)
  }
}

/** Undefined where the name is taken. */
async function begin(
  parts: Parts,
  input: { name: string; password: string },
  invited: Invited,
): Promise<string | undefined> {
  try {
    return await acceptAsNewcomer(parts, input, invited)
  } catch (error) {
    if (error instanceof Refusal && error.details?.name === 'taken') return undefined
    throw error
  }
}

const link = { permission: 'open-doors', params: tokenParams } as const

export const invitationRoutes = [
  route({
    ...link,
    method: 'get',
    path: '/invitations/:token',
    answer: async (parts, call) => {
      const invited = await open(parts, call)
      return invited ? shown(call, invited) : unknown(call)
    },
  }),
  route({ ...link, method: 'post', path: '/invitations/:token/acceptance', answer: come }),
  route({
    ...link,
    method: 'post',
    path: '/invitations/:token/account',
    body: newcomerForm,
    answer: comeAsNewcomer,
  }),
]

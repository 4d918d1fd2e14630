/** One's own account: name, password, sessions elsewhere, tokens, studies, and erasing oneself. */
import { credentialsInput } from '../accounts/account-input.ts'
import { changePassword, makeToken, revokeToken, signOutElsewhere } from '../accounts/own-account-actions.ts'
import { Refusal } from '../errors.ts'
import type { Parts } from '../parts.ts'
import { type CallOfAccount, route } from '../route.ts'
import { type Answer, page, redirect } from '../web/answer.ts'
import { reasonsOf } from '../web/reasons.ts'
import { changeName, erase, openErasure, openOwnAccount } from './own-account-actions.ts'
import { apiTokenParams, erasureForm, nameForm, passwordForm } from './own-account-input.ts'
import { ownAccountPage } from './own-account-page.ts'

type Own<B = unknown> = CallOfAccount<unknown, unknown, B>

async function showAccount(
  parts: Parts,
  { account, session, reader }: Own,
  typedName = account.name,
  faults: Record<string, string> = {},
): Promise<Answer> {
  const own = await openOwnAccount(parts, account, session !== undefined)
  const status = Object.keys(faults).length > 0 ? 422 : 200
  const shown = ownAccountPage(own, reader.language, typedName, faults)
  return page('accounts/account', reader.words.account.title, shown, status, '/account')
}

/** What is wrong with a form is said beside its fields. */
async function orExplained(parts: Parts, call: Own, typedName: string | undefined, change: () => Promise<Answer>) {
  try {
    return await change()
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'invalid')) throw error
    return showAccount(parts, call, typedName, error.details as Record<string, string>)
  }
}

const nameInput = credentialsInput.pick({ name: true })
const passwordInput = credentialsInput.pick({ password: true })

function renameOneself(parts: Parts, call: Own<{ name: string }>): Promise<Answer> {
  return orExplained(parts, call, call.body.name, async () => {
    const input = nameInput.safeParse(call.body)
    if (!input.success) throw new Refusal('invalid', reasonsOf(input.error))
    await changeName(parts, call.account, input.data.name)
    return redirect('/account')
  })
}

function takePassword(parts: Parts, call: Own<{ current: string; password: string }>): Promise<Answer> {
  return orExplained(parts, call, undefined, async () => {
    const input = passwordInput.safeParse(call.body)
    if (!input.success) throw new Refusal('invalid', reasonsOf(input.error))
    const { current } = call.body
    const wish = { current, password: input.data.password }
    return redirect('/account', await changePassword(parts, call.account, call.origin, wish))
  })
}

async function showErasure(parts: Parts, { account, reader }: Own, isWrong = false, status = 200): Promise<Answer> {
  const shown = { ...(await openErasure(parts, account)), isWrong }
  return page('team/erasure', reader.words.team.erase, shown, status, '/account/erasure')
}

async function eraseOneself(
  parts: Parts,
  call: Own<{ readings: 'removed' | 'kept'; current: string }>,
): Promise<Answer> {
  try {
    await erase(parts, call.account, call.origin, call.body)
    return { ...redirect('/handover?done=yes', null), forgets: 'everything' }
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'invalid')) throw error
    return showErasure(parts, call, error.details?.current !== undefined, 422)
  }
}

const own = { permission: 'see-own-account' } as const

export const ownAccountRoutes = [
  route({ ...own, method: 'get', path: '/account', answer: (parts, call) => showAccount(parts, call) }),
  route({ ...own, method: 'post', path: '/account/name', body: nameForm, answer: renameOneself }),
  route({ ...own, method: 'post', path: '/account/password', body: passwordForm, answer: takePassword }),
  route({
    ...own,
    method: 'post',
    path: '/account/sessions/removal',
    answer: async (parts, { account, session }) => {
      await signOutElsewhere(parts, account, session)
      return redirect('/account')
    },
  }),
  route({
    ...own,
    method: 'post',
    path: '/account/tokens',
    answer: async (parts, { account, reader }) => {
      const token = await makeToken(parts, account)
      return page('accounts/token', reader.words.team.newToken, { token }, 201, '/account')
    },
  }),
  route({
    ...own,
    method: 'post',
    path: '/account/tokens/:token/revocation',
    params: apiTokenParams,
    answer: async (parts, { account, params }) => {
      await revokeToken(parts, account, params.token)
      return redirect('/account')
    },
  }),
  route({ ...own, method: 'get', path: '/account/erasure', answer: (parts, call) => showErasure(parts, call) }),
  route({ ...own, method: 'post', path: '/account/erasure', body: erasureForm, answer: eraseOneself }),
]

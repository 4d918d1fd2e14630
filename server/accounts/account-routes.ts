/** Becoming the owner, signing in and out, one's own account, and how one wants to read. */
import { Refusal } from '../errors.ts'
import type { Parts } from '../parts.ts'
import { type Call, route } from '../route.ts'
import { type Answer, page, redirect } from '../web/answer.ts'
import { localPath } from '../web/local-path.ts'
import { reasonsOf } from '../web/reasons.ts'
import { settingsIn } from '../web/settings.ts'
import { foldName } from './account.ts'
import { becomeOwner, changeSettings, isWelcome, signIn, signOut } from './account-actions.ts'
import {
  credentialsInput,
  handoverInput,
  handoverQuery,
  settingsInput,
  signInInput,
  signInQuery,
  welcomeInput,
  welcomeQuery,
} from './account-input.ts'

type AnyCall = Pick<Call<unknown, unknown, unknown>, 'reader'>

function welcomePage(
  { reader }: AnyCall,
  typed: { token: string; name: string },
  faults: Record<string, string>,
): Answer {
  const status = Object.keys(faults).length > 0 ? 422 : 200
  return page('accounts/welcome', reader.words.account.welcomeTitle, { ...typed, faults }, status)
}

function signInPage({ reader }: AnyCall, typed: { name: string; next: string }, isWrong: boolean): Answer {
  return page('accounts/sign-in', reader.words.account.signInTitle, { ...typed, isWrong }, isWrong ? 422 : 200)
}

async function welcome(
  parts: Parts,
  call: Call<unknown, unknown, { token: string; name: string; password: string }>,
): Promise<Answer> {
  const { token, name } = call.body
  if (!isWelcome(parts, token)) throw new Refusal('not-found')
  const input = credentialsInput.safeParse(call.body)
  if (!input.success) return welcomePage(call, { token, name }, reasonsOf(input.error))
  return redirect('/', await becomeOwner(parts, token, input.data))
}

export const accountRoutes = [
  route({
    method: 'get',
    path: '/welcome',
    permission: 'open-doors',
    query: welcomeQuery,
    answer: async (parts, call) => {
      if (!isWelcome(parts, call.query.token)) throw new Refusal('not-found')
      return welcomePage(call, { token: call.query.token, name: '' }, {})
    },
  }),
  route({ method: 'post', path: '/welcome', permission: 'open-doors', body: welcomeInput, answer: welcome }),
  route({
    method: 'get',
    path: '/sign-in',
    permission: 'open-doors',
    query: signInQuery,
    answer: async (_parts, call) => signInPage(call, { name: '', next: localPath(call.query.next) }, false),
  }),
  route({
    method: 'post',
    path: '/sign-in',
    permission: 'open-doors',
    body: signInInput,
    answer: async (parts, call) => {
      const { name, password } = call.body
      const next = localPath(call.body.next)
      const session = await parts.limits.attempt(call.origin, foldName(name), () =>
        signIn(parts, name, password, call.session),
      )
      return session === undefined ? signInPage(call, { name, next }, true) : redirect(next, session)
    },
  }),
  route({
    method: 'post',
    path: '/sign-out',
    permission: 'sign-out',
    answer: async (parts, call) => {
      if (call.session) await signOut(parts, call.session)
      return redirect('/', null)
    },
  }),
  route({
    method: 'get',
    path: '/handover',
    permission: 'open-doors',
    query: handoverQuery,
    answer: async (_parts, { account, query, reader }) => {
      const { handover } = reader.words
      const isDone = query.done !== undefined
      return page('accounts/handover', isDone ? handover.done : handover.title, { isDone, id: account?.id })
    },
  }),
  route({
    method: 'post',
    path: '/handover',
    permission: 'open-doors',
    body: handoverInput,
    answer: async (parts, { body, session }) => {
      if (session) await signOut(parts, session)
      return { ...redirect('/handover?done=yes', null), forgets: body.emptied ? 'everything' : 'pages' }
    },
  }),
  route({
    method: 'post',
    path: '/settings',
    permission: 'open-doors',
    body: settingsInput,
    answer: async (parts, { account, body, reader }) => {
      const changes = settingsIn(body)
      if (account) await changeSettings(parts, account, changes)
      // The browser keeps them too: for the page on which one signs in, and so that no page from its cache shows others.
      return { ...redirect(localPath(body.next)), settings: { ...reader.chosen, ...changes } }
    },
  }),
]

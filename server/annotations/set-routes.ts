/** Finishing, skipping and opening again: three forms for people, one address for programs. */
import { Refusal } from '../errors.ts'
import type { Parts } from '../parts.ts'
import { deskPath } from '../rounds/desk-path.ts'
import type { At } from '../rounds/place-actions.ts'
import { type CallOfAccount, route } from '../route.ts'
import { type Answer, json, page, redirect } from '../web/answer.ts'
import { deskParams } from './annotation-input.ts'
import { keepAnswers } from './answers-actions.ts'
import { answersPage } from './answers-page.ts'
import { openDesk } from './desk-actions.ts'
import { unfinishedPage } from './flow-page.ts'
import { findStanding, setState } from './set-actions.ts'
import { type CompletionFields, completionInput, omissionInput, type StateInput, stateInput } from './set-input.ts'

type AtDesk = CallOfAccount<At, unknown, unknown>
type Completion = CallOfAccount<At, unknown, CompletionFields>

/** Whoever is done with an article goes on to the next open one, and stays where there is none. */
async function goOn(parts: Parts, { account, params }: AtDesk, wish: StateInput): Promise<Answer> {
  const { next } = await setState(parts, account, params, wish)
  const isDone = wish.state !== 'in-progress'
  return redirect((isDone && next) || `${deskPath(params.round, params.article)}${isDone ? '#end' : ''}`)
}

/** What stands against finishing is a page that says it, with a way to each open question. */
async function finish(parts: Parts, call: Completion): Promise<Answer> {
  const { found } = call.body
  try {
    const conflict = await keepAnswers(parts, call.account, call.params, call.body)
    if (!conflict) return await goOn(parts, call, { state: 'finished', found })
    const shown = answersPage(conflict, call.reader.language, call.reader.words.script)
    return page('annotations/answers', call.reader.words.document.title, shown, 409, shown.path)
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'invalid')) throw error
    const { account, params, reader } = call
    const desk = await openDesk(parts, account, params, 'own')
    const shown = unfinishedPage(desk, reader.language, error.details?.found, reader.words.flow)
    return page('annotations/unfinished', reader.words.flow.unfinished, shown, 422, shown.path)
  }
}

const desk = '/rounds/:round/articles/:article'
const shared = { permission: 'mark-demonstration', params: deskParams } as const
const state = { ...shared, path: `/api/v1${desk}/state` } as const

export const setRoutes = [
  route({
    ...shared,
    method: 'post',
    path: `${desk}/completion`,
    body: completionInput,
    answer: (parts, call) => finish(parts, call),
  }),
  route({
    ...shared,
    method: 'post',
    path: `${desk}/omission`,
    body: omissionInput,
    answer: (parts, call) => goOn(parts, call, { state: 'skipped', ...call.body }),
  }),
  route({
    ...shared,
    method: 'post',
    path: `${desk}/reopening`,
    answer: (parts, call) => goOn(parts, call, { state: 'in-progress' }),
  }),
  route({
    ...state,
    method: 'get',
    answer: async (parts, { account, params }) => json(200, await findStanding(parts, account, params)),
  }),
  route({
    ...state,
    method: 'put',
    body: stateInput,
    answer: async (parts, { account, params, body }) => json(200, await setState(parts, account, params, body)),
  }),
]

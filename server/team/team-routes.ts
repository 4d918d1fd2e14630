/** The team of a study: its members, invitations, and leaving it. */
import { Refusal } from '../errors.ts'
import type { Parts } from '../parts.ts'
import { type CallOfAccount, route } from '../route.ts'
import { slugParams } from '../studies/study-input.ts'
import { type Answer, page, redirect } from '../web/answer.ts'
import { reasonsOf } from '../web/reasons.ts'
import { invite, revoke } from './invitation-actions.ts'
import { invitationForm, invitationInput, invitationParams } from './invitation-input.ts'
import { linkPage } from './invitation-page.ts'
import { changeNaming, changeRoles, leave, openDeparture, openMember, removeMember } from './member-actions.ts'
import { openTeam } from './team-actions.ts'
import { memberParams, namingForm, rolesForm, teamQuery } from './team-input.ts'
import { emptyInvitation, memberPage, type TypedInvitation, teamPage } from './team-page.ts'

type InStudy<B = unknown> = CallOfAccount<{ slug: string }, unknown, B>
type AtMember<B = unknown> = CallOfAccount<{ slug: string; member: string }, unknown, B>

async function showTeam(
  parts: Parts,
  { account, params, reader }: InStudy,
  query: { q: string; page: number },
  typed: TypedInvitation = emptyInvitation(parts.clock.newId()),
  faults: Record<string, string> = {},
): Promise<Answer> {
  const shown = teamPage(await openTeam(parts, account, params.slug, query), reader.language, typed)
  const status = Object.keys(faults).length > 0 ? 422 : 200
  return page('team/team', reader.words.team.title, { ...shown, faults }, status, `/studies/${params.slug}/team`)
}

async function makeInvitation(parts: Parts, call: InStudy<TypedInvitation>): Promise<Answer> {
  const input = invitationInput.safeParse(call.body)
  if (!input.success) return showTeam(parts, call, { q: '', page: 1 }, call.body, reasonsOf(input.error))
  const { account, params, reader, site } = call
  const made = await invite(parts, account, params.slug, input.data)
  const shown = linkPage(made, site, reader.language)
  return page('team/link', reader.words.team.link, shown, 201, shown.back)
}

async function showMember(parts: Parts, call: AtMember, fault = ''): Promise<Answer> {
  const at = await openMember(parts, call.account, call.params)
  const shown = memberPage(at, call.account.id, call.reader.language)
  return page('team/member', at.member.name, { ...shown, fault }, fault ? 422 : 200, shown.path)
}

/** What stands against a change of roles is said on the page on which it was asked for. */
async function orExplained(parts: Parts, call: AtMember, change: () => Promise<Answer>): Promise<Answer> {
  try {
    return await change()
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'invalid')) throw error
    return showMember(parts, call, String(error.details?.roles))
  }
}

async function showDeparture(parts: Parts, { account, params, reader }: InStudy, status = 200): Promise<Answer> {
  const at = await openDeparture(parts, account, params.slug)
  const path = `/studies/${params.slug}/departure`
  return page('team/departure', reader.words.team.leave, { ...at, path }, status, path)
}

const team = { permission: 'manage-study', params: slugParams, path: '/studies/:slug/team' } as const
const member = { permission: 'manage-study', params: memberParams, path: '/studies/:slug/team/:member' } as const
const departure = { permission: 'see-study', params: slugParams, path: '/studies/:slug/departure' } as const

export const teamRoutes = [
  route({ ...team, method: 'get', query: teamQuery, answer: (parts, call) => showTeam(parts, call, call.query) }),
  route({
    ...team,
    method: 'post',
    path: '/studies/:slug/invitations',
    body: invitationForm,
    answer: makeInvitation,
  }),
  route({
    ...team,
    method: 'post',
    path: '/studies/:slug/invitations/:invitation/revocation',
    params: invitationParams,
    answer: async (parts, { account, params }) => {
      await revoke(parts, account, params)
      return redirect(`/studies/${params.slug}/team#invitations`)
    },
  }),
  route({ ...member, method: 'get', answer: (parts, call) => showMember(parts, call) }),
  route({
    ...member,
    method: 'post',
    path: `${member.path}/roles`,
    body: rolesForm,
    answer: (parts, call) =>
      orExplained(parts, call, async () => {
        await changeRoles(parts, call.account, call.params, call.body)
        return redirect(`/studies/${call.params.slug}/team`)
      }),
  }),
  route({
    ...member,
    method: 'post',
    path: `${member.path}/naming`,
    body: namingForm,
    answer: async (parts, { account, params, body }) => {
      await changeNaming(parts, account, params, body.named === 'on')
      return redirect(`/studies/${params.slug}/team/${params.member}`)
    },
  }),
  route({
    ...member,
    method: 'post',
    path: `${member.path}/removal`,
    answer: (parts, call) =>
      orExplained(parts, call, async () => {
        await removeMember(parts, call.account, call.params)
        return redirect(`/studies/${call.params.slug}/team`)
      }),
  }),
  route({ ...departure, method: 'get', answer: (parts, call) => showDeparture(parts, call) }),
  route({
    ...departure,
    method: 'post',
    answer: async (parts, call) => {
      try {
        await leave(parts, call.account, call.params.slug)
        return redirect('/account')
      } catch (error) {
        if (!(error instanceof Refusal && error.code === 'invalid')) throw error
        return showDeparture(parts, call, 422)
      }
    },
  }),
]

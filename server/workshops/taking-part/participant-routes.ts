/** Workshops as who takes part: joining, and the desk. */
import { Refusal } from '../../errors.ts'
import { roundParams } from '../../rounds/round-input.ts'
import { type Call, route } from '../../route.ts'
import { type Answer, live, page, redirect } from '../../web/answer.ts'
import { type JoinFault, joinByCode } from '../joining/joining-actions.ts'
import { phoneView } from '../live-actions.ts'
import { joinForm, joinQuery, type Left, workshopParams } from '../workshop-input.ts'
import { participantPath } from '../workshop-paths.ts'
import { findWorkshopOfRound } from '../workshop-store.ts'
import { openParticipantDesk, takingPart } from './participant-actions.ts'
import { participantPage } from './participant-page.ts'

function joinPage(
  { reader }: Pick<Call<unknown, unknown, unknown>, 'reader'>,
  shown: { code: string; fault?: JoinFault | undefined; left?: Left | undefined },
): Answer {
  const data = { fault: undefined, left: undefined, ...shown }
  return page('workshops/join', reader.words.workshops.join, data, shown.fault ? 422 : 200, '/join')
}

export const participantRoutes = [
  route({
    method: 'get',
    path: '/join',
    permission: 'join-workshops',
    query: joinQuery,
    answer: async (_parts, call) => joinPage(call, call.query),
  }),
  route({
    method: 'post',
    path: '/join',
    permission: 'join-workshops',
    body: joinForm,
    answer: async (parts, call) => {
      const joined = await joinByCode(parts, call.body.code, call)
      if ('fault' in joined) return joinPage(call, { code: call.body.code, fault: joined.fault })
      return redirect(participantPath(joined.workshop.id), joined.session)
    },
  }),
  route({
    method: 'get',
    path: '/workshops/:workshop/desk',
    permission: 'join-workshops',
    params: workshopParams,
    answer: async (parts, { account, params, reader }) => {
      try {
        const open = await openParticipantDesk(parts, account, params.workshop)
        const { desk: words, script } = reader.words
        const { walking, yes, no } = script
        const shown = participantPage(open, reader.language, { ...words, ...walking, yes, no })
        return page('workshops/desk', open.workshop.title, shown)
      } catch (error) {
        if (error instanceof Refusal && error.code === 'not-found') return redirect('/join')
        throw error
      }
    },
  }),
  route({
    method: 'get',
    path: '/rounds/:round/workshop',
    permission: 'take-part',
    params: roundParams,
    answer: async (parts, { account, params }) => {
      const { db } = parts.database
      const workshop = await findWorkshopOfRound(db, params.round)
      if (!workshop) throw new Refusal('not-found')
      await takingPart(db, account, workshop.id)
      return redirect(participantPath(workshop.id))
    },
  }),
  route({
    method: 'get',
    path: '/api/v1/workshops/:workshop/phone',
    permission: 'take-part',
    params: workshopParams,
    answer: async (parts, { account, params }) => {
      const { workshop } = await takingPart(parts.database.db, account, params.workshop)
      return live(parts.live, phoneView(parts, workshop))
    },
  }),
]

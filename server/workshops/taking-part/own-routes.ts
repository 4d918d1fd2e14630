/** The page on which participants see who they are, and what they can do about it. */
import type { Parts } from '../../parts.ts'
import { type Call, route } from '../../route.ts'
import { type Answer, page, redirect, textFile } from '../../web/answer.ts'
import { findLastDeed } from '../emptying/emptying-store.ts'
import { shownRecovery } from '../joining/join-code.ts'
import { goneAt } from '../workshop.ts'
import { eraseOwnForm, workshopParams } from '../workshop-input.ts'
import { ownPath, participantPath } from '../workshop-paths.ts'
import { eraseOwn, newRecoveryCode, rollPseudonym, takeAlong } from './own-actions.ts'
import { takingPart } from './participant-actions.ts'
import { toldOf } from './participant-page.ts'

type Asked = Pick<Call<{ workshop: string }, unknown, unknown>, 'account' | 'params' | 'reader'>

async function shown(parts: Parts, { account, params, reader }: Asked, recovery?: string): Promise<Answer> {
  const { db } = parts.database
  const { workshop, participant } = await takingPart(db, account, params.workshop)
  const day = new Intl.DateTimeFormat(reader.language, { dateStyle: 'long', timeZone: 'UTC' })
  const data = {
    ...{ path: ownPath(workshop.id), deskPath: participantPath(workshop.id), pseudonym: participant.pseudonym },
    recovery: recovery && shownRecovery(recovery),
    told: toldOf(workshop),
    isGuest: account?.role === 'guest',
    goneOn: day.format(new Date(goneAt(workshop, await findLastDeed(db, workshop.id)))),
  }
  const title = reader.words.workshops.aboutMe
  return page('workshops/own', title, data, 200, ownPath(workshop.id))
}

const own = { permission: 'take-part', params: workshopParams } as const

export const ownRoutes = [
  route({ ...own, method: 'get', path: '/workshops/:workshop/own', answer: (parts, call) => shown(parts, call) }),
  route({
    ...own,
    method: 'post',
    path: '/workshops/:workshop/own/pseudonym',
    answer: async (parts, { account, params }) => {
      await rollPseudonym(parts, account, params.workshop)
      return redirect(ownPath(params.workshop))
    },
  }),
  route({
    ...own,
    method: 'post',
    path: '/workshops/:workshop/own/recovery',
    answer: async (parts, call) => shown(parts, call, await newRecoveryCode(parts, call.account, call.params.workshop)),
  }),
  route({
    ...own,
    method: 'get',
    path: '/workshops/:workshop/own/reading',
    answer: async (parts, { account, params }) => {
      const reading = await takeAlong(parts, account, params.workshop)
      return textFile('lesart.json', 'application/json', `${JSON.stringify(reading, null, 2)}\n`)
    },
  }),
  route({
    ...own,
    method: 'post',
    path: '/workshops/:workshop/own/erasure',
    body: eraseOwnForm,
    answer: async (parts, { account, params }) => {
      const someone = account
      await eraseOwn(parts, someone, params.workshop)
      return { ...redirect('/join', someone.role === 'guest' ? null : undefined), forgets: 'everything' }
    },
  }),
]

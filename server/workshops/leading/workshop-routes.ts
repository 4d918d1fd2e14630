/** Workshops as who leads them: making one, the console, phases, timer, and who takes part. */
import { route } from '../../route.ts'
import { live, page, redirect } from '../../web/answer.ts'
import { emptyNow, keepAnonymised } from '../emptying/emptying-actions.ts'
import { findLastDeed } from '../emptying/emptying-store.ts'
import { addressToJoin } from '../joining/join-address-actions.ts'
import { changesView, consolePicture, consoleView } from '../live-actions.ts'
import { rehearse, startDemonstration } from '../preparing/demonstration-actions.ts'
import { alphaAtWork } from '../wall/wall-actions.ts'
import { goneAt } from '../workshop.ts'
import { workshopToLead } from '../workshop-actions.ts'
import {
  emptyingForm,
  lockForm,
  participantParams,
  participationForm,
  phaseForm,
  timerForm,
  workshopParams,
} from '../workshop-input.ts'
import { consolePath } from '../workshop-paths.ts'
import { consolePage } from './console-page.ts'
import { changeParticipation, lock, movePhase, setTimer } from './leading-actions.ts'

const leading = { permission: 'manage-study', params: workshopParams } as const

export const workshopRoutes = [
  route({
    method: 'post',
    path: '/workshops/demonstration',
    permission: 'lead-workshops',
    answer: async (parts, { account, reader }) => {
      const { workshops } = reader.words
      const words = { title: workshops.demonstrationTitle, roundTitles: workshops.roundTitles }
      const workshop = await startDemonstration(parts, account, reader.language, words)
      return redirect(consolePath(workshop.id))
    },
  }),
  route({
    ...leading,
    method: 'post',
    path: '/workshops/:workshop/rehearsal',
    answer: async (parts, { account, params, reader }) => {
      const { workshops } = reader.words
      const words = { title: workshops.rehearsalTitle, roundTitles: workshops.roundTitles }
      return redirect(consolePath((await rehearse(parts, account, params.workshop, words)).id))
    },
  }),
  route({
    ...leading,
    method: 'get',
    path: '/workshops/:workshop',
    answer: async (parts, { account, params, site, reader }) => {
      const workshop = await workshopToLead(parts.database.db, account, params.workshop)
      const atWork = await consolePicture(parts, workshop)
      const lastDeed = await findLastDeed(parts.database.db, workshop.id)
      const times = { now: parts.clock.now(), goneAt: lastDeed && goneAt(workshop, lastDeed) }
      const { address, isReachable } = addressToJoin(parts, workshop, site)
      const at = { ...times, joinAddress: address, isReachable, language: reader.language }
      const agreement = await alphaAtWork(parts, workshop)
      return page('workshops/console', workshop.title, consolePage(workshop, { ...atWork, agreement }, at))
    },
  }),
  route({
    ...leading,
    method: 'get',
    path: '/api/v1/workshops/:workshop/class',
    answer: async (parts, { account, params }) => {
      const workshop = await workshopToLead(parts.database.db, account, params.workshop)
      return live(parts.live, consoleView(parts, workshop))
    },
  }),
  route({
    ...leading,
    method: 'get',
    path: '/api/v1/workshops/:workshop/changes',
    answer: async (parts, { account, params }) => {
      const workshop = await workshopToLead(parts.database.db, account, params.workshop)
      return live(parts.live, changesView(parts, workshop))
    },
  }),
  route({
    ...leading,
    method: 'post',
    path: '/workshops/:workshop/phase',
    body: phaseForm,
    answer: async (parts, { account, params, body }) => {
      await movePhase(parts, account, params.workshop, body)
      return redirect(consolePath(params.workshop))
    },
  }),
  route({
    ...leading,
    method: 'post',
    path: '/workshops/:workshop/timer',
    body: timerForm,
    answer: async (parts, { account, params, body }) => {
      await setTimer(parts, account, params.workshop, body.minutes)
      return redirect(consolePath(params.workshop))
    },
  }),
  route({
    ...leading,
    method: 'post',
    path: '/workshops/:workshop/lock',
    body: lockForm,
    answer: async (parts, { account, params, body }) => {
      await lock(parts, account, params.workshop, body.locked === 'yes')
      return redirect(consolePath(params.workshop))
    },
  }),
  route({
    ...leading,
    method: 'post',
    path: '/workshops/:workshop/emptying',
    body: emptyingForm,
    answer: async (parts, { account, params, body }) => {
      if (body.what === 'anonymise') await keepAnonymised(parts, account, params.workshop)
      else await emptyNow(parts, account, params.workshop)
      return redirect(consolePath(params.workshop))
    },
  }),
  route({
    method: 'post',
    path: '/workshops/:workshop/participants/:participant',
    permission: 'manage-study',
    params: participantParams,
    body: participationForm,
    answer: async (parts, { account, params, body }) => {
      await changeParticipation(parts, account, params, body.deed)
      return redirect(`${consolePath(params.workshop)}#class`)
    },
  }),
]

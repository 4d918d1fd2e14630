/** What a workshop shows: the wall, and what is printed. */
import { route } from '../../route.ts'
import { page } from '../../web/answer.ts'
import type { Reader } from '../../web/reader.ts'
import { paperPage } from '../paper/paper-page.ts'
import { reportPage } from '../paper/report-page.ts'
import { sheetPage } from '../paper/sheet-page.ts'
import { takingPart } from '../taking-part/participant-actions.ts'
import { workshopToLead } from '../workshop-actions.ts'
import { workshopParams } from '../workshop-input.ts'
import { openReport, openSheet, openWall } from './wall-actions.ts'
import { wallQuery } from './wall-input.ts'
import { type WallSpeech, wallPage } from './wall-page.ts'

function speechOf({ language, words }: Reader): WallSpeech {
  return { language, words: words.wall, phases: words.workshops.phases }
}

export const wallRoutes = [
  route({
    method: 'get',
    path: '/workshops/:workshop/projector',
    permission: 'manage-study',
    params: workshopParams,
    query: wallQuery,
    answer: async (parts, { account, params, query, reader, site }) => {
      const workshop = await workshopToLead(parts.database.db, account, params.workshop)
      const wall = wallPage(await openWall(parts, workshop, site), query, speechOf(reader))
      const now = parts.clock.now()
      return page('workshops/projector', reader.words.wall.title(workshop.title), { ...wall, now })
    },
  }),
  route({
    method: 'get',
    path: '/workshops/:workshop/report',
    permission: 'manage-study',
    params: workshopParams,
    answer: async (parts, { account, params, reader, site }) => {
      const workshop = await workshopToLead(parts.database.db, account, params.workshop)
      const report = reportPage(await openReport(parts, workshop, site), speechOf(reader))
      return page('workshops/report', reader.words.report.heading, report)
    },
  }),
  route({
    method: 'get',
    path: '/workshops/:workshop/paper',
    permission: 'manage-study',
    params: workshopParams,
    answer: async (parts, { account, params, reader, site }) => {
      const workshop = await workshopToLead(parts.database.db, account, params.workshop)
      const paper = paperPage(await openWall(parts, workshop, site), reader.language)
      return page('workshops/paper', reader.words.report.paper, paper)
    },
  }),
  route({
    method: 'get',
    path: '/workshops/:workshop/own/sheet',
    permission: 'take-part',
    params: workshopParams,
    answer: async (parts, { account, params, reader, site }) => {
      const taking = await takingPart(parts.database.db, account, params.workshop)
      const { wall, mine } = await openSheet(parts, taking, site)
      const { pseudonym } = taking.participant
      const speech = { ...speechOf(reader), you: reader.words.report.you }
      return page('workshops/sheet', reader.words.report.sheet, sheetPage(wall, { mine, pseudonym }, speech))
    },
  }),
]

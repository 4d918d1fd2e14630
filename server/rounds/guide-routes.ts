/** The guide of a round: a page of its own, which the desk shows beside the text too. */
import { inLanguage } from '../codebook/codebook.ts'
import { route } from '../route.ts'
import { page } from '../web/answer.ts'
import { openGuide } from './guide-actions.ts'
import { guidePage } from './guide-page.ts'
import { roundParams } from './round-input.ts'

export const guideRoutes = [
  route({
    method: 'get',
    path: '/rounds/:round/guide',
    permission: 'read-demonstration',
    params: roundParams,
    answer: async (parts, { params, account, reader }) => {
      const { language, words } = reader
      const guide = await openGuide(parts, account, params.round, language)
      const title = inLanguage(guide.codebook.title, language) || words.guide.title
      return page('rounds/guide', title, guidePage(guide, language, words))
    },
  }),
]

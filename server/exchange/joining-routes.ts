/** Datasets of others in: the page on which one is looked at and taken into a study. */
import { route } from '../route.ts'
import { slugParams } from '../studies/study-input.ts'
import { page } from '../web/answer.ts'
import { joiningForm, LARGEST_DATASET } from './joining-input.ts'
import { joiningPage } from './joining-page.ts'
import { joinSent, openJoining } from './joining-view-actions.ts'

export const joiningRoutes = [
  route({
    method: 'get',
    path: '/studies/:slug/import/dataset',
    permission: 'manage-study',
    params: slugParams,
    answer: async (parts, { account, params, reader }) => {
      const view = await openJoining(parts, account, params.slug)
      return page('exchange/joining', reader.words.exchange.joining.title, joiningPage(view, reader.language))
    },
  }),
  route({
    method: 'post',
    path: '/studies/:slug/import/dataset',
    permission: 'manage-study',
    params: slugParams,
    body: joiningForm,
    largestFile: 2 * LARGEST_DATASET,
    answer: async (parts, { account, params, body, files, reader }) => {
      const view = await joinSent(parts, account, params.slug, body, files)
      const title = reader.words.exchange.joining.title
      const status = view.fault ? 422 : 200
      return page(
        'exchange/joining',
        title,
        joiningPage(view, reader.language),
        status,
        `/studies/${params.slug}/import/dataset`,
      )
    },
  }),
]

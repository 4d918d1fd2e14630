/** Who is where in a round: a table by article and person, and the same as a file. */

import { route } from '../../route.ts'
import { slugParams } from '../../studies/study-input.ts'
import { CSV_MEDIA_TYPE } from '../../text/csv-row.ts'
import { page } from '../../web/answer.ts'
import { openArticleProgress, wholeArticleProgress } from './article-progress-actions.ts'
import { articleProgressCsv, articleProgressPage } from './article-progress-page.ts'
import { articleProgressQuery } from './study-progress-input.ts'

const managing = { method: 'get', permission: 'manage-study', params: slugParams, query: articleProgressQuery } as const

export const articleProgressRoutes = [
  route({
    ...managing,
    path: '/studies/:slug/progress/articles',
    answer: async (parts, { account, params, query, reader: { words } }) => {
      const shown = articleProgressPage(await openArticleProgress(parts, account, params.slug, query), words.progress)
      return page('managing/progress/articles', words.progress.byArticle, shown)
    },
  }),
  route({
    ...managing,
    path: '/studies/:slug/progress/articles.csv',
    answer: async (parts, { account, params, query }) => {
      const { round, articles, states } = await wholeArticleProgress(parts, account, params.slug, query.round)
      return {
        kind: 'file',
        name: `${params.slug}-articles.csv`,
        mediaType: CSV_MEDIA_TYPE,
        chunks: piecesOf(articleProgressCsv(round, articles, states)),
      }
    },
  }),
]

async function* piecesOf(lines: Iterable<string>): AsyncIterable<string> {
  yield* lines
}

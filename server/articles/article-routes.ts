/** A study's articles. */
import { Refusal } from '../errors.ts'
import { route } from '../route.ts'
import { studyFor } from '../studies/study-actions.ts'
import { slugParams } from '../studies/study-input.ts'
import { page } from '../web/answer.ts'
import { ROWS_A_PAGE, rowsBefore } from '../web/list.ts'
import { articleListQuery, articleParams } from './article-input.ts'
import { countEntered, findPage, listArticles } from './article-list-store.ts'
import { articleListPage, articlePage, withdrawnRows } from './article-page.ts'
import { countArticles } from './article-store.ts'
import { listWithdrawals } from './withdrawal-store.ts'

export const articleRoutes = [
  route({
    method: 'get',
    path: '/studies/:slug/articles',
    permission: 'list-articles',
    params: slugParams,
    query: articleListQuery,
    answer: async (parts, { account, params, query, reader }) => {
      const { db } = parts.database
      const study = await studyFor(db, account, 'list-articles', params)
      // How far others have come is for who manages the study.
      const manages = study.rights.includes('manage-study')
      const wish = manages ? query : { ...query, state: 'any' as const }
      const { hits, places } = await findPage(db, study.id, { ...wish, from: rowsBefore(query), count: ROWS_A_PAGE })
      const articles = await listArticles(db, study.id, places)
      const counts = {
        all: await countArticles(db, study.id),
        entered: await countEntered(db, study.id),
        hits,
      }
      const shown = articleListPage(study, articles, wish, counts, reader.words.lists.articles)
      const withdrawn = manages ? withdrawnRows(await listWithdrawals(db, study.id), reader.language) : []
      return page('articles/articles', reader.words.studies.articles, { ...shown, withdrawn })
    },
  }),
  route({
    method: 'get',
    path: '/studies/:slug/articles/:article',
    permission: 'list-articles',
    params: articleParams,
    answer: async (parts, { account, params, reader }) => {
      const { db } = parts.database
      const study = await studyFor(db, account, 'list-articles', params)
      const article = await parts.frozen.article(db, params.article)
      if (article?.studyId !== study.id) throw new Refusal('not-found')
      return page('articles/article', article.title, articlePage(study, article, reader.language))
    },
  }),
]

/** A study's articles. */
import { Refusal } from '../errors.ts'
import { route } from '../route.ts'
import { studyFor } from '../studies/study-actions.ts'
import { slugParams } from '../studies/study-input.ts'
import { page } from '../web/answer.ts'
import { articleParams, listQuery } from './article-input.ts'
import { ARTICLES_A_PAGE, articleListPage, articlePage } from './article-page.ts'
import { countArticles, listArticles } from './article-store.ts'

export const articleRoutes = [
  route({
    method: 'get',
    path: '/studies/:slug/articles',
    permission: 'list-articles',
    params: slugParams,
    query: listQuery,
    answer: async (parts, { account, params, query, reader }) => {
      const { db } = parts.database
      const study = await studyFor(db, account, 'list-articles', params)
      const from = (query.page - 1) * ARTICLES_A_PAGE
      const articles = await listArticles(db, study.id, { from, count: ARTICLES_A_PAGE })
      const shown = articleListPage(study, articles, await countArticles(db, study.id), query.page)
      return page('articles/articles', reader.words.studies.articles, shown)
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

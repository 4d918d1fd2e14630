/** A study's articles, page by page. */
import type { OpenStudy } from '../studies/study.ts'
import type { ListedArticle } from './article.ts'

export const ARTICLES_A_PAGE = 50

export interface ArticleListPage {
  readonly study: OpenStudy
  readonly articles: readonly ListedArticle[]
  readonly total: number
  readonly page: number
  readonly pages: number
}

export function articleListPage(
  study: OpenStudy,
  articles: readonly ListedArticle[],
  total: number,
  page: number,
): ArticleListPage {
  return { study, articles, total, page, pages: Math.max(1, Math.ceil(total / ARTICLES_A_PAGE)) }
}

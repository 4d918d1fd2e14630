/** A study's articles, page by page, and each as it is kept. */
import { languageName } from '../studies/languages.ts'
import type { OpenStudy } from '../studies/study.ts'
import type { BlockKind } from '../text/blocks.ts'
import type { Article, ArticleSource, ListedArticle } from './article.ts'

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

export interface ArticlePage {
  readonly study: OpenStudy
  readonly textLanguage: string
  readonly languageName: string
  readonly source: ArticleSource
  /** Where it came from, if that is an address that a browser can open. */
  readonly link: string | undefined
  readonly length: number
  readonly sha256: string
  readonly blocks: readonly { readonly kind: BlockKind; readonly text: string }[]
}

/** The article as it is frozen. */
export function articlePage(study: OpenStudy, article: Article, reader: string): ArticlePage {
  const { language, source, body, sha256, blocks } = article
  return {
    study,
    textLanguage: language,
    languageName: languageName(reader, language),
    source,
    link: /^https?:\/\//i.test(source.url ?? '') ? source.url : undefined,
    length: body.length,
    sha256,
    blocks: blocks.map(({ kind, start, end }) => ({ kind, text: body.slice(start, end) })),
  }
}

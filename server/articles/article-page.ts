/** A study's articles, page by page, and each as it is kept. */
import { languageName } from '../studies/languages.ts'
import type { OpenStudy } from '../studies/study.ts'
import type { BlockKind } from '../text/blocks.ts'
import { listChoice, type ShownList, shownList } from '../web/list.ts'
import type { Article, ArticleSource, ListedArticle } from './article.ts'
import { ARTICLE_ORDERS, type ArticleWish, READING_STATES } from './article-list.ts'
import type { ListedWithdrawal } from './withdrawal.ts'

export interface ArticleListPage {
  readonly study: OpenStudy
  readonly articles: readonly ListedArticle[]
  readonly list: ShownList
  /** Articles that searching does not find yet. */
  readonly unentered: number
}

export interface ArticleListWords {
  readonly order: string
  readonly orders: Readonly<Record<string, string>>
  readonly state: string
  readonly states: Readonly<Record<string, string>>
}

export interface ArticleCounts {
  /** All articles of the study, those of them that are entered, and those that the wish leaves. */
  readonly all: number
  readonly entered: number
  readonly hits: number
}

export function articleListPage(
  study: OpenStudy,
  articles: readonly ListedArticle[],
  wish: ArticleWish,
  { all, entered, hits }: ArticleCounts,
  words: ArticleListWords,
): ArticleListPage {
  const states = listChoice('state', words.state, wish.state, ['any', ...READING_STATES], words.states)
  const choices = [
    ...(study.rights.includes('manage-study') ? [states] : []),
    listChoice('order', words.order, wish.order, ARTICLE_ORDERS, words.orders),
  ]
  const list = shownList(wish, choices, { total: all, hits, narrowing: ['state'] })
  return { study, articles, list, unentered: all - entered }
}

export interface WithdrawnRow extends Pick<ListedWithdrawal, 'position' | 'readings' | 'marks' | 'reason' | 'name'> {
  /** In words. */
  readonly day: string
}

/** What was withdrawn, for those who manage the study. */
export function withdrawnRows(withdrawals: readonly ListedWithdrawal[], language: string): WithdrawnRow[] {
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  return withdrawals.map(({ position, readings, marks, reason, name, at }) => ({
    ...{ position, readings, marks, reason, name },
    day: day.format(new Date(at)),
  }))
}

export interface ArticlePage {
  readonly study: OpenStudy
  readonly id: string
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
  const { id, language, source, body, sha256, blocks } = article
  return {
    study,
    id,
    textLanguage: language,
    languageName: languageName(reader, language),
    source,
    link: /^https?:\/\//i.test(source.url ?? '') ? source.url : undefined,
    length: body.length,
    sha256,
    blocks: blocks.map(({ kind, start, end }) => ({ kind, text: body.slice(start, end) })),
  }
}

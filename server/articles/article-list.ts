/** What can be asked of a list of articles. */

export const ARTICLE_ORDERS = ['place', 'title', 'outlet', 'words'] as const
export type ArticleOrder = (typeof ARTICLE_ORDERS)[number]

/** How far an article has been read: nobody has begun, somebody is at it, or whoever began is done. */
export const READING_STATES = ['untouched', 'in-progress', 'done'] as const
export type ReadingState = (typeof READING_STATES)[number]

export interface ArticleWish {
  /** Words as somebody typed them. */
  readonly q: string
  readonly order: ArticleOrder
  readonly state: ReadingState | 'any'
  /** From 1. */
  readonly page: number
}

/** An article: a frozen text with its blocks, and where it came from. */
import { type Block, isCoded } from '../text/blocks.ts'
import type { IndexedText } from '../text/code-points.ts'

export interface ArticleSource {
  readonly outlet?: string | undefined
  readonly author?: string | undefined
  readonly url?: string | undefined
  readonly publishedOn?: string | undefined
  readonly licence?: string | undefined
}

export interface Article {
  readonly id: string
  readonly studyId: string
  readonly title: string
  /** A BCP 47 tag, such as `de`. */
  readonly language: string
  readonly source: ArticleSource
  readonly body: IndexedText
  /** SHA-256 of the body's UTF-8 bytes, hexadecimal. */
  readonly sha256: string
  readonly blocks: readonly Block[]
}

/** An article by its title. */
export interface TitledArticle extends Pick<Article, 'id' | 'title' | 'language'> {
  /** From 1, its place in the study. */
  readonly position: number
}

/** An article as a list shows it, without its text. */
export interface ListedArticle extends Omit<Article, 'body' | 'blocks' | 'studyId'> {
  /** From 1; gaps are left where an article is withdrawn. */
  readonly position: number
  /** Code points of the body. */
  readonly length: number
  /** Words of the coded text. */
  readonly words: number
  /** How many people have begun to read it, in any round, and how many of them are done. */
  readonly begun: number
  readonly done: number
}

/** The blocks that can be marked. */
export function codedBlocks(article: Article): Block[] {
  return article.blocks.filter(isCoded)
}

/** What formats with room for named values beside a text say about an article, and how it is read again. */
import type { ArticleSource } from '../../../articles/article.ts'
import { BLOCK_KINDS, type Block } from '../../../text/blocks.ts'
import type { DatasetArticle } from '../../dataset.ts'
import { isObject, listIn, textIn } from './json-values.ts'
import type { RawText } from './raw-text.ts'

export interface ArticleMeta {
  readonly lesart_id: string
  readonly title: string
  readonly language: string
  readonly outlet?: string
  readonly author?: string
  readonly url?: string
  readonly published_on?: string
  readonly licence?: string
}

export function articleMeta({ id, title, language, source }: DatasetArticle): ArticleMeta {
  const { outlet, author, url, publishedOn, licence } = source
  return {
    lesart_id: id,
    title,
    language,
    ...(outlet !== undefined && { outlet }),
    ...(author !== undefined && { author }),
    ...(url !== undefined && { url }),
    ...(publishedOn !== undefined && { published_on: publishedOn }),
    ...(licence !== undefined && { licence }),
  }
}

/** The inverse; files of others may name a title, an address and the like in the same way. */
export function readMeta(values: Readonly<Record<string, unknown>>): {
  readonly id: string | undefined
  readonly title: string | undefined
  readonly language: string | undefined
  readonly source: ArticleSource
} {
  const { outlet, author, url, published_on, licence } = values
  const entries = { outlet, author, url, publishedOn: published_on, licence }
  const source = Object.fromEntries(Object.entries(entries).filter(([, value]) => textIn(value)))
  return {
    id: textIn(values.lesart_id),
    title: textIn(values.title) || undefined,
    language: textIn(values.language) || undefined,
    source,
  }
}

/** Blocks as `[kind, start, end]`. */
export function blockRows({ blocks }: DatasetArticle): [string, number, number][] {
  return blocks.map(({ kind, start, end }) => [kind, start, end])
}

/** Undefined where there are none, or they are not what they should be. */
export function readBlocks(value: unknown): Block[] | undefined {
  const rows = typeof value === 'string' ? parsed(value) : value
  if (!Array.isArray(rows)) return undefined
  const blocks = rows.map((row: unknown): Block | undefined => {
    const [name, start, end] = listIn(row)
    const kind = BLOCK_KINDS.find((kind) => kind === name)
    return kind && Number.isInteger(start) && Number.isInteger(end)
      ? { kind, start: start as number, end: end as number }
      : undefined
  })
  return blocks.every((block) => block !== undefined) ? (blocks as Block[]) : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A title for a text that brings none: its first line, or what it is called. */
export function titleOf({ body }: RawText, fallback: string): string {
  const line = body.text.split('\n').find((line) => line.trim() !== '') ?? ''
  return [...line.trim()].slice(0, 200).join('').trim() || fallback
}

export function recordIn(value: unknown): Record<string, unknown> {
  return isObject(value) ? value : {}
}

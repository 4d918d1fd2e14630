/** The one place that keeps rows in memory: bodies and published codebook versions, which never change. */
import type { Article } from './articles/article.ts'
import { findArticle } from './articles/article-store.ts'
import type { Codebook } from './codebook/codebook.ts'
import { findCodebook } from './codebook/codebook-store.ts'
import type { Db } from './database/db.ts'

export interface Frozen {
  article(db: Db, id: string): Promise<Article | undefined>
  codebook(db: Db, ref: { id: string; version: number }): Promise<Codebook | undefined>
}

/** So many of each are kept; the one unused for longest goes first. */
const MOST = 200

export function keepFrozen(): Frozen {
  const articles = new Map<string, Article>()
  const codebooks = new Map<string, Codebook>()
  return {
    article: (db, id) => remembered(articles, id, () => findArticle(db, id)),
    codebook: (db, ref) => remembered(codebooks, `${ref.id} ${ref.version}`, () => findCodebook(db, ref)),
  }
}

async function remembered<T>(
  kept: Map<string, T>,
  key: string,
  read: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const value = kept.get(key) ?? (await read())
  if (value === undefined) return undefined
  kept.delete(key)
  kept.set(key, value)
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST) break
    kept.delete(oldest)
  }
  return value
}

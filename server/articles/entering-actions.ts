/** Entering the articles that were there before lists could be searched: a few at a time, so that others are served. */
import type { Parts } from '../parts.ts'
import { addEntry, listWithoutEntry } from './article-entry-store.ts'
import { findArticle } from './article-store.ts'

const AT_ONCE = 20

/** Enters every article that has no entry yet. Whatever ends it early, the next start goes on. */
export async function enterArticles({ database }: Pick<Parts, 'database'>): Promise<void> {
  for (let after = ''; ; ) {
    const articles = await listWithoutEntry(database.db, { after, count: AT_ONCE })
    if (articles.length === 0) return
    await database.transact(async (db) => {
      for (const { id, position } of articles) await addEntry(db, (await findArticle(db, id))!, position)
    })
    after = articles.at(-1)!.id
  }
}

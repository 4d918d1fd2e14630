/** A page of a study's articles by their titles, for pages that show something else of each. */
import type { Db } from '../database/db.ts'
import { type ListWish, ROWS_A_PAGE, rowsBefore } from '../web/list.ts'
import type { TitledArticle } from './article.ts'
import { findPage, listArticles } from './article-list-store.ts'
import { countArticles, listTitles } from './article-store.ts'

/** All that a wish leaves are counted. Only a search leaves out what has not been entered for searching yet. */
export async function openTitles(
  db: Db,
  studyId: string,
  wish: ListWish,
): Promise<{ articles: readonly TitledArticle[]; total: number; hits: number }> {
  const page = { from: rowsBefore(wish), count: ROWS_A_PAGE }
  const total = await countArticles(db, studyId)
  if (wish.q === '') return { articles: await listTitles(db, studyId, page), total, hits: total }
  const { hits, places } = await findPage(db, studyId, { q: wish.q, state: 'any', order: 'place', ...page })
  return { articles: await listArticles(db, studyId, places), total, hits }
}

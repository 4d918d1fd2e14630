/** SQL for articles and their blocks. */
import type { Db } from '../database/db.ts'
import { portionsOf } from '../database/portions.ts'
import type { BlockKind } from '../text/blocks.ts'
import { indexText } from '../text/code-points.ts'
import type { Article, TitledArticle } from './article.ts'
import { addEntry } from './article-entry-store.ts'

export async function findArticle(db: Db, id: string): Promise<Article | undefined> {
  const row = await db.selectFrom('article').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const blocks = await db
    .selectFrom('article_block')
    .selectAll()
    .where('article_id', '=', id)
    .orderBy('position')
    .execute()
  return {
    id: row.id,
    studyId: row.study_id,
    title: row.title,
    language: row.language,
    source: JSON.parse(row.source),
    body: indexText(row.body),
    sha256: row.body_sha256,
    blocks: blocks.map((block) => ({ kind: block.kind as BlockKind, start: block.span_start, end: block.span_end })),
  }
}

/** Ids of a study's articles, in their order. */
export async function listArticleIds(db: Db, studyId: string): Promise<string[]> {
  const rows = await db.selectFrom('article').select('id').where('study_id', '=', studyId).orderBy('position').execute()
  return rows.map((row) => row.id)
}

/** So many of a study's articles by their titles, in their order, after those that are skipped. */
export async function listTitles(
  db: Db,
  studyId: string,
  { from, count }: { from: number; count: number },
): Promise<TitledArticle[]> {
  return db
    .selectFrom('article')
    .select(['id', 'position', 'title', 'language'])
    .where('study_id', '=', studyId)
    .orderBy('position')
    .limit(count)
    .offset(from)
    .execute()
}

export async function countArticles(db: Db, studyId: string): Promise<number> {
  const row = await db
    .selectFrom('article')
    .select((q) => q.fn.countAll().as('n'))
    .where('study_id', '=', studyId)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** A statement takes so many values and no more. */
const BLOCKS_AT_ONCE = 100

/** The articles of a study with this text. */
export async function listTwins(db: Db, studyId: string, sha256: string): Promise<Pick<Article, 'title' | 'source'>[]> {
  const rows = await db
    .selectFrom('article')
    .select(['position', 'title', 'source'])
    .where('study_id', '=', studyId)
    .where('body_sha256', '=', sha256)
    .execute()
  // Asked for the order too, SQLite walks through all of the study's articles instead of those with this text.
  rows.sort((a, b) => a.position - b.position)
  return rows.map(({ title, source }) => ({ title, source: JSON.parse(source) }))
}

/** Appends an article to its study. */
export async function addArticle(db: Db, article: Article, importedAt: string): Promise<void> {
  const position = (await lastPosition(db, article.studyId)) + 1
  await db
    .insertInto('article')
    .values({
      id: article.id,
      study_id: article.studyId,
      position,
      title: article.title,
      language: article.language,
      source: JSON.stringify(article.source),
      body: article.body.text,
      length: article.body.length,
      body_sha256: article.sha256,
      imported_at: importedAt,
    })
    .execute()
  const blocks = article.blocks.map(({ kind, start, end }, position) => ({
    article_id: article.id,
    position,
    kind,
    span_start: start,
    span_end: end,
  }))
  for (const values of portionsOf(blocks, BLOCKS_AT_ONCE)) await db.insertInto('article_block').values(values).execute()
  await addEntry(db, article, position)
}

/** The last place that an article has in a study, or had before it was withdrawn. */
async function lastPosition(db: Db, studyId: string): Promise<number> {
  let last = 0
  for (const table of ['article', 'withdrawal'] as const) {
    const row = await db
      .selectFrom(table)
      .select((q) => q.fn.max('position').as('position'))
      .where('study_id', '=', studyId)
      .executeTakeFirst()
    last = Math.max(last, Number(row?.position ?? 0))
  }
  return last
}

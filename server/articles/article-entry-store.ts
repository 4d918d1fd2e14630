/** SQL for what lists of articles are searched and sorted by. Filled when an article is frozen. */
import { sql } from 'kysely'
import type { Db } from '../database/db.ts'
import { folded } from '../text/search.ts'
import { wordKeys } from '../text/word-keys.ts'
import { type Article, codedBlocks } from './article.ts'

const LONGEST_KEY = 200
/** How many rows one statement takes at most. */
const AT_ONCE = 256

/** Enters an article under its words, its title and its outlet. */
export async function addEntry(db: Db, article: Article, position: number): Promise<void> {
  const { id, studyId, title, source, body } = article
  const inText = codedBlocks(article).flatMap(({ start, end }) => wordKeys(body.slice(start, end)))
  await db
    .insertInto('article_entry')
    .values({
      article_id: id,
      study_id: studyId,
      position,
      title_key: keyOf(title),
      outlet_key: keyOf(source.outlet ?? ''),
      words: inText.length,
    })
    .execute()
  const words = new Set([...wordKeys([title, source.outlet, source.author].join('\n')), ...inText])
  const ids = await wordIds(db, studyId, [...words])
  for (const some of portions(ids))
    await db
      .insertInto('article_word')
      .values(some.map((word_id) => ({ word_id, position })))
      .execute()
}

function keyOf(text: string): string {
  return folded(text).trim().slice(0, LONGEST_KEY)
}

/** The numbers of words, made where a word is new to the study. */
async function wordIds(db: Db, studyId: string, words: readonly string[]): Promise<number[]> {
  const known = new Map<string, number>()
  for (const some of portions(words)) {
    const rows = await db
      .selectFrom('study_word')
      .select(['id', 'word'])
      .where('study_id', '=', studyId)
      .where('word', 'in', some)
      .execute()
    for (const { id, word } of rows) known.set(word, Number(id))
  }
  const last = await db
    .selectFrom('study_word')
    .select((q) => q.fn.max('id').as('id'))
    .executeTakeFirst()
  const first = Number(last?.id ?? 0) + 1
  const added = words.filter((word) => !known.has(word)).map((word, index) => ({ id: first + index, word }))
  for (const some of portions(added))
    await db
      .insertInto('study_word')
      .values(some.map((row) => ({ ...row, study_id: studyId })))
      .execute()
  return [...known.values(), ...added.map(({ id }) => id)]
}

/** A list in pieces of 256, 128, 64 …: statements are kept by their text, and so there are few of them. */
function portions<T>(list: readonly T[]): T[][] {
  const pieces: T[][] = []
  for (let from = 0, size = AT_ONCE; from < list.length; ) {
    while (size > list.length - from) size /= 2
    pieces.push(list.slice(from, from + size))
    from += size
  }
  return pieces
}

/** So many articles that have no entry yet, with their positions; by their ids, after one of them. */
export async function listWithoutEntry(
  db: Db,
  { after, count }: { after: string; count: number },
): Promise<{ id: string; position: number }[]> {
  const rows = await db
    .selectFrom('article')
    .select(['article.id', 'article.position'])
    .where('article.id', '>', after)
    .where(sql<boolean>`NOT EXISTS (SELECT 1 FROM article_entry e WHERE e.article_id = article.id)`)
    .orderBy('article.id')
    .limit(count)
    .execute()
  return rows.map(({ id, position }) => ({ id, position: Number(position) }))
}

/** SQL for what lists of articles are searched and sorted by. Filled when an article is frozen. */
import { sql } from 'kysely'
import type { Db } from '../database/db.ts'
import { folded } from '../text/search.ts'
import { beginningOf, wordKeys } from '../text/word-keys.ts'
import { type Article, codedBlocks } from './article.ts'
import { placeOnShelf, shelfOf, withoutPlace } from './shelf-places.ts'

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
  const beginnings = new Set([...words].flatMap((word) => beginningOf(word) ?? []))
  await addToShelf(db, await findOrAddShelf(db, studyId, shelfOf(position)), position, [...words, ...beginnings])
}

function keyOf(text: string): string {
  return folded(text).trim().slice(0, LONGEST_KEY)
}

async function findOrAddShelf(db: Db, studyId: string, number: number): Promise<number> {
  const shelf = await db
    .selectFrom('article_shelf')
    .select('id')
    .where('study_id', '=', studyId)
    .where('number', '=', number)
    .executeTakeFirst()
  if (shelf) return Number(shelf.id)
  const last = await db
    .selectFrom('article_shelf')
    .select((q) => q.fn.max('id').as('id'))
    .executeTakeFirst()
  const id = Number(last?.id ?? 0) + 1
  await db.insertInto('article_shelf').values({ id, study_id: studyId, number }).execute()
  return id
}

async function addToShelf(db: Db, shelf_id: number, position: number, words: readonly string[]): Promise<void> {
  const places = placeOnShelf(position)
  for (const some of portions(words))
    await db
      .insertInto('shelf_word')
      .values(some.map((word) => ({ shelf_id, word, places })))
      .onConflict((on) =>
        on.columns(['shelf_id', 'word']).doUpdateSet({ places: sql`shelf_word.places || excluded.places` }),
      )
      .execute()
}

/** Lets an article be found no longer. */
export async function removeEntry(db: Db, articleId: string): Promise<void> {
  const entry = await db
    .selectFrom('article_entry')
    .innerJoin('article_shelf', 'article_shelf.study_id', 'article_entry.study_id')
    .select(['article_shelf.id', 'article_shelf.number', 'article_entry.position'])
    .where('article_entry.article_id', '=', articleId)
    .execute()
  const shelf = entry.find(({ number, position }) => Number(number) === shelfOf(Number(position)))
  if (shelf) await takeFromShelf(db, Number(shelf.id), Number(shelf.position))
  await db.deleteFrom('article_entry').where('article_id', '=', articleId).execute()
}

async function takeFromShelf(db: Db, shelf_id: number, position: number): Promise<void> {
  const words = db.selectFrom('shelf_word').select(['word', 'places']).where('shelf_id', '=', shelf_id)
  for (const { word, places } of await words.execute()) {
    const others = withoutPlace(places, position)
    if (others === places) continue
    if (others === '')
      await db.deleteFrom('shelf_word').where('shelf_id', '=', shelf_id).where('word', '=', word).execute()
    else {
      const row = db.updateTable('shelf_word').set({ places: others })
      await row.where('shelf_id', '=', shelf_id).where('word', '=', word).execute()
    }
  }
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

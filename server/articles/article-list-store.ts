/** SQL for lists of articles: searched by their words, narrowed by how far they have been read. No body is read. */
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../database/db.ts'
import { shortBeginning, type WordQuery, wordQueries } from '../text/word-keys.ts'
import type { ListedArticle } from './article.ts'
import type { ArticleOrder, ArticleWish, ReadingState } from './article-list.ts'
import { positionsIn } from './shelf-places.ts'

/** How many of a study's articles can be found. */
export async function countEntered(db: Db, studyId: string): Promise<number> {
  const { n } = await db
    .selectFrom('article_entry')
    .where('study_id', '=', studyId)
    .select((q) => q.fn.countAll().as('n'))
    .executeTakeFirstOrThrow()
  return Number(n)
}

const ORDERS: Readonly<Record<ArticleOrder, ReturnType<typeof sql>>> = {
  place: sql`e.position`,
  title: sql`e.title_key, e.position`,
  outlet: sql`e.outlet_key, e.position`,
  words: sql`e.words DESC, e.position`,
}

interface Page {
  readonly hits: number
  /** The places of the articles on this page, in the order of the list. */
  readonly places: readonly number[]
}

/** How many of a study's articles a wish leaves, and so many of them, after those that are skipped. */
export async function findPage(
  db: Db,
  studyId: string,
  { q, state, order, from, count }: Omit<ArticleWish, 'page'> & { readonly from: number; readonly count: number },
): Promise<Page> {
  const queries = wordQueries(q)
  const narrowed = sql`FROM article_entry e WHERE e.study_id = ${studyId} ${state === 'any' ? sql`` : STATES[state]}`
  const inOrder = sql`SELECT e.position ${narrowed} ORDER BY ${ORDERS[order]}`
  if (queries.length === 0) {
    const { rows } = await sql<{ n: number }>`SELECT COUNT(*) AS n ${narrowed}`.execute(db)
    return { hits: Number(rows[0]!.n), places: await placesBy(db, sql`${inOrder} LIMIT ${count} OFFSET ${from}`) }
  }
  const found = await findPlaces(db, studyId, queries)
  const isPlain = state === 'any' && order === 'place'
  const places = isPlain ? [...found].sort((a, b) => a - b) : (await placesBy(db, inOrder)).filter((n) => found.has(n))
  return { hits: places.length, places: places.slice(from, from + count) }
}

async function placesBy(db: Db, query: RawBuilder<unknown>): Promise<number[]> {
  const { rows } = await sql<{ position: number }>`${query}`.execute(db)
  return rows.map(({ position }) => Number(position))
}

/** The places of the articles that hold all words. */
async function findPlaces(db: Db, studyId: string, queries: readonly WordQuery[]): Promise<Set<number>> {
  const [first, ...others] = await Promise.all(queries.map((query) => placesOf(db, studyId, query)))
  return new Set([...first!].filter((place) => others.every((places) => places.has(place))))
}

/** The places of the articles that hold a word. Words are compared by their code points, whatever the language. */
async function placesOf(db: Db, studyId: string, { word, isPrefix }: WordQuery): Promise<Set<number>> {
  const key = isPrefix ? shortBeginning(word) : word
  const range = key === undefined ? sql`w.word >= ${word} AND w.word < ${`${word}\u{10ffff}`}` : sql`w.word = ${key}`
  const { rows } = await sql<{ number: number; places: string }>`
    SELECT s.number, w.places FROM article_shelf s JOIN shelf_word w ON w.shelf_id = s.id
    WHERE s.study_id = ${studyId} AND ${range}`.execute(db)
  return positionsIn(rows.map(({ number, places }) => ({ number: Number(number), places })))
}

interface ListedRow {
  readonly id: string
  readonly position: number
  readonly title: string
  readonly language: string
  readonly source: string
  readonly length: number
  readonly body_sha256: string
  readonly words: number
  readonly begun: number
  readonly done: number
}

/** The articles at these places of a study, in their order. */
export async function listArticles(db: Db, studyId: string, places: readonly number[]): Promise<ListedArticle[]> {
  if (places.length === 0) return []
  const { rows } = await sql<ListedRow>`
    SELECT a.id, a.position, a.title, a.language, a.source, a.length, a.body_sha256, e.words,
      (SELECT COUNT(*) ${readersOf(sql`a.id`)} AND s.state <> 'new') AS begun,
      (SELECT COUNT(*) ${readersOf(sql`a.id`)} AND s.state IN ('finished', 'skipped')) AS done
    FROM article a JOIN article_entry e ON e.article_id = a.id
    WHERE a.study_id = ${studyId} AND a.position IN (${sql.join(places)})`.execute(db)
  const articles = rows.map(({ body_sha256, source, ...row }) => ({
    ...row,
    position: Number(row.position),
    source: JSON.parse(source),
    sha256: body_sha256,
    words: Number(row.words),
    begun: Number(row.begun),
    done: Number(row.done),
  }))
  const turn = new Map(places.map((place, index) => [place, index]))
  return articles.sort((a, b) => turn.get(a.position)! - turn.get(b.position)!)
}

/** The sets of people on an article; references and programs are read by nobody. */
function readersOf(article: ReturnType<typeof sql>) {
  return sql`FROM annotation_set s JOIN annotator r ON r.id = s.annotator_id
    WHERE s.article_id = ${article} AND r.kind IN ('account', 'participant')`
}

const READERS = readersOf(sql`e.article_id`)
const IN_PROGRESS = sql`EXISTS (SELECT 1 ${READERS} AND s.state = 'in-progress')`
const DONE = sql`EXISTS (SELECT 1 ${READERS} AND s.state IN ('finished', 'skipped'))`
const STATES: Readonly<Record<ReadingState, ReturnType<typeof sql>>> = {
  untouched: sql`AND NOT EXISTS (SELECT 1 ${READERS} AND s.state <> 'new')`,
  'in-progress': sql`AND ${IN_PROGRESS}`,
  done: sql`AND ${DONE} AND NOT ${IN_PROGRESS}`,
}

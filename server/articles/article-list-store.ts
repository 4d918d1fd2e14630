/** SQL for lists of articles: searched by their words, narrowed by how far they have been read. No body is read. */
import { sql } from 'kysely'
import type { Db } from '../database/db.ts'
import { type WordQuery, wordQueries } from '../text/word-keys.ts'
import type { ListedArticle } from './article.ts'
import type { ArticleOrder, ArticleWish, ReadingState } from './article-list.ts'

type Narrowing = Pick<ArticleWish, 'q' | 'state'>

/** How many of a study's articles a wish leaves. */
export async function countListed(db: Db, studyId: string, wish: Narrowing): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT COUNT(*) AS n FROM article_entry e WHERE e.study_id = ${studyId} ${narrowed(studyId, wish)}`.execute(db)
  return Number(rows[0]!.n)
}

const ORDERS: Readonly<Record<ArticleOrder, ReturnType<typeof sql>>> = {
  place: sql`e.position`,
  title: sql`e.title_key, e.position`,
  outlet: sql`e.outlet_key, e.position`,
  words: sql`e.words DESC, e.position`,
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

/** So many of the articles that a wish leaves, in the order that it names, after those that are skipped. */
export async function listArticles(
  db: Db,
  studyId: string,
  { from, count, ...wish }: Narrowing & { order: ArticleOrder; from: number; count: number },
): Promise<ListedArticle[]> {
  const { rows } = await sql<ListedRow>`
    SELECT a.id, a.position, a.title, a.language, a.source, a.length, a.body_sha256, e.words,
      (SELECT COUNT(*) ${readersOf(sql`e.article_id`)} AND s.state <> 'new') AS begun,
      (SELECT COUNT(*) ${readersOf(sql`e.article_id`)} AND s.state IN ('finished', 'skipped')) AS done
    FROM (
      SELECT e.* FROM article_entry e WHERE e.study_id = ${studyId} ${narrowed(studyId, wish)}
      ORDER BY ${ORDERS[wish.order]} LIMIT ${count} OFFSET ${from}
    ) e
    JOIN article a ON a.id = e.article_id
    ORDER BY ${ORDERS[wish.order]}`.execute(db)
  return rows.map(({ body_sha256, source, ...row }) => ({
    ...row,
    source: JSON.parse(source),
    sha256: body_sha256,
    words: Number(row.words),
    begun: Number(row.begun),
    done: Number(row.done),
  }))
}

function narrowed(studyId: string, { q, state }: Narrowing) {
  const words = wordQueries(q).map((query) => sql`AND e.position IN (${holding(studyId, query)})`)
  return sql`${sql.join(words, sql` `)} ${state === 'any' ? sql`` : STATES[state]}`
}

/** The places of the articles that hold a word. Words are compared by their code points, whatever the language. */
function holding(studyId: string, { word, isPrefix }: WordQuery) {
  const range = isPrefix ? sql`w.word >= ${word} AND w.word < ${`${word}\u{10ffff}`}` : sql`w.word = ${word}`
  return sql`SELECT p.position FROM study_word w JOIN article_word p ON p.word_id = w.id
    WHERE w.study_id = ${studyId} AND ${range}`
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

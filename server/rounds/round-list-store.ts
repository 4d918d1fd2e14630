/** SQL for lists of rounds: a page of a study's, and how many there are. */
import { sql } from 'kysely'
import type { Db } from '../database/db.ts'
import type { Round } from './round.ts'
import { hasWords, type RoundOrder, type RoundWish } from './round-list.ts'
import { roundOf } from './round-store.ts'

type Narrowing = Pick<RoundWish, 'q' | 'state'>

/** How many of a study's rounds a wish leaves. */
export async function countListedRounds(db: Db, studyId: string, wish: Narrowing): Promise<number> {
  if (wish.q !== '') return (await idsFound(db, studyId, { ...wish, order: 'place' })).length
  const row = await narrowed(db, studyId, wish)
    .select((rounds) => rounds.fn.countAll().as('n'))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** So many of the rounds that a wish leaves, in the order that it names, after those that are skipped. */
export async function listRoundsOf(
  db: Db,
  studyId: string,
  { from, count, ...wish }: Narrowing & { order: RoundOrder; from: number; count: number },
): Promise<Round[]> {
  const isNamed = wish.q !== ''
  const ids = isNamed ? (await idsFound(db, studyId, wish)).slice(from, from + count) : []
  if (isNamed && ids.length === 0) return []
  const all = narrowed(db, studyId, wish).selectAll().orderBy(ORDERS[wish.order]).orderBy('position')
  const rows = await (isNamed ? all.where('id', 'in', ids) : all.limit(count).offset(from)).execute()
  return rows.map(roundOf)
}

const ORDERS: Readonly<Record<RoundOrder, ReturnType<typeof sql<string>>>> = {
  place: sql`position`,
  newest: sql`-position`,
  due: sql`COALESCE(due_on, '9999')`,
}

/** Titles are searched by their words, which no engine finds alike; of all rounds only those are read. */
async function idsFound(db: Db, studyId: string, wish: Narrowing & { order: RoundOrder }): Promise<string[]> {
  const rows = await narrowed(db, studyId, wish)
    .select(['id', 'title'])
    .orderBy(ORDERS[wish.order])
    .orderBy('position')
    .execute()
  return rows.filter(({ title }) => hasWords(title, wish.q)).map(({ id }) => id)
}

function narrowed(db: Db, studyId: string, { state }: Narrowing) {
  const rounds = db.selectFrom('round').where('study_id', '=', studyId)
  if (state === 'any') return rounds
  return rounds.where('closed_at', state === 'open' ? 'is' : 'is not', null)
}

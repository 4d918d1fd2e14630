/** SQL for assignments, what became of them, and who was admitted. */
import type { Db } from '../database/db.ts'
import type { Assignment, AssignmentChange } from './assignment.ts'

/** A statement takes so many values and no more. */
const ROWS_AT_ONCE = 200

export async function isAssignedTo(db: Db, { roundId, articleId, annotatorId }: Assignment): Promise<boolean> {
  const row = await db
    .selectFrom('assignment')
    .select('position')
    .where('round_id', '=', roundId)
    .where('annotator_id', '=', annotatorId)
    .where('article_id', '=', articleId)
    .executeTakeFirst()
  return row !== undefined
}

/** All assignments of a round, in the order in which each annotator reads; only those of some articles where these are named. */
export async function listAssignments(db: Db, roundId: string, articles?: readonly string[]): Promise<Assignment[]> {
  if (articles?.length === 0) return []
  let query = db
    .selectFrom('assignment')
    .select(['article_id', 'annotator_id'])
    .where('round_id', '=', roundId)
    .orderBy('annotator_id')
    .orderBy('position')
  if (articles) query = query.where('article_id', 'in', articles)
  const rows = await query.execute()
  return rows.map(({ article_id, annotator_id }) => ({ roundId, articleId: article_id, annotatorId: annotator_id }))
}

/** Annotator → how many articles of a round are assigned to them. Who has none is left out. */
export async function countAssignments(db: Db, roundId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('assignment')
    .select((q) => ['annotator_id', q.fn.countAll().as('n')])
    .where('round_id', '=', roundId)
    .groupBy('annotator_id')
    .execute()
  return new Map(rows.map(({ annotator_id, n }) => [annotator_id, Number(n)]))
}

/** Puts articles at the end of what an annotator is to read. */
export async function addAssignments(
  db: Db,
  { roundId, annotatorId }: Omit<Assignment, 'articleId'>,
  articles: readonly string[],
): Promise<void> {
  const last = await db
    .selectFrom('assignment')
    .select((q) => q.fn.max('position').as('position'))
    .where('round_id', '=', roundId)
    .where('annotator_id', '=', annotatorId)
    .executeTakeFirst()
  const first = Number(last?.position ?? 0) + 1
  const rows = articles.map((articleId, index) => ({
    round_id: roundId,
    article_id: articleId,
    annotator_id: annotatorId,
    position: first + index,
  }))
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await db
      .insertInto('assignment')
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .execute()
}

export async function removeAssignment(db: Db, { roundId, articleId, annotatorId }: Assignment): Promise<void> {
  await db
    .deleteFrom('assignment')
    .where('round_id', '=', roundId)
    .where('annotator_id', '=', annotatorId)
    .where('article_id', '=', articleId)
    .execute()
}

/** Records what became of a round's assignments, if they still are as somebody saw them: false where they are not. */
export async function recordChange(
  db: Db,
  { roundId, seen }: { roundId: string; seen: number },
  change: AssignmentChange,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('round')
    .set({ assignment_version: seen + 1 })
    .where('id', '=', roundId)
    .where('assignment_version', '=', seen)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await db
    .insertInto('assignment_change')
    .values({
      round_id: roundId,
      version: seen + 1,
      kind: change.kind,
      content: JSON.stringify(change.content),
      made_by: change.by,
      made_at: change.at,
    })
    .execute()
  return true
}

/** What became of a round's assignments, newest first. */
export async function listChanges(db: Db, roundId: string, count: number): Promise<AssignmentChange[]> {
  const rows = await db
    .selectFrom('assignment_change')
    .selectAll()
    .where('round_id', '=', roundId)
    .orderBy('version', 'desc')
    .limit(count)
    .execute()
  return rows.map(({ kind, content, made_by, made_at }) => ({
    kind,
    content: JSON.parse(content),
    by: made_by,
    at: made_at,
  }))
}

export async function isAdmitted(db: Db, roundId: string, annotatorId: string): Promise<boolean> {
  const row = await db
    .selectFrom('admission')
    .select('admitted_at')
    .where('round_id', '=', roundId)
    .where('annotator_id', '=', annotatorId)
    .executeTakeFirst()
  return row !== undefined
}

/** Lets somebody into a round, once. */
export async function addAdmission(
  db: Db,
  { roundId, annotatorId }: Omit<Assignment, 'articleId'>,
  ground: object,
  at: string,
): Promise<void> {
  await db
    .insertInto('admission')
    .values({ round_id: roundId, annotator_id: annotatorId, content: JSON.stringify(ground), admitted_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The annotators who were let into a round. */
export async function listAdmitted(db: Db, roundId: string): Promise<string[]> {
  const rows = await db.selectFrom('admission').select('annotator_id').where('round_id', '=', roundId).execute()
  return rows.map(({ annotator_id }) => annotator_id)
}

/** SQL for rounds. */
import type { Selectable } from 'kysely'
import type { RoundTable } from '../../db/schema.ts'
import type { Db } from '../database/db.ts'
import type { NewRound, Round } from './round.ts'

export async function findRound(db: Db, id: string): Promise<Round | undefined> {
  const row = await db.selectFrom('round').selectAll().where('id', '=', id).executeTakeFirst()
  return row && roundOf(row)
}

/** A study's rounds, in their order. */
export async function listRounds(db: Db, studyId: string): Promise<Round[]> {
  const rows = await db.selectFrom('round').selectAll().where('study_id', '=', studyId).orderBy('position').execute()
  return rows.map(roundOf)
}

/** The rounds of the kind demonstration that are open, over all studies, oldest first. */
export async function listDemonstrations(db: Db): Promise<Round[]> {
  const rows = await db
    .selectFrom('round')
    .selectAll()
    .where('kind', '=', 'demonstration')
    .where('closed_at', 'is', null)
    .orderBy('opened_at')
    .orderBy('id')
    .execute()
  return rows.map(roundOf)
}

/** Appends a round to its study. */
export async function addRound(db: Db, round: NewRound, openedAt: string): Promise<void> {
  const last = await db
    .selectFrom('round')
    .select((q) => q.fn.max('position').as('position'))
    .where('study_id', '=', round.studyId)
    .executeTakeFirst()
  await db
    .insertInto('round')
    .values({
      id: round.id,
      study_id: round.studyId,
      position: Number(last?.position ?? 0) + 1,
      title: round.title,
      kind: round.kind,
      codebook_id: round.codebook.id,
      codebook_number: round.codebook.version,
      opened_at: openedAt,
      closed_at: round.closedAt ?? null,
      due_on: round.dueOn ?? null,
      admission_round_id: round.admission?.round ?? null,
      admission_percent: round.admission?.percent ?? null,
    })
    .execute()
}

/** Lets a round be read under another version of its codebook, and records it. */
export async function moveRound(
  db: Db,
  { id, codebook }: Round,
  to: number,
  { by, at }: { readonly by: string; readonly at: string },
): Promise<void> {
  const last = await db
    .selectFrom('round_move')
    .select((q) => q.fn.max('number').as('number'))
    .where('round_id', '=', id)
    .executeTakeFirst()
  await db
    .insertInto('round_move')
    .values({
      round_id: id,
      number: Number(last?.number ?? 0) + 1,
      from_number: codebook.version,
      to_number: to,
      moved_by: by,
      moved_at: at,
    })
    .execute()
  await db.updateTable('round').set({ codebook_number: to }).where('id', '=', id).execute()
}

/** What may change in a round once it is there. */
export async function changeRound(
  db: Db,
  id: string,
  { closedAt, dueOn, admission, givesFeedback }: Pick<Round, 'closedAt' | 'dueOn' | 'admission' | 'givesFeedback'>,
): Promise<void> {
  await db
    .updateTable('round')
    .set({
      closed_at: closedAt ?? null,
      due_on: dueOn ?? null,
      admission_round_id: admission?.round ?? null,
      admission_percent: admission?.percent ?? null,
      feedback: givesFeedback ? 1 : 0,
    })
    .where('id', '=', id)
    .execute()
}

/** A row of the table as a round. */
export function roundOf(row: Selectable<RoundTable>): Round {
  return {
    id: row.id,
    studyId: row.study_id,
    title: row.title,
    kind: row.kind,
    codebook: { id: row.codebook_id, version: row.codebook_number },
    ...(row.closed_at !== null && { closedAt: row.closed_at }),
    ...(row.due_on !== null && { dueOn: row.due_on }),
    assignmentVersion: row.assignment_version,
    ...(row.admission_round_id !== null && {
      admission: { round: row.admission_round_id, percent: row.admission_percent ?? 0 },
    }),
    givesFeedback: row.feedback === 1,
  }
}

/** SQL for rounds. */
import type { Selectable } from 'kysely'
import type { RoundTable } from '../../db/schema.ts'
import type { Db } from '../database/db.ts'
import type { Round } from './round.ts'

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
export async function addRound(db: Db, round: Round, openedAt: string): Promise<void> {
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
    })
    .execute()
}

function roundOf(row: Selectable<RoundTable>): Round {
  return {
    id: row.id,
    studyId: row.study_id,
    title: row.title,
    kind: row.kind,
    codebook: { id: row.codebook_id, version: row.codebook_number },
    ...(row.closed_at !== null && { closedAt: row.closed_at }),
  }
}

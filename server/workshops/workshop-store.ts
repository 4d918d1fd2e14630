/** SQL for workshops and who takes part in them. */
import type { Selectable } from 'kysely'
import type { ParticipantTable, WorkshopTable } from '../../db/schema-workshops.ts'
import type { Db } from '../database/db.ts'
import type { Participant, Workshop } from './workshop.ts'

function workshops(db: Db) {
  return db
    .selectFrom('workshop')
    .innerJoin('study', 'study.id', 'workshop.study_id')
    .selectAll('workshop')
    .select('title')
}

export async function findWorkshop(db: Db, id: string): Promise<Workshop | undefined> {
  const row = await workshops(db).where('workshop.id', '=', id).executeTakeFirst()
  return row && workshopOf(row)
}

export async function findWorkshopByCode(db: Db, code: string): Promise<Workshop | undefined> {
  const row = await workshops(db).where('code', '=', code).executeTakeFirst()
  return row && workshopOf(row)
}

/** The workshop to which a round belongs. */
export async function findWorkshopOfRound(db: Db, roundId: string): Promise<Workshop | undefined> {
  const row = await workshops(db)
    .where(({ or, eb }) => or([eb('round_id', '=', roundId), eb('second_round_id', '=', roundId)]))
    .executeTakeFirst()
  return row && workshopOf(row)
}

/** What somebody has made, newest first. */
export async function listWorkshopsOf(db: Db, accountId: string): Promise<Workshop[]> {
  const rows = await workshops(db)
    .where('made_by', '=', accountId)
    .orderBy('made_at', 'desc')
    .orderBy('workshop.id')
    .execute()
  return rows.map(workshopOf)
}

export async function addWorkshop(db: Db, workshop: Workshop): Promise<void> {
  await db
    .insertInto('workshop')
    .values({
      id: workshop.id,
      study_id: workshop.studyId,
      article_id: workshop.articleId,
      round_id: workshop.roundId,
      second_round_id: workshop.secondRoundId ?? null,
      code: workshop.code,
      settings: JSON.stringify(workshop.settings),
      demonstration: workshop.isDemonstration ? 1 : 0,
      made_by: workshop.madeBy ?? null,
      made_at: workshop.madeAt,
      ...changing(workshop),
    })
    .execute()
}

/** What may change in a workshop once it is there. */
type Changing = Pick<
  Workshop,
  'phase' | 'phaseSince' | 'timerEndsAt' | 'isLocked' | 'endedAt' | 'emptiedAt' | 'settings'
>

export async function changeWorkshop(db: Db, id: string, changed: Changing): Promise<void> {
  await db
    .updateTable('workshop')
    .set({ ...changing(changed), settings: JSON.stringify(changed.settings) })
    .where('id', '=', id)
    .execute()
}

function changing({ phase, phaseSince, timerEndsAt, isLocked, endedAt, emptiedAt }: Changing) {
  return {
    phase,
    phase_since: phaseSince,
    timer_ends_at: timerEndsAt ?? null,
    locked: isLocked ? (1 as const) : (0 as const),
    ended_at: endedAt ?? null,
    emptied_at: emptiedAt ?? null,
  }
}

function workshopOf(row: Selectable<WorkshopTable> & { title: string }): Workshop {
  return {
    id: row.id,
    studyId: row.study_id,
    title: row.title,
    articleId: row.article_id,
    roundId: row.round_id,
    ...(row.second_round_id !== null && { secondRoundId: row.second_round_id }),
    code: row.code,
    settings: JSON.parse(row.settings),
    isDemonstration: row.demonstration === 1,
    phase: row.phase,
    phaseSince: row.phase_since,
    ...(row.timer_ends_at !== null && { timerEndsAt: row.timer_ends_at }),
    isLocked: row.locked === 1,
    ...(row.made_by !== null && { madeBy: row.made_by }),
    madeAt: row.made_at,
    ...(row.ended_at !== null && { endedAt: row.ended_at }),
    ...(row.emptied_at !== null && { emptiedAt: row.emptied_at }),
  }
}

function participants(db: Db) {
  return db
    .selectFrom('participant')
    .innerJoin('annotator', 'annotator.id', 'participant.annotator_id')
    .selectAll('participant')
    .select('pseudonym')
}

/** Who takes part, in the order of joining; those who were removed too. */
export async function listParticipants(db: Db, workshopId: string): Promise<Participant[]> {
  const rows = await participants(db)
    .where('workshop_id', '=', workshopId)
    .orderBy('joined_at')
    .orderBy('annotator_id')
    .execute()
  return rows.map(participantOf)
}

/** How many take part; those who were removed do not. */
export async function countParticipants(db: Db, workshopId: string): Promise<number> {
  const row = await db
    .selectFrom('participant')
    .select((q) => q.fn.countAll().as('n'))
    .where('workshop_id', '=', workshopId)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

export async function findParticipant(db: Db, annotatorId: string): Promise<Participant | undefined> {
  const row = await participants(db).where('annotator_id', '=', annotatorId).executeTakeFirst()
  return row && participantOf(row)
}

/** Whether an account took part in a workshop and was removed. */
export async function isRemoved(db: Db, workshopId: string, accountId: string): Promise<boolean> {
  const row = await db
    .selectFrom('participant')
    .select('removed_at')
    .where('workshop_id', '=', workshopId)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row !== undefined && row.removed_at !== null
}

export async function addParticipant(
  db: Db,
  participant: Omit<Participant, 'pseudonym'>,
  recoveryHash: string | undefined,
): Promise<void> {
  await db
    .insertInto('participant')
    .values({
      annotator_id: participant.annotatorId,
      workshop_id: participant.workshopId,
      account_id: participant.accountId ?? null,
      recovery_hash: recoveryHash ?? null,
      joined_at: participant.joinedAt,
      simulated: participant.isSimulated ? 1 : 0,
      hidden: participant.isHidden ? 1 : 0,
      removed_at: participant.removedAt ?? null,
    })
    .execute()
}

function participantOf(row: Selectable<ParticipantTable> & { pseudonym: string }): Participant {
  return {
    annotatorId: row.annotator_id,
    workshopId: row.workshop_id,
    pseudonym: row.pseudonym,
    ...(row.account_id !== null && { accountId: row.account_id }),
    joinedAt: row.joined_at,
    isSimulated: row.simulated === 1,
    isHidden: row.hidden === 1,
    ...(row.removed_at !== null && { removedAt: row.removed_at }),
  }
}

/** Changes how somebody takes part: left out of the pictures, removed, or back again. */
export async function changeParticipant(
  db: Db,
  annotatorId: string,
  { isHidden, removedAt }: Pick<Participant, 'isHidden' | 'removedAt'>,
): Promise<void> {
  await db
    .updateTable('participant')
    .set({ hidden: isHidden ? 1 : 0, removed_at: removedAt ?? null })
    .where('annotator_id', '=', annotatorId)
    .execute()
}

export async function findParticipantByRecovery(db: Db, hash: string): Promise<Participant | undefined> {
  const row = await participants(db).where('recovery_hash', '=', hash).executeTakeFirst()
  return row && participantOf(row)
}

export async function setRecovery(db: Db, annotatorId: string, hash: string): Promise<void> {
  await db.updateTable('participant').set({ recovery_hash: hash }).where('annotator_id', '=', annotatorId).execute()
}

/** SQL for answers about whole articles. Revisions are only ever added; the set states the newest one too. */
import type { Selectable } from 'kysely'
import type { DocumentAnswersTable } from '../../db/schema.ts'
import type { Db } from '../database/db.ts'
import type { AnnotationSet } from './annotation-set.ts'
import { type DocumentAnswers, NO_ANSWERS } from './document-answers.ts'

export interface StoredAnswers extends DocumentAnswers {
  readonly setId: string
  readonly actionDigest: string | undefined
  /** Missing where the revision is older than the history it is in. */
  readonly checksum: string | undefined
}

export interface AnswersRecord {
  readonly setId: string
  readonly actionId?: string
  readonly actionDigest?: string
  readonly checksum: string
  /** ISO 8601, UTC. */
  readonly at: string
}

/** How the answers of a set stand. */
export async function findAnswers(db: Db, set: Pick<AnnotationSet, 'id'> | undefined): Promise<DocumentAnswers> {
  if (!set) return NO_ANSWERS
  const row = await db
    .selectFrom('document_answers')
    .select(['revision', 'answers'])
    .where('set_id', '=', set.id)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { revision: row.revision, answers: JSON.parse(row.answers) } : NO_ANSWERS
}

/** The revision that an action made. */
export async function findAnswersByAction(db: Db, actionId: string): Promise<StoredAnswers | undefined> {
  const row = await db.selectFrom('document_answers').selectAll().where('action_id', '=', actionId).executeTakeFirst()
  return row && storedOf(row)
}

/** All revisions of a set's answers, oldest first. */
export async function listAnswers(db: Db, setId: string): Promise<StoredAnswers[]> {
  const rows = await db
    .selectFrom('document_answers')
    .selectAll()
    .where('set_id', '=', setId)
    .orderBy('revision')
    .execute()
  return rows.map(storedOf)
}

/** Appends a revision to its set. Fails with a `unique` or `guard` violation where the revision or the action is there. */
export async function addAnswers(
  db: Db,
  { revision, answers }: DocumentAnswers,
  { setId, actionId, actionDigest, checksum, at }: AnswersRecord,
): Promise<void> {
  const content = JSON.stringify(answers)
  await db
    .insertInto('document_answers')
    .values({
      set_id: setId,
      revision,
      action_id: actionId ?? null,
      action_digest: actionDigest ?? null,
      answers: content,
      made_at: at,
      checksum,
    })
    .execute()
  await db.updateTable('annotation_set').set({ answers: content }).where('id', '=', setId).execute()
}

function storedOf(row: Selectable<DocumentAnswersTable>): StoredAnswers {
  return {
    setId: row.set_id,
    revision: row.revision,
    answers: JSON.parse(row.answers),
    actionDigest: row.action_digest ?? undefined,
    checksum: row.checksum ?? undefined,
  }
}

/** SQL for files that were brought in and the drafts in them. Both are removed once they are taken or discarded. */
import type { Selectable } from 'kysely'
import type { DraftTable, IntakeFileTable } from '../../db/schema-articles.ts'
import type { Db } from '../database/db.ts'
import { portionsOf } from '../database/portions.ts'
import type { Draft, FileOutcome, FileWishes, IntakeFile, ListedDraft, Owner } from './draft.ts'

export async function addIntakeFile(
  db: Db,
  file: IntakeFile,
  content: string,
  times: { broughtAt: string; expiresAt: string },
): Promise<void> {
  await db
    .insertInto('intake_file')
    .values({
      id: file.id,
      study_id: file.studyId,
      account_id: file.accountId,
      name: file.name,
      content,
      digest: file.digest,
      wishes: JSON.stringify(file.wishes),
      outcome: JSON.stringify(file.outcome),
      brought_at: times.broughtAt,
      expires_at: times.expiresAt,
    })
    .execute()
}

/** States anew what reading a file came to. */
export async function replaceOutcome(db: Db, id: string, wishes: FileWishes, outcome: FileOutcome): Promise<void> {
  const values = { wishes: JSON.stringify(wishes), outcome: JSON.stringify(outcome) }
  await db.updateTable('intake_file').set(values).where('id', '=', id).execute()
}

const ALL = 1_000_000
const FILE = ['id', 'study_id', 'account_id', 'name', 'digest', 'wishes', 'outcome'] as const

export async function findIntakeFile(db: Db, id: string): Promise<IntakeFile | undefined> {
  const row = await db.selectFrom('intake_file').select(FILE).where('id', '=', id).executeTakeFirst()
  return row && fileOf(row)
}

/** The bytes of a file, in base64. */
export async function findContent(db: Db, id: string): Promise<string | undefined> {
  const row = await db.selectFrom('intake_file').select('content').where('id', '=', id).executeTakeFirst()
  return row?.content
}

/** Somebody's files for a study that have not run out, those brought last first; all, or so many of them. */
export async function listIntakeFiles(
  db: Db,
  { studyId, accountId }: Owner,
  now: string,
  most = ALL,
): Promise<IntakeFile[]> {
  const rows = await db
    .selectFrom('intake_file')
    .select(FILE)
    .where('study_id', '=', studyId)
    .where('account_id', '=', accountId)
    .where('expires_at', '>', now)
    .orderBy('brought_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.map(fileOf)
}

/** Removes files with all that was recognised in them. */
export async function removeIntakeFile(db: Db, id: string): Promise<void> {
  await removeDrafts(db, id)
  await db.deleteFrom('intake_file').where('id', '=', id).execute()
}

export async function removeExpiredFiles(db: Db, now: string): Promise<void> {
  const expired = db.selectFrom('intake_file').select('id').where('expires_at', '<=', now)
  await db.deleteFrom('draft').where('file_id', 'in', expired).execute()
  await db.deleteFrom('intake_file').where('expires_at', '<=', now).execute()
}

/** A statement takes so many values and no more. */
const DRAFTS_AT_ONCE = 50

export async function addDrafts(db: Db, drafts: readonly Draft[]): Promise<void> {
  const rows = drafts.map((draft, position) => ({
    id: draft.id,
    file_id: draft.fileId,
    position,
    revision: draft.revision,
    title: draft.title,
    language: draft.language,
    source: JSON.stringify(draft.source),
    body: draft.body,
    length: draft.length,
    body_sha256: draft.sha256,
    blocks: JSON.stringify(draft.blocks),
    changes: JSON.stringify(draft.changes),
  }))
  for (const values of portionsOf(rows, DRAFTS_AT_ONCE)) await db.insertInto('draft').values(values).execute()
}

export async function removeDrafts(db: Db, fileId: string): Promise<void> {
  await db.deleteFrom('draft').where('file_id', '=', fileId).execute()
}

/** Removes a draft, and its file where it was the last one in it. */
export async function removeDraft(db: Db, { id, fileId }: Pick<Draft, 'id' | 'fileId'>): Promise<void> {
  await db.deleteFrom('draft').where('id', '=', id).execute()
  if ((await countDrafts(db, fileId)) === 0) await db.deleteFrom('intake_file').where('id', '=', fileId).execute()
}

/** How many files of somebody wait in a study, and how many drafts in them. */
export async function countWaiting(
  db: Db,
  { studyId, accountId }: Owner,
  now: string,
): Promise<{ files: number; drafts: number }> {
  const row = await db
    .selectFrom('intake_file')
    .leftJoin('draft', 'draft.file_id', 'intake_file.id')
    .select((q) => [q.fn.count('intake_file.id').distinct().as('files'), q.fn.count('draft.id').as('drafts')])
    .where('study_id', '=', studyId)
    .where('account_id', '=', accountId)
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow()
  return { files: Number(row.files), drafts: Number(row.drafts) }
}

export async function countDrafts(db: Db, fileId: string): Promise<number> {
  const row = await db
    .selectFrom('draft')
    .select((q) => q.fn.countAll().as('n'))
    .where('file_id', '=', fileId)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

const LISTED = ['id', 'file_id', 'title', 'language', 'source', 'length', 'body_sha256', 'changes'] as const

/** The first drafts in a file, in their order. */
export async function listDrafts(db: Db, fileId: string, most: number): Promise<ListedDraft[]> {
  const rows = await db
    .selectFrom('draft')
    .select(LISTED)
    .where('file_id', '=', fileId)
    .orderBy('position')
    .limit(most)
    .execute()
  return rows.map(listedOf)
}

/** All drafts in a file with their texts. */
export async function listWholeDrafts(db: Db, fileId: string): Promise<Draft[]> {
  const rows = await db.selectFrom('draft').selectAll().where('file_id', '=', fileId).orderBy('position').execute()
  return rows.map(draftOf)
}

export async function findDraft(db: Db, id: string): Promise<Draft | undefined> {
  const row = await db.selectFrom('draft').selectAll().where('id', '=', id).executeTakeFirst()
  return row && draftOf(row)
}

/** States a draft anew, as its next revision. */
export async function replaceDraft(
  db: Db,
  { id, revision, title, language, source, blocks }: Omit<Draft, 'changes'>,
): Promise<void> {
  const values = { title, language, source: JSON.stringify(source), blocks: JSON.stringify(blocks) }
  await db
    .updateTable('draft')
    .set({ ...values, revision: revision + 1 })
    .where('id', '=', id)
    .execute()
}

function fileOf(row: Pick<Selectable<IntakeFileTable>, (typeof FILE)[number]>): IntakeFile {
  const { id, study_id, account_id, name, digest } = row
  const [wishes, outcome] = [JSON.parse(row.wishes), JSON.parse(row.outcome)]
  return { id, studyId: study_id, accountId: account_id, name, digest, wishes, outcome }
}

function listedOf(row: Pick<Selectable<DraftTable>, (typeof LISTED)[number]>): ListedDraft {
  const { id, title, language, length } = row
  const [source, changes] = [JSON.parse(row.source), JSON.parse(row.changes)]
  return { id, fileId: row.file_id, title, language, length, source, sha256: row.body_sha256, changes }
}

function draftOf(row: Selectable<DraftTable>): Draft {
  return { ...listedOf(row), revision: row.revision, body: row.body, blocks: JSON.parse(row.blocks) }
}

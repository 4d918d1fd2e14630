/** SQL for studies and their annotators. */
import type { Selectable } from 'kysely'
import type { AnnotatorTable, StudyTable } from '../../db/schema.ts'
import type { Db } from '../database/db.ts'
import type { Annotator, Study } from './study.ts'

/** All studies, oldest first. Workshops are none. */
export async function listStudies(db: Db): Promise<Study[]> {
  const studies = db.selectFrom('study').selectAll().where('kind', '=', 'study')
  const rows = await studies.orderBy('created_at').orderBy('id').execute()
  return rows.map(studyOf)
}

/** The studies that workshops are, oldest first. */
export async function listWorkshopStudies(db: Db): Promise<Study[]> {
  const studies = db.selectFrom('study').selectAll().where('kind', '=', 'workshop')
  const rows = await studies.orderBy('created_at').orderBy('id').execute()
  return rows.map(studyOf)
}

/** All names of studies in addresses, those of workshops too. */
export async function listSlugs(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('study').select('slug').execute()
  return rows.map(({ slug }) => slug)
}

export async function findStudy(db: Db, id: string): Promise<Study | undefined> {
  const row = await db.selectFrom('study').selectAll().where('id', '=', id).executeTakeFirst()
  return row && studyOf(row)
}

export async function findStudyBySlug(db: Db, slug: string): Promise<Study | undefined> {
  const row = await db.selectFrom('study').selectAll().where('slug', '=', slug).executeTakeFirst()
  return row && studyOf(row)
}

export async function addStudy(
  db: Db,
  study: Study,
  createdAt: string,
  kind: 'study' | 'workshop' = 'study',
): Promise<void> {
  const { id, slug, title, description = null, language = null } = study
  await db.insertInto('study').values({ id, slug, title, description, language, created_at: createdAt, kind }).execute()
}

/** A study's annotators, by the order of their ids. */
export async function listAnnotators(db: Db, studyId: string): Promise<Annotator[]> {
  const rows = await db.selectFrom('annotator').selectAll().where('study_id', '=', studyId).orderBy('id').execute()
  return rows.map(annotatorOf)
}

export async function findAnnotator(db: Db, id: string): Promise<Annotator | undefined> {
  const row = await db.selectFrom('annotator').selectAll().where('id', '=', id).executeTakeFirst()
  return row && annotatorOf(row)
}

export async function findAnnotatorOfAccount(
  db: Db,
  studyId: string,
  accountId: string,
): Promise<Annotator | undefined> {
  const row = await db
    .selectFrom('annotator')
    .selectAll()
    .where('study_id', '=', studyId)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row && annotatorOf(row)
}

/** Somebody as an annotator, in every study in which they are or were one. */
export async function listAnnotatorsOfAccount(db: Db, accountId: string): Promise<Annotator[]> {
  const rows = await db.selectFrom('annotator').selectAll().where('account_id', '=', accountId).orderBy('id').execute()
  return rows.map(annotatorOf)
}

export async function addAnnotator(db: Db, annotator: Annotator): Promise<void> {
  await db
    .insertInto('annotator')
    .values({
      id: annotator.id,
      study_id: annotator.studyId,
      kind: annotator.kind,
      account_id: annotator.accountId ?? null,
      pseudonym: annotator.pseudonym,
      name: annotator.name ?? null,
    })
    .execute()
}

/** Sets, or takes away, the name under which somebody's readings leave a study beside the pseudonym. */
export async function nameAnnotator(db: Db, id: string, name: string | null): Promise<void> {
  await db.updateTable('annotator').set({ name }).where('id', '=', id).execute()
}

/** Gives an annotator another pseudonym. */
export async function renameAnnotator(db: Db, id: string, pseudonym: string): Promise<void> {
  await db.updateTable('annotator').set({ pseudonym }).where('id', '=', id).execute()
}

/** Says whose account an annotator is, or nobody's. */
export async function linkAnnotator(db: Db, id: string, accountId: string | undefined): Promise<void> {
  await db
    .updateTable('annotator')
    .set({ account_id: accountId ?? null })
    .where('id', '=', id)
    .execute()
}

function studyOf(row: Selectable<StudyTable>): Study {
  const { id, slug, title, description, language } = row
  return { id, slug, title, ...(description !== null && { description }), ...(language !== null && { language }) }
}

function annotatorOf(row: Selectable<AnnotatorTable>): Annotator {
  return {
    id: row.id,
    studyId: row.study_id,
    kind: row.kind,
    pseudonym: row.pseudonym,
    ...(row.account_id !== null && { accountId: row.account_id }),
    ...(row.name !== null && { name: row.name }),
  }
}

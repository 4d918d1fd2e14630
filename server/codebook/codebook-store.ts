/** SQL for codebooks and their versions. */
import type { Db } from '../database/db.ts'
import type { Codebook } from './codebook.ts'

export async function findCodebook(db: Db, ref: { id: string; version: number }): Promise<Codebook | undefined> {
  const row = await db
    .selectFrom('codebook_version')
    .select('content')
    .where('codebook_id', '=', ref.id)
    .where('number', '=', ref.version)
    .executeTakeFirst()
  return row && JSON.parse(row.content)
}

/** The study to which a codebook belongs. */
export async function findCodebookStudy(db: Db, id: string): Promise<string | undefined> {
  const row = await db.selectFrom('codebook').select('study_id').where('id', '=', id).executeTakeFirst()
  return row?.study_id
}

/** All codebook versions of a study, by id and version. */
export async function listCodebooks(db: Db, studyId: string): Promise<Codebook[]> {
  const rows = await db
    .selectFrom('codebook_version')
    .innerJoin('codebook', 'codebook.id', 'codebook_version.codebook_id')
    .select('content')
    .where('study_id', '=', studyId)
    .orderBy('codebook.id')
    .orderBy('number')
    .execute()
  return rows.map((row) => JSON.parse(row.content))
}

/** Adds a published version, with its codebook where that is new. */
export async function addCodebook(db: Db, studyId: string, codebook: Codebook, publishedAt: string): Promise<void> {
  if ((await findCodebookStudy(db, codebook.id)) === undefined)
    await db.insertInto('codebook').values({ id: codebook.id, study_id: studyId }).execute()
  await db
    .insertInto('codebook_version')
    .values({
      codebook_id: codebook.id,
      number: codebook.version,
      content: JSON.stringify(codebook),
      published_at: publishedAt,
    })
    .execute()
}

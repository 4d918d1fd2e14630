/** SQL for codebook drafts: one row a study, gone once the draft is published or discarded. */
import type { Db } from '../database/db.ts'
import type { CodebookDraft } from './codebook-draft.ts'

export async function findCodebookDraft(db: Db, studyId: string): Promise<CodebookDraft | undefined> {
  const row = await db.selectFrom('codebook_draft').selectAll().where('study_id', '=', studyId).executeTakeFirst()
  return (
    row && {
      studyId: row.study_id,
      codebookId: row.codebook_id,
      base: row.base_number,
      content: JSON.parse(row.content),
      savedBy: row.saved_by,
      savedAt: row.saved_at,
    }
  )
}

/** States a study's draft anew, or makes it. */
export async function saveCodebookDraft(db: Db, draft: CodebookDraft): Promise<void> {
  await removeCodebookDraft(db, draft.studyId)
  await db
    .insertInto('codebook_draft')
    .values({
      study_id: draft.studyId,
      codebook_id: draft.codebookId,
      base_number: draft.base,
      content: JSON.stringify(draft.content),
      saved_by: draft.savedBy,
      saved_at: draft.savedAt,
    })
    .execute()
}

export async function removeCodebookDraft(db: Db, studyId: string): Promise<void> {
  await db.deleteFrom('codebook_draft').where('study_id', '=', studyId).execute()
}

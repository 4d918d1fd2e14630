/** SQL that finds the articles of a study which a dataset may mean. */
import type { Db } from '../database/db.ts'

/** By id, else by the same text, else by the same title; several of one title are none. */
export async function findMeant(
  db: Db,
  studyId: string,
  { id, sha256, title }: { readonly id: string; readonly sha256: string; readonly title: string },
): Promise<string | undefined> {
  const of = (column: 'id' | 'body_sha256' | 'title', value: string) =>
    db.selectFrom('article').select('id').where('study_id', '=', studyId).where(column, '=', value).limit(2).execute()
  const [byId] = await of('id', id)
  if (byId) return byId.id
  const [byText] = sha256 === '' ? [] : await of('body_sha256', sha256)
  if (byText) return byText.id
  const byTitle = await of('title', title)
  return byTitle.length === 1 ? byTitle[0]!.id : undefined
}

/** A file with a codebook becomes the draft of a study's codebook. */
import type { Account } from '../../accounts/account.ts'
import type { TakenContent } from '../../codebook/codebook-draft.ts'
import { findCodebookDraft } from '../../codebook/codebook-draft-store.ts'
import { compareCodebooks } from '../../codebook/compare-codebooks.ts'
import type { Db } from '../../database/db.ts'
import type { Parts } from '../../parts.ts'
import { studyToManage } from '../../studies/study-actions.ts'
import { copyOfNewest, digestOf, saveAs } from './draft-actions.ts'

/** What became of a file: it is the draft now, or it was already, or it is what the newest version says, or another draft is there. */
export type Taking = 'taken' | 'same-draft' | 'same-version' | 'other-draft'

/** Begins a draft with what stands in a file; where there is another one, nothing is taken in. */
export async function takeDraft(parts: Parts, account: Account, slug: string, content: TakenContent): Promise<Taking> {
  return parts.database.transact(async (db) => {
    const study = await studyToManage(db, account, slug)
    return takeDraftInto(parts, db, study.id, content, account)
  })
}

/** The same for who need not ask. What is there already is not taken again. */
export async function takeDraftInto(
  parts: Parts,
  db: Db,
  studyId: string,
  stated: TakenContent,
  account: Account | undefined,
): Promise<Taking> {
  const newest = await copyOfNewest(db, studyId)
  const content = { ...stated, title: stated.title ?? newest.content.title }
  const standing = await findCodebookDraft(db, studyId)
  if (standing) return digestOf(standing.content) === digestOf(content) ? 'same-draft' : 'other-draft'
  if (compareCodebooks(newest.content, content).length === 0) return 'same-version'
  await saveAs(parts, db, account, { ...newest, content })
  return 'taken'
}

/** Whether what was frozen or appended is still what was written, by its own sums. */
import type { Article } from '../articles/article.ts'
import { findArticle, listArticleIds } from '../articles/article-store.ts'
import type { Db } from '../database/db.ts'
import { sha256 } from '../digest.ts'
import { listStudies, listWorkshopStudies } from '../studies/study-store.ts'
import { revisionChecksum } from './annotation-actions.ts'
import { listRevisions, listSets } from './annotation-store.ts'
import { answersChecksum } from './answers-actions.ts'
import { listAnswers } from './answers-store.ts'

export interface Checked {
  articles: number
  revisions: number
  /** One line for each record that is not as it was written. */
  readonly faults: string[]
}

/** Checks every body, every revision of every annotation, and every revision of answers, one article at a time. */
export async function checkRecords(db: Db): Promise<Checked> {
  const checked: Checked = { articles: 0, revisions: 0, faults: [] }
  for (const study of [...(await listStudies(db)), ...(await listWorkshopStudies(db))])
    for (const id of await listArticleIds(db, study.id)) {
      const article = await findArticle(db, id)
      if (article) await checkArticle(db, article, checked)
    }
  return checked
}

async function checkArticle(db: Db, article: Article, checked: Checked): Promise<void> {
  checked.articles++
  if (sha256(article.body.text) !== article.sha256) checked.faults.push(`article ${article.id}: not as it was frozen`)
  for (const { id } of await listSets(db, article.id)) {
    for (const { annotation, checksum } of await listRevisions(db, id)) {
      checked.revisions++
      if (revisionChecksum(annotation, article) !== checksum)
        checked.faults.push(`annotation ${annotation.id}, revision ${annotation.revision}: not as it was written`)
    }
    for (const answers of await listAnswers(db, id)) {
      // Those that are older than their history have no sum.
      if (answers.checksum !== undefined && answersChecksum(id, answers) !== answers.checksum)
        checked.faults.push(`answers of set ${id}, revision ${answers.revision}: not as they were written`)
    }
  }
}

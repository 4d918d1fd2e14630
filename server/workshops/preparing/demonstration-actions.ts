/** Workshops to try out alone, with simulated participants: on the first article, or like one that is prepared. */
import type { Account } from '../../accounts/account.ts'
import { listArticleIds } from '../../articles/article-store.ts'
import type { Db } from '../../database/db.ts'
import { Refusal } from '../../errors.ts'
import type { Parts } from '../../parts.ts'
import { listDemonstrations } from '../../rounds/round-store.ts'
import {
  MOST_PARTICIPANTS,
  OPTIONAL_PHASES,
  USUAL_SETTINGS,
  type Workshop,
  type WorkshopLanguage,
} from '../workshop.ts'
import { workshopToLead } from '../workshop-actions.ts'
import { ABOUT_ARTICLES } from './lessons.ts'
import { makeWorkshop, type NewWorkshop, type RoundTitles, referenceOf } from './making-actions.ts'
import { addSimulated } from './simulation-actions.ts'

/** Makes the demonstration workshop for somebody. Throws Refusal (not-found) where there is no demonstration. */
export async function startDemonstration(
  parts: Parts,
  account: Account,
  language: WorkshopLanguage,
  words: { readonly title: string; readonly roundTitles: RoundTitles },
): Promise<Workshop> {
  return parts.database.transact(async (db) => {
    const read = await firstArticle(parts, db)
    const { questions } = ABOUT_ARTICLES.first
    const settings = { ...USUAL_SETTINGS, language, questions, phases: OPTIONAL_PHASES }
    const made = { ...read, title: words.title, settings, isDemonstration: true }
    const workshop = await makeWorkshop(parts, db, account, made, words.roundTitles)
    await addSimulated(parts, db, workshop)
    return workshop
  })
}

/**
 * Makes a workshop like a prepared one to go through it alone, so that nothing of the trial stands in the way of the
 * class. Throws Refusal (not-found).
 */
export async function rehearse(
  parts: Parts,
  account: Account,
  id: string,
  words: { readonly title: (workshop: string) => string; readonly roundTitles: RoundTitles },
): Promise<Workshop> {
  return parts.database.transact(async (db) => {
    const prepared = await workshopToLead(db, account, id)
    const article = await parts.frozen.article(db, prepared.articleId)
    if (!article) throw new Refusal('not-found')
    const reference = await referenceOf(parts, db, article)
    const settings = { ...prepared.settings, mostParticipants: MOST_PARTICIPANTS }
    const made = { article, reference, title: words.title(prepared.title), settings, isDemonstration: true }
    const workshop = await makeWorkshop(parts, db, account, made, words.roundTitles)
    await addSimulated(parts, db, workshop)
    return workshop
  })
}

/** The article of the demonstration, with its reference reading. Throws Refusal (not-found) where there is none. */
export async function firstArticle(parts: Parts, db: Db): Promise<Pick<NewWorkshop, 'article' | 'reference'>> {
  const [round] = await listDemonstrations(db)
  const [id] = round ? await listArticleIds(db, round.studyId) : []
  const article = id === undefined ? undefined : await parts.frozen.article(db, id)
  if (!article) throw new Refusal('not-found')
  return { article, reference: await referenceOf(parts, db, article) }
}

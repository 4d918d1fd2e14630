/** Preparing a workshop: from an article that is there, or from a text that is pasted. */
import type { Account } from '../../accounts/account.ts'
import type { Article } from '../../articles/article.ts'
import { listTitles } from '../../articles/article-store.ts'
import { cleaned } from '../../articles/intake/cleaning.ts'
import { readPlain } from '../../articles/intake/plain.ts'
import { Unreadable } from '../../articles/intake/recognised.ts'
import type { Db } from '../../database/db.ts'
import { sha256 } from '../../digest.ts'
import { Refusal } from '../../errors.ts'
import { listOwnStudies } from '../../managing/study-list-actions.ts'
import type { Parts } from '../../parts.ts'
import { listDemonstrations, listRounds } from '../../rounds/round-store.ts'
import { studyFor } from '../../studies/study-actions.ts'
import { indexText } from '../../text/code-points.ts'
import type { Workshop } from '../workshop.ts'
import { listWorkshopsOf } from '../workshop-store.ts'
import { makeWorkshop, type NewWorkshop, type RoundTitles, referenceOf } from './making-actions.ts'
import type { Prepared } from './prepare-input.ts'
import type { OfferedArticle } from './prepare-page.ts'

/** So many of each study are offered. */
const MOST_OFFERED = 50

export interface Preparing {
  readonly articles: readonly OfferedArticle[]
  readonly workshops: readonly Workshop[]
}

/** What somebody can prepare a workshop from: the demonstration, and the articles of studies whose articles they may see. */
export async function openPreparing(parts: Parts, account: Account, like: Workshop | undefined): Promise<Preparing> {
  const { db } = parts.database
  const own = (await listOwnStudies(parts, account)).filter(({ rights }) => rights.includes('list-articles'))
  const shown = (await listDemonstrations(db)).map(({ studyId }) => ({ id: studyId, title: '' }))
  const studies = [...own, ...shown.filter(({ id }) => own.every((study) => study.id !== id))]
  const articles: OfferedArticle[] = []
  for (const study of studies) {
    const hasReference = (await listRounds(db, study.id)).some(({ kind }) => kind === 'reference')
    for (const { id, title } of await listTitles(db, study.id, { from: 0, count: MOST_OFFERED }))
      articles.push({ id, title, study: study.title, hasReference })
  }
  const workshops = await listWorkshopsOf(db, account.id)
  if (like && articles.every(({ id }) => id !== like.articleId)) {
    const article = await parts.frozen.article(db, like.articleId)
    if (article) articles.unshift({ id: article.id, title: article.title, study: like.title, hasReference: true })
  }
  return { articles, workshops }
}

/** Makes the workshop. Throws Refusal (invalid, with what is wrong by field). */
export async function prepare(
  parts: Parts,
  account: Account,
  { title, source, settings }: Prepared,
  titles: RoundTitles,
): Promise<Workshop> {
  return parts.database.transact(async (db) => {
    const read =
      'text' in source
        ? pasted(source.text, title, settings.language)
        : await copied(parts, db, account, source.article)
    const wantsReference = settings.phases.includes('reference') && read.reference.length > 0
    const phases = settings.phases.filter((phase) => phase !== 'reference' || wantsReference)
    const made = { ...read, title, settings: { ...settings, phases }, isDemonstration: false }
    return makeWorkshop(parts, db, account, wantsReference ? made : { ...made, reference: [] }, titles)
  })
}

type Read = Pick<NewWorkshop, 'article' | 'reference'>

async function copied(parts: Parts, db: Db, account: Account, id: string): Promise<Read> {
  const article = await parts.frozen.article(db, id)
  if (!article || !(await mayCopy(db, account, article))) throw new Refusal('invalid', { chosen: 'missing' })
  return { article, reference: await referenceOf(parts, db, article) }
}

async function mayCopy(db: Db, account: Account, { studyId }: Article): Promise<boolean> {
  if ((await listDemonstrations(db)).some((round) => round.studyId === studyId)) return true
  try {
    await studyFor(db, account, 'list-articles', { id: studyId })
    return true
  } catch {
    return false
  }
}

function pasted(text: string, title: string, language: string): Read {
  try {
    const { body, blocks, title: headline } = readPlain(cleaned(text.trim()), title)
    const article = { title: headline, language, source: {}, body: indexText(body), sha256: sha256(body), blocks }
    return { article, reference: [] }
  } catch (error) {
    if (error instanceof Unreadable) throw new Refusal('invalid', { text: 'unreadable' })
    throw error
  }
}

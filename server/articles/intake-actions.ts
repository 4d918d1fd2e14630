/** Bringing files in: read at once, kept for a while for who brought them, and read again as they say. */
import type { Account } from '../accounts/account.ts'
import type { Db } from '../database/db.ts'
import { sha256 } from '../digest.ts'
import { Refusal } from '../errors.ts'
import type { Parts } from '../parts.ts'
import type { OpenStudy, Study } from '../studies/study.ts'
import { studyToManage } from '../studies/study-actions.ts'
import { codePointLength } from '../text/code-points.ts'
import { listTwins } from './article-store.ts'
import type { Draft, FileOutcome, FileWishes, IntakeFile, ListedDraft, Owner } from './draft.ts'
import {
  addDrafts,
  addIntakeFile,
  countDrafts,
  countWaiting,
  findContent,
  findIntakeFile,
  listDrafts,
  listIntakeFiles,
  removeDrafts,
  removeExpiredFiles,
  removeIntakeFile,
  replaceOutcome,
} from './draft-store.ts'
import { type Twin, UNKNOWN_LANGUAGE } from './freezing-actions.ts'
import type { Outcome, RecognisedArticle } from './intake/recognised.ts'

/** Long enough to finish a pile on another day. */
const KEPT_DAYS = 7

export interface BroughtIn {
  readonly file: IntakeFile
  readonly drafts: number
}

/** Reads a file and keeps what it came to; the same file under the same id again is the same. Throws Refusal. */
export async function bringFile(
  parts: Parts,
  account: Account,
  slug: string,
  { id, name, bytes }: { id: string; name: string; bytes: Uint8Array },
): Promise<BroughtIn> {
  const study = await studyToManage(parts.database.db, account, slug)
  const digest = sha256(bytes)
  const known = await findIntakeFile(parts.database.db, id)
  if (known) return sameFile(parts, known, { studyId: study.id, accountId: account.id }, digest)
  const { outcome, articles } = apart(await parts.intake.read({ name, bytes }))
  const file = { id, studyId: study.id, accountId: account.id, name, digest, wishes: {}, outcome }
  await parts.database.transact(async (db) => {
    const now = parts.clock.now()
    const expiresAt = new Date(Date.parse(now) + KEPT_DAYS * 86_400_000).toISOString()
    await removeExpiredFiles(db, now)
    await addIntakeFile(db, file, Buffer.from(bytes).toString('base64'), { broughtAt: now, expiresAt })
    await addDrafts(
      db,
      articles.map((article) => draftOf(parts, id, article, study)),
    )
  })
  return { file, drafts: articles.length }
}

async function sameFile(parts: Parts, known: IntakeFile, owner: Owner, digest: string): Promise<BroughtIn> {
  if (known.studyId !== owner.studyId || known.accountId !== owner.accountId || known.digest !== digest)
    throw new Refusal('action-reused')
  return { file: known, drafts: await countDrafts(parts.database.db, known.id) }
}

/** Reads a file again, in another encoding or with other columns. What was corrected in it is made anew. */
export async function readAgain(
  parts: Parts,
  account: Account,
  at: { slug: string; file: string },
  stated: FileWishes,
): Promise<void> {
  const { study, file } = await ownFile(parts.database.db, account, at)
  const wishes = { ...file.wishes, ...stated }
  const bytes = Buffer.from((await findContent(parts.database.db, file.id)) ?? '', 'base64')
  const { outcome, articles } = apart(await parts.intake.read({ name: file.name, bytes, ...wishes }))
  await parts.database.transact(async (db) => {
    await ownFile(db, account, at)
    await replaceOutcome(db, file.id, wishes, outcome)
    await removeDrafts(db, file.id)
    await addDrafts(
      db,
      articles.map((article) => draftOf(parts, file.id, article, study)),
    )
  })
}

export async function discardFile(parts: Parts, account: Account, at: { slug: string; file: string }): Promise<void> {
  await parts.database.transact(async (db) => {
    const { file } = await ownFile(db, account, at)
    await removeIntakeFile(db, file.id)
  })
}

async function ownFile(
  db: Db,
  account: Account,
  at: { slug: string; file: string },
): Promise<{ study: OpenStudy; file: IntakeFile }> {
  const study = await studyToManage(db, account, at.slug)
  const file = await findIntakeFile(db, at.file)
  if (!file || file.studyId !== study.id || file.accountId !== account.id) throw new Refusal('not-found')
  return { study, file }
}

function apart(outcome: Outcome): { outcome: FileOutcome; articles: readonly RecognisedArticle[] } {
  if ('trouble' in outcome) return { outcome: { trouble: outcome.trouble, columns: outcome.columns }, articles: [] }
  const { form, encoding, table, articles } = outcome.reading
  return { outcome: { form, encoding, columns: table?.columns, used: table?.used }, articles }
}

function draftOf({ clock }: Parts, fileId: string, article: RecognisedArticle, study: Study): Draft {
  const { title, source, body, blocks, changes } = article
  return {
    id: clock.newId(),
    fileId,
    revision: 1,
    title,
    language: article.language ?? study.language ?? UNKNOWN_LANGUAGE,
    source,
    body,
    blocks,
    changes,
    length: codePointLength(body),
    sha256: sha256(body),
  }
}

export interface WaitingFile {
  readonly file: IntakeFile
  /** All drafts in it; of a long table only the first ones are listed. */
  readonly count: number
  readonly drafts: readonly { readonly draft: ListedDraft; readonly twins: readonly Twin[] }[]
}

export interface IntakeOverview {
  readonly study: OpenStudy
  /** Those brought last, first. */
  readonly files: readonly WaitingFile[]
  /** All that waits, also what is not listed. */
  readonly waiting: { readonly files: number; readonly drafts: number }
}

const MOST_FILES_LISTED = 100
const MOST_LISTED_A_FILE = 50

/** What waits for somebody in a study. Throws Refusal (not-found). */
export async function openIntake(parts: Parts, account: Account, slug: string): Promise<IntakeOverview> {
  const { db } = parts.database
  const study = await studyToManage(db, account, slug)
  const owner = { studyId: study.id, accountId: account.id }
  const now = parts.clock.now()
  const files: WaitingFile[] = []
  for (const file of await listIntakeFiles(db, owner, now, MOST_FILES_LISTED)) {
    const drafts = []
    for (const draft of await listDrafts(db, file.id, MOST_LISTED_A_FILE))
      drafts.push({ draft, twins: await listTwins(db, study.id, draft.sha256) })
    files.push({ file, drafts, count: await countDrafts(db, file.id) })
  }
  return { study, files, waiting: await countWaiting(db, owner, now) }
}

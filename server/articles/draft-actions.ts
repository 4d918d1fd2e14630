/** A draft: looked at, corrected, taken into the study or discarded. */
import type { Account } from '../accounts/account.ts'
import type { Db } from '../database/db.ts'
import { Refusal } from '../errors.ts'
import type { Parts } from '../parts.ts'
import type { OpenStudy, Study } from '../studies/study.ts'
import { studyToManage } from '../studies/study-actions.ts'
import { type Block, blocksFault } from '../text/blocks.ts'
import { listTwins } from './article-store.ts'
import { joined, split, withKinds } from './block-editing.ts'
import type { Draft, IntakeFile } from './draft.ts'
import type { DraftForm } from './draft-input.ts'
import {
  findDraft,
  findIntakeFile,
  listIntakeFiles,
  listWholeDrafts,
  removeDraft,
  removeIntakeFile,
  replaceDraft,
} from './draft-store.ts'
import { type Freezing, freezeArticle, type Twin } from './freezing-actions.ts'

interface At {
  readonly slug: string
  readonly draft: string
}

export interface OpenDraft {
  readonly study: OpenStudy
  readonly file: IntakeFile
  readonly draft: Draft
  /** Articles of the study with the same text. */
  readonly twins: readonly Twin[]
}

/** A draft for who brought it. Throws Refusal (not-found). */
export async function openDraft(parts: Parts, account: Account, at: At): Promise<OpenDraft> {
  const { db } = parts.database
  const { study, file, draft } = await ownDraft(db, account, at)
  return { study, file, draft, twins: await listTwins(db, study.id, draft.sha256) }
}

async function ownDraft(
  db: Db,
  account: Account,
  { slug, draft: id }: At,
): Promise<{ study: OpenStudy; file: IntakeFile; draft: Draft }> {
  const study = await studyToManage(db, account, slug)
  const draft = await findDraft(db, id)
  const file = draft && (await findIntakeFile(db, draft.fileId))
  if (!draft || !file || file.studyId !== study.id || file.accountId !== account.id) throw new Refusal('not-found')
  return { study, file, draft }
}

/**
 * Keeps what the form says about a draft, and does what it asks for: takes the article into the study, or changes where
 * its blocks begin and end. `stale`: nothing was kept, for the draft has been corrected since. Throws Refusal: not-found.
 */
export async function correctDraft(
  parts: Parts,
  account: Account,
  at: At,
  form: DraftForm,
): Promise<Freezing | 'stale' | undefined> {
  return parts.database.transact(async (db) => {
    const { study, draft } = await ownDraft(db, account, at)
    if (draft.revision !== form.revision) return 'stale'
    const { title, language } = form
    const source = Object.fromEntries(Object.entries(form.source).filter(([, value]) => value !== undefined))
    const corrected = { ...draft, title, language, source, blocks: correctedBlocks(draft, form) }
    if (blocksFault(corrected.body, corrected.blocks)) throw new Refusal('invalid', { blocks: 'text-between-blocks' })
    if (form.act === 'take') return take(parts, db, study, corrected)
    await replaceDraft(db, corrected)
    return undefined
  })
}

function correctedBlocks({ body, blocks }: Draft, { act, kinds }: DraftForm): Block[] {
  const wanted = new Map(kinds.map(({ place, kind }) => [place, kind]))
  const renamed = withKinds(
    blocks,
    blocks.map(({ kind }, place) => wanted.get(place) ?? kind),
  )
  const [deed, where] = act.split('-')
  if (deed === 'join') return joined(renamed, Number(where))
  return deed === 'split' ? split(body, renamed, Number(where)) : renamed
}

/** The article keeps the draft's id: whoever takes it twice, takes it once. */
async function take(parts: Parts, db: Db, study: Study, draft: Draft): Promise<Freezing> {
  const freezing = await freezeArticle(parts, db, study, draft, draft.id)
  await removeDraft(db, draft)
  return freezing
}

export async function discardDraft(parts: Parts, account: Account, at: At): Promise<void> {
  await parts.database.transact(async (db) => {
    const { draft } = await ownDraft(db, account, at)
    await removeDraft(db, draft)
  })
}

/** Takes all drafts that wait for somebody in a study, each file in one transaction. */
export async function takeAll(
  parts: Parts,
  account: Account,
  slug: string,
): Promise<{ study: Study; added: number; equal: number }> {
  const study = await studyToManage(parts.database.db, account, slug)
  const owner = { studyId: study.id, accountId: account.id }
  let [added, equal] = [0, 0]
  const files = await listIntakeFiles(parts.database.db, owner, parts.clock.now())
  // In the order in which they were brought.
  for (const file of files.reverse()) {
    if (file.outcome.trouble) continue
    const freezings = await parts.database.transact(async (db) => {
      const taken: Freezing[] = []
      for (const draft of await listWholeDrafts(db, file.id))
        taken.push(await freezeArticle(parts, db, study, draft, draft.id))
      await removeIntakeFile(db, file.id)
      return taken
    })
    added += freezings.filter(({ outcome }) => outcome === 'new').length
    equal += freezings.filter(({ outcome }) => outcome === 'equal').length
  }
  return { study, added, equal }
}

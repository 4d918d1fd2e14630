/** The draft of a study's codebook: begun, edited section by section, published or discarded. */
import type { Account } from '../../accounts/account.ts'
import { listAccounts } from '../../accounts/account-store.ts'
import { countMarksWithTag, listUnmarkedRounds } from '../../annotations/codebook-use-store.ts'
import { type Codebook, LINES } from '../../codebook/codebook.ts'
import {
  type CodebookDraft,
  type DraftContent,
  type Section,
  type SectionContent,
  sectionIn,
  withSection,
} from '../../codebook/codebook-draft.ts'
import { draftFaults, publishable, type SectionForm } from '../../codebook/codebook-draft-input.ts'
import { findCodebookDraft, removeCodebookDraft, saveCodebookDraft } from '../../codebook/codebook-draft-store.ts'
import { addCodebook } from '../../codebook/codebook-store.ts'
import { compareCodebooks } from '../../codebook/compare-codebooks.ts'
import { sectionTyped } from '../../codebook/draft-form.ts'
import { type ListDeed, listDeedOf, withListEdited } from '../../codebook/list-edits.ts'
import type { Db } from '../../database/db.ts'
import { sha256 } from '../../digest.ts'
import { Refusal } from '../../errors.ts'
import type { Parts } from '../../parts.ts'
import type { Round } from '../../rounds/round.ts'
import { findRound, listRounds, moveRound } from '../../rounds/round-store.ts'
import { newSlug, type OpenStudy } from '../../studies/study.ts'
import { studyToManage } from '../../studies/study-actions.ts'
import { canonicalJson } from '../../text/canonical-json.ts'
import { codebooksOf } from './codebook-actions.ts'

export interface OpenDraft {
  readonly study: OpenStudy
  readonly draft: CodebookDraft
  /** The newest published version, which it will follow. */
  readonly newest: Codebook
  /** Tags that stand in a published version: they keep their ids. */
  readonly published: ReadonlySet<string>
  readonly faults: Readonly<Record<string, string>>
  /** Who saved it last. */
  readonly savedBy: string
  /** Rounds that read with the newest version, and in which nothing is marked. */
  readonly unmarked: readonly Round[]
  /** Of the whole content: says later whether it is still what somebody had in sight. */
  readonly seen: string
}

/** A draft as it is to be kept: by whom and when is added then. */
export type NewDraft = Omit<CodebookDraft, 'savedBy' | 'savedAt'>

/** The draft for who manages the study. Throws Refusal (not-found), also where there is no draft. */
export async function openDraft(parts: Parts, account: Account | undefined, slug: string): Promise<OpenDraft> {
  const { db } = parts.database
  const study = await studyToManage(db, account, slug)
  return openDraftOf(db, study)
}

export async function openDraftOf(db: Db, study: OpenStudy): Promise<OpenDraft> {
  const draft = await findCodebookDraft(db, study.id)
  if (!draft) throw new Refusal('not-found')
  const versions = (await codebooksOf(db, study.id)).versions.filter(({ id }) => id === draft.codebookId)
  return {
    study,
    draft,
    newest: versions[0]!,
    published: new Set(versions.flatMap(({ tags }) => tags.map(({ id }) => id))),
    faults: draftFaults(draft.content),
    savedBy: (await listAccounts(db)).find(({ id }) => id === draft.savedBy)?.name ?? '',
    unmarked: await unmarkedRounds(db, versions[0]!),
    seen: digestOf(draft.content),
  }
}

async function unmarkedRounds(db: Db, newest: Codebook): Promise<Round[]> {
  const rounds = await Promise.all((await listUnmarkedRounds(db, newest)).map((id) => findRound(db, id)))
  return rounds.filter((round) => round !== undefined)
}

/** What tells one state of a draft, or of a section, from another. */
export function digestOf(content: DraftContent | SectionContent | undefined): string {
  return sha256(canonicalJson(content))
}

/** Begins a draft as a copy of the newest version; one that is there stays as it is. */
export async function startDraft(parts: Parts, account: Account, slug: string): Promise<void> {
  await parts.database.transact(async (db) => {
    const study = await studyToManage(db, account, slug)
    if (!(await findCodebookDraft(db, study.id))) await saveAs(parts, db, account, await copyOfNewest(db, study.id))
  })
}

/** The draft that a study has, or the one with which it would begin. */
export async function draftToChange(db: Db, studyId: string): Promise<NewDraft> {
  return (await findCodebookDraft(db, studyId)) ?? (await copyOfNewest(db, studyId))
}

/** The newest version as it would be changed. Throws Refusal (not-found) where there is none. */
export async function copyOfNewest(db: Db, studyId: string): Promise<NewDraft> {
  const newest = (await codebooksOf(db, studyId)).versions[0]
  if (!newest) throw new Refusal('not-found')
  const { id, version, ...content } = newest
  return { studyId, codebookId: id, base: version, content }
}

/** @param account undefined on the command line */
export async function saveAs(parts: Parts, db: Db, account: Account | undefined, draft: NewDraft): Promise<void> {
  await saveCodebookDraft(db, { ...draft, savedBy: account?.id ?? null, savedAt: parts.clock.now() })
}

/** What saving a section led to: it is kept, or somebody else has changed it in the meantime and nothing was. */
export type Saving =
  | { readonly kind: 'saved'; readonly section: Section }
  | { readonly kind: 'conflict'; readonly open: OpenDraft; readonly typed: SectionContent }

/**
 * Keeps what a form states about a section, then adds, removes or moves what its button says. What is wrong with it
 * is kept too, and named on the page. Throws Refusal (not-found) where the section is gone.
 */
export async function saveSection(
  parts: Parts,
  account: Account,
  slug: string,
  section: Section,
  { seen, act, fields }: SectionForm,
): Promise<Saving> {
  return parts.database.transact(async (db) => {
    const study = await studyToManage(db, account, slug)
    const open = await openDraftOf(db, study)
    const { content } = open.draft
    const standing = sectionIn(content, section)
    const typed = withLastingId(open, section, sectionTyped(section, fields))
    if (!standing) throw new Refusal('not-found')
    if (digestOf(standing) !== seen && digestOf(typed) !== digestOf(standing)) return { kind: 'conflict', open, typed }
    const deed = listDeedOf(act)
    const stated = deed ? withListEdited(typed, deed, addedTo(deed)) : typed
    await saveAs(parts, db, account, { ...open.draft, content: withSection(content, section, stated) })
    return { kind: 'saved', section: section.kind === 'tag' && 'id' in typed ? { ...section, id: typed.id } : section }
  })
}

/** A published tag keeps its id, by which marks name it; a new one may have another as long as nobody else has it. */
function withLastingId({ draft, published }: OpenDraft, section: Section, typed: SectionContent): SectionContent {
  if (section.kind !== 'tag' || !('id' in typed)) return typed
  const taken = [...published, ...draft.content.tags.map(({ id }) => id)].filter((id) => id !== section.id)
  const isFree = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(typed.id) && !taken.includes(typed.id)
  return { ...typed, id: published.has(section.id) || !isFree ? section.id : typed.id }
}

function addedTo({ list }: ListDeed): object {
  if (list === 'attributes' || list === 'questions') return { id: '', label: {}, kind: 'one-of' }
  return { id: '', label: {} }
}

/** What became of the list of tags: the id of a new tag, or how many marks keep one from being removed. */
export interface TagsEdited {
  readonly added?: string
  readonly inUse?: number
}

/** Adds a tag under a name, moves one, or removes one that no mark has ever had. */
export async function editTags(
  parts: Parts,
  account: Account,
  slug: string,
  { act, name }: { readonly act: string; readonly name?: string | undefined },
  language: string,
): Promise<TagsEdited> {
  return parts.database.transact(async (db) => {
    const study = await studyToManage(db, account, slug)
    const { draft, published } = await openDraftOf(db, study)
    const { content } = draft
    const [kind, id] = act.split(':')
    const place = content.tags.findIndex((tag) => tag.id === id)
    if (kind === 'add' && !name) throw new Refusal('invalid', { name: 'missing' })
    if (kind !== 'add' && place === -1) return {}
    if (kind === 'remove') {
      const inUse = await countMarksWithTag(db, study.id, id!)
      if (inUse > 0) return { inUse }
    }
    const deed = listDeedOf(kind === 'add' ? 'add:tags' : `${kind}:tags:${place}`)
    if (!deed) throw new Refusal('invalid', { act: 'invalid-format' })
    const added = newSlug(name ?? '', [...published, ...content.tags.map((tag) => tag.id)], 'tag')
    const tag = { id: added, label: { [language]: name ?? '' }, line: freeLine(content) }
    await saveAs(parts, db, account, { ...draft, content: withListEdited(content, deed, tag) })
    return kind === 'add' ? { added } : {}
  })
}

/** A line that no tag in use has, so that tags can be told apart without colour. */
function freeLine({ tags }: DraftContent): string {
  const taken = tags.filter(({ retired }) => !retired).map(({ line }) => line ?? 'solid')
  return LINES.find((line) => !taken.includes(line)) ?? 'solid'
}

/** Whether it is gone: it stays where somebody has changed it in the meantime. */
export async function discardDraft(parts: Parts, account: Account, slug: string, seen: string): Promise<boolean> {
  return parts.database.transact(async (db) => {
    const study = await studyToManage(db, account, slug)
    const open = await openDraftOf(db, study)
    if (open.seen !== seen) return false
    await removeCodebookDraft(db, study.id)
    return true
  })
}

/** Why a draft cannot be published as it is. */
export type PublishingFault =
  | { readonly fault: 'faulty' | 'unchanged' | 'changed-meanwhile' }
  | { readonly fault: 'in-use'; readonly tag: string; readonly marks: number }

/**
 * Makes the draft the next version of its codebook, for good. Rounds go along that read with the version before and in
 * which nothing is marked. Answers with the version, or with what stands against it.
 */
export async function publishDraft(
  parts: Parts,
  account: Account,
  slug: string,
  { seen, round: goingAlong }: { readonly seen: string; readonly round: readonly string[] },
): Promise<Codebook | PublishingFault> {
  return parts.database.transact(async (db) => {
    const study = await studyToManage(db, account, slug)
    const { draft, newest, ...open } = await openDraftOf(db, study)
    const rounds = await listRounds(db, study.id)
    if (goingAlong.some((round) => !rounds.some(({ id }) => id === round))) throw new Refusal('not-found')
    if (open.seen !== seen) return { fault: 'changed-meanwhile' }
    if (Object.keys(open.faults).length > 0) return { fault: 'faulty' }
    if (compareCodebooks(newest, draft.content).length === 0) return { fault: 'unchanged' }
    for (const id of open.published) {
      if (draft.content.tags.some((tag) => tag.id === id)) continue
      const marks = await countMarksWithTag(db, study.id, id)
      if (marks > 0) return { fault: 'in-use', tag: id, marks }
    }
    const codebook = publishable(draft.content, { id: draft.codebookId, version: newest.version + 1 })
    await addCodebook(db, study.id, codebook, parts.clock.now())
    await removeCodebookDraft(db, study.id)
    for (const round of await unmarkedRounds(db, newest))
      if (goingAlong.includes(round.id))
        await moveRound(db, round, codebook.version, { by: account.id, at: parts.clock.now() })
    return codebook
  })
}

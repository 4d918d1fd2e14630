/** The codebook of a study as everybody in it sees it: its versions, and which rounds read with them. */
import type { Account } from '../../accounts/account.ts'
import { type Codebook, inLanguage, type Localised } from '../../codebook/codebook.ts'
import type { CodebookDraft } from '../../codebook/codebook-draft.ts'
import { findCodebookDraft } from '../../codebook/codebook-draft-store.ts'
import { listCodebooks } from '../../codebook/codebook-store.ts'
import { type Guide, guideOf, type Section } from '../../codebook/guide.ts'
import { sectionsOf } from '../../codebook/markdown.ts'
import type { Db } from '../../database/db.ts'
import { Refusal } from '../../errors.ts'
import type { Parts } from '../../parts.ts'
import type { Round } from '../../rounds/round.ts'
import { listRounds } from '../../rounds/round-store.ts'
import type { OpenStudy } from '../../studies/study.ts'
import { studyFor } from '../../studies/study-actions.ts'

export interface OpenCodebooks {
  readonly study: OpenStudy
  /** All published versions, newest first, those of the codebook in use before others. */
  readonly versions: readonly Codebook[]
  readonly rounds: readonly Round[]
  readonly draft: CodebookDraft | undefined
}

export async function openCodebooks(parts: Parts, account: Account | undefined, slug: string): Promise<OpenCodebooks> {
  const { db } = parts.database
  const study = await studyFor(db, account, 'see-study', { slug })
  return { study, ...(await codebooksOf(db, study.id)), draft: await findCodebookDraft(db, study.id) }
}

/** The codebook in use is that of the newest round; a study that took datasets in may have several. */
export async function codebooksOf(
  db: Db,
  studyId: string,
): Promise<{ versions: readonly Codebook[]; rounds: readonly Round[] }> {
  const rounds = await listRounds(db, studyId)
  const inUse = rounds.at(-1)?.codebook.id
  const versions = (await listCodebooks(db, studyId)).reverse()
  return { versions: versions.sort((a, b) => Number(b.id === inUse) - Number(a.id === inUse)), rounds }
}

export interface VersionAt {
  readonly slug: string
  readonly codebook: string
  readonly number: number
}

export interface OpenVersion {
  readonly study: OpenStudy
  readonly codebook: Codebook
  readonly guide: Guide
}

/** A published version with its guide. Throws Refusal (not-found). */
export async function openVersion(
  parts: Parts,
  account: Account | undefined,
  at: VersionAt,
  language: string,
): Promise<OpenVersion> {
  const { study, versions } = await openCodebooks(parts, account, at.slug)
  const codebook = versions.find(({ id, version }) => id === at.codebook && version === at.number)
  if (!codebook) throw new Refusal('not-found')
  return { study, codebook, guide: guideIn(codebook, language) }
}

/** A codebook's guide in a language. */
export function guideIn(codebook: Codebook, language: string): Guide {
  return guideOf(codebook, sectionsOf(inLanguage(codebook.guidelines ?? {}, language)), language)
}

/** The guidelines in each language in which there are some. */
export function guidelinesIn(
  guidelines: Localised,
): { readonly language: string; readonly sections: readonly Section[] }[] {
  return Object.entries(guidelines).map(([language, text]) => ({ language, sections: sectionsOf(text) }))
}

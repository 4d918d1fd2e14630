/** The front page of a study's codebook: its versions with the rounds that read with them, and the draft. */
import { inLanguage, type Localised } from '../../codebook/codebook.ts'
import type { CodebookDraft } from '../../codebook/codebook-draft.ts'
import type { Round } from '../../rounds/round.ts'
import type { OpenStudy } from '../../studies/study.ts'
import { codebookPath, versionPath } from './codebook-paths.ts'

interface OpenCodebooks {
  readonly study: OpenStudy
  readonly versions: readonly { readonly id: string; readonly version: number; readonly title: Localised }[]
  readonly rounds: readonly Round[]
  readonly draft: CodebookDraft | undefined
}

export interface CodebookPage {
  readonly notice: string | undefined
  readonly study: OpenStudy
  readonly versions: readonly VersionRow[]
  readonly hasDraft: boolean
}

interface VersionRow {
  readonly title: string
  readonly version: number
  readonly path: string
  /** The version before, where there is one to compare with. */
  readonly former: number | undefined
  readonly rounds: readonly RoundRow[]
}

interface RoundRow {
  readonly title: string
  /** Where it can be moved to another version, for who may do so. */
  readonly movePath: string | undefined
}

/** @param notice why something was not done */
export function codebookPage(
  { study, versions, rounds, draft }: OpenCodebooks,
  language: string,
  notice?: string,
): CodebookPage {
  return {
    notice,
    study,
    hasDraft: draft !== undefined,
    versions: versions.map(({ id, version, title }) => ({
      title: inLanguage(title, language),
      version,
      path: versionPath(study.slug, { id, version }),
      former: versions.find((other) => other.id === id && other.version < version)?.version,
      rounds: rounds
        .filter(({ codebook }) => codebook.id === id && codebook.version === version)
        .map((round) => ({ title: round.title, movePath: movePath(study, round, versions) })),
    })),
  }
}

/** An open round can be moved where its codebook has another version. */
function movePath(study: OpenStudy, round: Round, versions: OpenCodebooks['versions']): string | undefined {
  const hasOthers = versions.filter(({ id }) => id === round.codebook.id).length > 1
  const isMovable = study.rights.includes('manage-study') && round.closedAt === undefined && hasOthers
  return isMovable ? `${codebookPath(study.slug)}/rounds/${round.id}` : undefined
}

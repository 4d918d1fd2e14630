/** What is shown of bringing articles in: the files that wait, and the drafts in them. */
import type { OpenStudy, Study } from '../studies/study.ts'
import type { ArticleSource } from './article.ts'
import type { IntakeFile, ListedDraft } from './draft.ts'
import { guessColumns } from './intake/fields.ts'
import {
  type Columns,
  type EncodingSample,
  FIELDS,
  type Field,
  type TextChanges,
  type Trouble,
} from './intake/recognised.ts'

export type Twins = readonly { readonly title: string; readonly source: ArticleSource }[]

/**
 * new: nothing like it is there · equal: it is there · again: it waits here already · twin: the same text is there or
 * waits, with another title or source.
 */
export type Standing = 'new' | 'equal' | 'again' | 'twin'

export interface IntakePage {
  readonly study: OpenStudy
  /** What has just been taken. */
  readonly taken: { readonly added: number; readonly equal: number } | undefined
  readonly files: readonly FileRow[]
  /** How many more wait than are listed. */
  readonly moreFiles: number
  /** How many drafts can be taken. */
  readonly ready: number
}

export interface FileRow {
  readonly id: string
  readonly name: string
  readonly trouble: Trouble | undefined
  /** What may be chosen, where the encoding is the trouble. */
  readonly encodings: readonly EncodingSample[]
  readonly columns: readonly string[]
  /** Which of them were taken for what, or would be by their names. */
  readonly used: Columns
  readonly drafts: readonly DraftRow[]
  /** How many more are in the file than are listed. */
  readonly more: number
}

interface DraftRow extends Omit<ListedDraft, 'changes' | 'fileId'> {
  readonly path: string
  readonly standing: Standing
  readonly changed: readonly ChangeRow[]
}

export interface ChangeRow {
  readonly what: keyof TextChanges
  readonly count: number
}

interface Waiting {
  readonly file: IntakeFile
  readonly count: number
  readonly drafts: readonly { readonly draft: ListedDraft; readonly twins: Twins }[]
}

export function intakePage(
  study: OpenStudy,
  { files, waiting }: { files: readonly Waiting[]; waiting: { files: number; drafts: number } },
  { added, equal }: { added?: number | undefined; equal?: number | undefined },
): IntakePage {
  const seen = new Map<string, ListedDraft[]>()
  // Those brought first are taken first.
  const rows = files.toReversed().map((file) => fileRow(study, file, seen))
  return {
    study,
    taken: added === undefined && equal === undefined ? undefined : { added: added ?? 0, equal: equal ?? 0 },
    files: rows.toReversed(),
    moreFiles: waiting.files - files.length,
    ready: waiting.drafts,
  }
}

/** @param seen the texts that wait before this file, by their sums; those in it are added */
function fileRow(study: Study, { file, count, drafts }: Waiting, seen: Map<string, ListedDraft[]>): FileRow {
  const { trouble, columns = [], used } = file.outcome
  return {
    id: file.id,
    name: file.name,
    trouble,
    encodings: trouble?.encodings ?? [],
    columns,
    used: used ?? guessColumns(columns),
    drafts: drafts.map(({ draft, twins }) => {
      const before = seen.get(draft.sha256) ?? []
      seen.set(draft.sha256, [...before, draft])
      return draftRow(study, draft, standingAmong(draft, twins, before))
    }),
    more: count - drafts.length,
  }
}

function draftRow(study: Study, { changes, ...draft }: ListedDraft, standing: Standing): DraftRow {
  return { ...draft, path: draftPath(study, draft.id), standing, changed: changedOf(changes) }
}

/** Beside the articles of the study, and the drafts that will be taken before. */
function standingAmong(draft: ListedDraft, twins: Twins, before: readonly ListedDraft[]): Standing {
  const [there, here] = [standingOf(draft, twins), standingOf(draft, before)]
  if (there !== 'equal' && here === 'equal') return 'again'
  return there === 'new' ? here : there
}

/** Where a draft is looked at. */
export function draftPath(study: Study, draft: string): string {
  return `/studies/${study.slug}/import/drafts/${draft}`
}

export function standingOf({ title, source }: Pick<ListedDraft, 'title' | 'source'>, twins: Twins): Standing {
  const isSame = (twin: Twins[number]) => twin.title === title && isSameSource(twin.source, source)
  return twins.some(isSame) ? 'equal' : twins.length > 0 ? 'twin' : 'new'
}

export const SOURCE_FIELDS = ['outlet', 'author', 'url', 'publishedOn', 'licence'] as const

function isSameSource(a: ArticleSource, b: ArticleSource): boolean {
  return SOURCE_FIELDS.every((field) => a[field] === b[field])
}

/** What making the text canonical changed, without what it did not. */
export function changedOf(changes: TextChanges): ChangeRow[] {
  return (Object.entries(changes) as [keyof TextChanges, number][]).flatMap(([what, count]) =>
    count > 0 ? { what, count } : [],
  )
}

/** The fields that a column of a table can hold, as a form offers them. */
export const COLUMN_FIELDS: readonly Field[] = FIELDS

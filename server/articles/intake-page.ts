/** What is shown of bringing articles in: the files that wait, and a draft with its blocks. */
import { type OfferedLanguage, offeredLanguages } from '../studies/languages.ts'
import type { Study } from '../studies/study.ts'
import type { Block } from '../text/blocks.ts'
import { indexText } from '../text/code-points.ts'
import { sentences } from '../text/sentences.ts'
import type { ArticleSource } from './article.ts'
import type { Draft, IntakeFile, ListedDraft } from './draft.ts'
import { guessColumns } from './intake/fields.ts'
import {
  type Columns,
  type EncodingSample,
  FIELDS,
  type Field,
  type TextChanges,
  type Trouble,
} from './intake/recognised.ts'

type Twins = readonly { readonly title: string; readonly source: ArticleSource }[]

/** new: nothing like it is there · equal: it is there · twin: the same text, with another title or source. */
export type Standing = 'new' | 'equal' | 'twin'

export interface IntakePage {
  readonly study: Study
  /** What has just been taken. */
  readonly taken: { readonly added: number; readonly equal: number } | undefined
  readonly files: readonly FileRow[]
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
  /** Which of them are plainly what. */
  readonly guessed: Columns
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
  study: Study,
  files: readonly Waiting[],
  { added, equal }: { added?: number | undefined; equal?: number | undefined },
): IntakePage {
  return {
    study,
    taken: added === undefined && equal === undefined ? undefined : { added: added ?? 0, equal: equal ?? 0 },
    // What was brought last stands first.
    files: files.map((waiting) => fileRow(study, waiting)).reverse(),
    ready: files.reduce((sum, { count }) => sum + count, 0),
  }
}

function fileRow(study: Study, { file, count, drafts }: Waiting): FileRow {
  const { trouble, columns = [] } = file.outcome
  return {
    id: file.id,
    name: file.name,
    trouble,
    encodings: trouble?.encodings ?? [],
    columns: trouble ? columns : [],
    guessed: guessColumns(columns),
    drafts: drafts.map(({ draft, twins }) => draftRow(study, draft, twins)),
    more: count - drafts.length,
  }
}

function draftRow(study: Study, { changes, ...draft }: ListedDraft, twins: Twins): DraftRow {
  return { ...draft, path: draftPath(study, draft.id), standing: standingOf(draft, twins), changed: changedOf(changes) }
}

export function draftPath(study: Study, draft: string): string {
  return `/studies/${study.slug}/import/drafts/${draft}`
}

function standingOf({ title, source }: Pick<ListedDraft, 'title' | 'source'>, twins: Twins): Standing {
  const isSame = (twin: Twins[number]) => twin.title === title && isSameSource(twin.source, source)
  return twins.some(isSame) ? 'equal' : twins.length > 0 ? 'twin' : 'new'
}

const SOURCE_FIELDS = ['outlet', 'author', 'url', 'publishedOn', 'licence'] as const

function isSameSource(a: ArticleSource, b: ArticleSource): boolean {
  return SOURCE_FIELDS.every((field) => a[field] === b[field])
}

function changedOf(changes: TextChanges): ChangeRow[] {
  return (Object.entries(changes) as [keyof TextChanges, number][]).flatMap(([what, count]) =>
    count > 0 ? { what, count } : [],
  )
}

export interface DraftPage {
  readonly study: Study
  readonly fileName: string
  readonly encoding: string
  readonly draft: Omit<Draft, 'body' | 'blocks' | 'changes'>
  readonly path: string
  readonly standing: Standing
  readonly twin: { readonly title: string; readonly outlet: string | undefined } | undefined
  readonly changed: readonly ChangeRow[]
  readonly blocks: readonly BlockRow[]
  readonly languages: readonly OfferedLanguage[]
  readonly sourceFields: typeof SOURCE_FIELDS
  /** Whether each block has a field of its own: no form has many thousands. */
  readonly hasKinds: boolean
}

interface BlockRow {
  readonly kind: Block['kind']
  readonly text: string
  /** Only of the block whose bounds are being corrected: its sentences and lines, with where each begins. */
  readonly pieces: readonly { readonly start: number; readonly text: string }[] | undefined
}

const MOST_KINDS = 4000

export function draftPage(
  { study, file, draft, twins }: { study: Study; file: IntakeFile; draft: Draft; twins: Twins },
  chosen: number | undefined,
  language: string,
): DraftPage {
  const { body, blocks, changes, ...rest } = draft
  const text = indexText(body)
  const standing = standingOf(draft, twins)
  return {
    study,
    fileName: file.name,
    encoding: file.outcome.encoding ?? '',
    draft: rest,
    path: draftPath(study, draft.id),
    standing,
    twin: standing === 'twin' ? { title: twins[0]!.title, outlet: twins[0]!.source.outlet } : undefined,
    changed: changedOf(changes),
    blocks: blocks.map((block, place) => ({
      kind: block.kind,
      text: text.slice(block.start, block.end),
      pieces: place === chosen ? piecesOf(text.slice(block.start, block.end), block.start) : undefined,
    })),
    languages: offeredLanguages(language, draft.language),
    sourceFields: SOURCE_FIELDS,
    hasKinds: blocks.length <= MOST_KINDS,
  }
}

/** Where a block may be cut: before each sentence, and before each line. */
function piecesOf(block: string, start: number): { start: number; text: string }[] {
  const text = indexText(block)
  const cuts = new Set([0, block.length])
  for (const { startUtf16 } of sentences(block)) cuts.add(startUtf16)
  for (const { index } of block.matchAll(/\n(?=\P{White_Space})/gu)) cuts.add(index + 1)
  const places = [...cuts].sort((a, b) => a - b)
  return places
    .slice(0, -1)
    .map((from, index) => ({
      start: start + text.toCodePoints(from),
      text: block.slice(from, places[index + 1]).trim(),
    }))
    .filter((piece) => piece.text !== '')
}

/** The fields that a column of a table can hold, as a form offers them. */
export const COLUMN_FIELDS: readonly Field[] = FIELDS

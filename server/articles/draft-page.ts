/** A draft as its page shows it: what it says about the article, and each block with what can be done to it. */
import { type OfferedLanguage, offeredLanguages } from '../studies/languages.ts'
import type { OpenStudy } from '../studies/study.ts'
import { BLOCK_KINDS, type Block, type BlockKind } from '../text/blocks.ts'
import { indexText } from '../text/code-points.ts'
import { sentences } from '../text/sentences.ts'
import type { Draft, IntakeFile } from './draft.ts'
import {
  type ChangeRow,
  changedOf,
  draftPath,
  SOURCE_FIELDS,
  type Standing,
  standingOf,
  type Twins,
} from './intake-page.ts'

/** How the page is opened: with the bounds of a block, or after everything was kept. */
export interface ShownAs {
  readonly block?: number | undefined
  readonly saved?: number | undefined
}

/** A form that comes back: as it was typed, with what is wrong. */
export interface TypedAgain {
  readonly typed: Readonly<Record<string, string>>
  readonly faults: Readonly<Record<string, string>>
  /** The draft has been corrected elsewhere since. */
  readonly isStale: boolean
}

export interface DraftPage {
  readonly study: OpenStudy
  readonly fileName: string
  readonly encoding: string
  readonly revision: number
  /** What stands in the fields, by their names. */
  readonly fields: Readonly<Record<string, string>>
  readonly textLanguage: string
  readonly faults: Readonly<Record<string, string>>
  readonly isStale: boolean
  readonly isSaved: boolean
  readonly chosen: number | undefined
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
  { study, file, draft, twins }: { study: OpenStudy; file: IntakeFile; draft: Draft; twins: Twins },
  { block: chosen, saved }: ShownAs,
  reader: string,
  again?: TypedAgain,
): DraftPage {
  const { body, blocks, changes } = draft
  const text = indexText(body)
  const standing = standingOf(draft, twins)
  return {
    study,
    fileName: file.name,
    encoding: file.outcome.encoding ?? '',
    revision: draft.revision,
    fields: { title: draft.title, language: draft.language, ...stated(draft.source), ...again?.typed },
    textLanguage: draft.language,
    faults: again?.faults ?? {},
    isStale: again?.isStale ?? false,
    isSaved: saved !== undefined,
    chosen,
    path: draftPath(study, draft.id),
    standing,
    twin: standing === 'twin' ? { title: twins[0]!.title, outlet: twins[0]!.source.outlet } : undefined,
    changed: changedOf(changes),
    blocks: blocks.map((block, place) => ({
      kind: kindTyped(again, blocks.length, place) ?? block.kind,
      text: text.slice(block.start, block.end),
      pieces: place === chosen ? piecesOf(text.slice(block.start, block.end), block.start) : undefined,
    })),
    languages: offeredLanguages(reader, draft.language),
    sourceFields: SOURCE_FIELDS,
    hasKinds: blocks.length <= MOST_KINDS,
  }
}

/** What a source says, without what it does not. */
function stated(source: Draft['source']): Record<string, string> {
  return Object.fromEntries(SOURCE_FIELDS.flatMap((field) => (source[field] ? [[field, source[field]]] : [])))
}

/** As long as no block has come or gone since. */
function kindTyped(again: TypedAgain | undefined, blocks: number, place: number): BlockKind | undefined {
  if (!again || `kind-${blocks}` in again.typed || !(`kind-${blocks - 1}` in again.typed)) return undefined
  return BLOCK_KINDS.find((kind) => kind === again.typed[`kind-${place}`])
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

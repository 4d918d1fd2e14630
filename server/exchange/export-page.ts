/** What the page shows on which a dataset is chosen, looked at and taken. */
import { SET_STATES } from '../annotations/annotation-set.ts'
import { inLanguage } from '../codebook/codebook.ts'
import type { OpenStudy } from '../studies/study.ts'
import type { DatasetHeader } from './dataset.ts'
import type { Loss } from './format.ts'
import { LOAD_LINES, type LoadLines } from './load-lines.ts'
import { type Selection, selectionEntries } from './selection.ts'

export interface ExportView {
  readonly study: OpenStudy
  readonly isWhole: boolean
  readonly format: { readonly id: string; readonly fileName: string }
  readonly formats: readonly string[]
  /** The file that belongs beside the dataset. */
  readonly beside: string | undefined
  /** Before anything is selected. */
  readonly header: DatasetHeader
  readonly selection: Selection
  readonly articles: number
  readonly readings: number
  readonly annotations: number
  /** Undefined where there is so much that it is counted with the file only. */
  readonly losses: readonly Loss[] | undefined
  readonly preview: Preview | undefined
  readonly manual: { readonly html: string }
}

export interface Preview {
  /** Of a format of several files: which one this is the beginning of. */
  readonly file: string | undefined
  /** The rows of a table, where the format itself is not for the eye. */
  readonly isTable: boolean
  readonly text: string
}

interface Choice {
  readonly value: string
  readonly label: string
  readonly isChosen: boolean
}

export interface ExportPage extends Omit<ExportView, 'header' | 'formats' | 'format' | 'losses' | 'beside'> {
  readonly losses: readonly { readonly what: string; readonly count: string }[] | undefined
  readonly format: string
  readonly formats: readonly string[]
  /** Of people who are named beside their pseudonym. */
  readonly names: readonly string[]
  readonly choices: {
    readonly rounds: readonly Choice[]
    readonly annotators: readonly Choice[]
    readonly tags: readonly Choice[]
    readonly states: readonly string[]
  }
  readonly download: string
  readonly beside: { readonly name: string; readonly path: string } | undefined
  readonly command: string
  readonly loadLines: readonly LoadLines[]
}

export function exportPage(view: ExportView, language: string): ExportPage {
  const { study, format, header, selection, losses, beside, ...rest } = view
  const integer = new Intl.NumberFormat(language)
  const { rounds, annotators, tags } = selection
  const fields = selectionEntries(selection)
  const address = new URLSearchParams(fields)
  const tagsById = new Map(header.codebooks.flatMap((codebook) => codebook.tags.map((tag) => [tag.id, tag])))
  return {
    ...rest,
    ...{ study, selection },
    names: header.annotators
      .filter(({ id, name }) => name !== undefined && (annotators?.includes(id) ?? true))
      .map(({ id, name }) => `${name} (${id})`),
    losses: losses?.map(({ what, count }) => ({ what, count: integer.format(count) })),
    format: format.id,
    choices: {
      rounds: header.rounds.map(({ id, title }) => choiceOf(id, title, rounds)),
      annotators: header.annotators.map(({ id }) => choiceOf(id, id, annotators)),
      tags: [...tagsById.values()].map(({ id, label }) => choiceOf(id, inLanguage(label, language), tags)),
      states: SET_STATES,
    },
    download: `/studies/${study.id}/datasets/${format.id}${address.size > 0 ? `?${address}` : ''}`,
    beside:
      beside === undefined ? undefined : { name: beside, path: `/studies/${study.id}/datasets/${format.id}/beside` },
    command: commandOf(study.slug, format, fields),
    loadLines: (LOAD_LINES[format.id] ?? []).map(({ language, lines }) => ({
      language,
      lines: lines.map((line) => line.replaceAll('FILE', format.fileName)),
    })),
  }
}

function choiceOf(value: string, label: string, chosen: readonly string[] | undefined): Choice {
  return { value, label, isChosen: chosen?.includes(value) ?? false }
}

function commandOf(slug: string, format: ExportView['format'], fields: readonly (readonly [string, string])[]): string {
  const options = fields.map(([name, value]) => `--${name} ${quoted(value)}`)
  const all = ['--study', slug, '--format', format.id, ...options, '--out', format.fileName]
  return `npm run --silent lesart -- export ${all.join(' ')}`
}

/** As a shell takes it for one word. */
function quoted(value: string): string {
  return /^[\w.-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`
}

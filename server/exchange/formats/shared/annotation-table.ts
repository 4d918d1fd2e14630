/** A dataset as a table: one annotation a row, and a row for each reading in which nothing is marked. */
import { type QuotedAnnotation, quoted } from '../../../annotations/annotation.ts'
import type { AttributeValue } from '../../../codebook/codebook.ts'
import type { Dataset, DatasetArticle, DatasetSet } from '../../dataset.ts'
import type { Omission } from '../../format.ts'
import { attributeIds, roleIds } from './header-ids.ts'
import { WITHOUT } from './omissions.ts'

export const ARTICLE_COLUMNS = ['article', 'title', 'round', 'annotator', 'state'] as const
export const ANNOTATION_COLUMNS = [
  ...(['annotation', 'tag', 'start', 'end', 'quote', 'confidence', 'second_tag', 'note', 'created_at'] as const),
  'changed_at',
] as const

/** What no such table carries. */
export const TABLE_OMISSIONS: readonly Omission[] = [
  ...[WITHOUT.study, WITHOUT.codebook, WITHOUT['annotator-details'], WITHOUT['round-details']],
  ...[WITHOUT.text, WITHOUT.language, WITHOUT.source, WITHOUT.block, WITHOUT['article-without-sets']],
  ...[WITHOUT['set-id'], WITHOUT.reason, WITHOUT.answers, WITHOUT['active-seconds'], WITHOUT.origin],
]

export interface TableRow {
  readonly article: DatasetArticle
  readonly set: DatasetSet
  /** Undefined: read, nothing found. */
  readonly annotation: QuotedAnnotation | undefined
}

export function tableRows(article: DatasetArticle): TableRow[] {
  return article.annotationSets.flatMap((set): TableRow[] =>
    set.annotations.length === 0
      ? [{ article, set, annotation: undefined }]
      : set.annotations.map((annotation) => ({ article, set, annotation: quoted(annotation, article.body) })),
  )
}

export interface FlatTable {
  readonly columns: readonly string[]
  cells(row: TableRow): string[]
}

/** The table with texts only: a column for each attribute, two for each role. */
export function flatTable({ header }: Dataset): FlatTable {
  const attributes = attributeIds(header)
  const roles = roleIds(header)
  return {
    columns: [
      ...ARTICLE_COLUMNS,
      ...ANNOTATION_COLUMNS,
      ...attributes.map((id) => `attribute.${id}`),
      ...roles.flatMap((id) => [`part.${id}`, `part.${id}.quote`]),
    ],
    cells: ({ article, set, annotation }) => [
      ...[article.id, article.title, set.round, set.annotator, set.state],
      ...annotationCells(annotation),
      ...attributes.map((id) => answerCell(annotation?.attributes?.[id])),
      ...roles.flatMap((id) => partCells(annotation, id)),
    ],
  }
}

function annotationCells(annotation: QuotedAnnotation | undefined): string[] {
  if (!annotation) return ANNOTATION_COLUMNS.map(() => '')
  const { id, tag, start, end, quote, confidence = '', secondTag = '', note = '', createdAt, changedAt } = annotation
  return [id, tag, String(start), String(end), quote, confidence, secondTag, note, createdAt, changedAt]
}

function answerCell(value: AttributeValue | undefined): string {
  return value === undefined ? '' : valuesOf(value).join('|')
}

/** An answer as texts: several where several were chosen. */
export function valuesOf(value: AttributeValue): string[] {
  return Array.isArray(value) ? [...value] : [String(value)]
}

function partCells(annotation: QuotedAnnotation | undefined, role: string): string[] {
  const parts = annotation?.parts?.filter((part) => part.role === role) ?? []
  return [parts.map(({ start, end }) => `${start}-${end}`).join('|'), parts.map(({ quote }) => quote).join(' | ')]
}

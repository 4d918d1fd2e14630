/** Writes `csv` (RFC 4180, UTF-8, LF): one annotation a row, values exact. Manual: csv.md. */
import { type QuotedAnnotation, quoted } from '../../annotations/annotation.ts'
import type { Attribute, AttributeValue, Codebook } from '../../codebook/codebook.ts'
import { csvRow } from '../../text/csv-row.ts'
import type { Dataset, DatasetArticle, DatasetSet } from '../dataset.ts'
import type { FileFormat, Omission } from '../format.ts'
import { WITHOUT } from './shared/omissions.ts'

const OMISSIONS: readonly Omission[] = [
  ...[WITHOUT.study, WITHOUT.codebook, WITHOUT['annotator-details'], WITHOUT['round-details']],
  ...[WITHOUT.text, WITHOUT.language, WITHOUT.source, WITHOUT.block, WITHOUT['article-without-sets']],
  ...[WITHOUT['set-id'], WITHOUT.reason, WITHOUT.answers, WITHOUT['active-seconds'], WITHOUT.origin],
]

export const csv: FileFormat = {
  id: 'csv',
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  files: 'one',
  omissions: OMISSIONS,
  holds: 'readings',
  write,
}

const ARTICLE_COLUMNS = ['article', 'title', 'round', 'annotator', 'state']
const ANNOTATION_COLUMNS = [
  ...['annotation', 'tag', 'start', 'end', 'quote', 'confidence', 'second_tag', 'note', 'created_at', 'changed_at'],
]

async function* write({ header, articles }: Dataset): AsyncIterable<string> {
  const attributes = idsOf(header.codebooks, (tag) => tag.attributes)
  const roles = idsOf(header.codebooks, (tag) => tag.roles)
  yield csvRow([
    ...ARTICLE_COLUMNS,
    ...ANNOTATION_COLUMNS,
    ...attributes.map((id) => `attribute.${id}`),
    ...roles.flatMap((id) => [`part.${id}`, `part.${id}.quote`]),
  ])
  for await (const article of articles) {
    for (const set of article.annotationSets) {
      const columns = (annotation?: QuotedAnnotation) => [
        ...setCells(article, set),
        ...annotationCells(annotation),
        ...attributes.map((id) => attributeCell(annotation?.attributes?.[id])),
        ...roles.flatMap((id) => partCells(annotation, id)),
      ]
      // „Read, nothing found“ is a row too.
      if (set.annotations.length === 0) yield csvRow(columns())
      for (const annotation of set.annotations) yield csvRow(columns(quoted(annotation, article.body)))
    }
  }
}

function setCells(article: DatasetArticle, set: DatasetSet): string[] {
  return [article.id, article.title, set.round, set.annotator, set.state]
}

function annotationCells(annotation: QuotedAnnotation | undefined): string[] {
  if (!annotation) return ANNOTATION_COLUMNS.map(() => '')
  const { id, tag, start, end, quote, confidence = '', secondTag = '', note = '', createdAt, changedAt } = annotation
  return [id, tag, String(start), String(end), quote, confidence, secondTag, note, createdAt, changedAt]
}

function attributeCell(value: AttributeValue | undefined): string {
  if (value === undefined) return ''
  return Array.isArray(value) ? value.join('|') : String(value)
}

function partCells(annotation: QuotedAnnotation | undefined, role: string): string[] {
  const parts = annotation?.parts?.filter((part) => part.role === role) ?? []
  return [parts.map(({ start, end }) => `${start}-${end}`).join('|'), parts.map(({ quote }) => quote).join(' | ')]
}

/** Ids of attributes or roles over all tags and codebooks, each once, in the codebooks' order. */
function idsOf(
  codebooks: readonly Codebook[],
  of: (tag: Codebook['tags'][number]) => readonly Pick<Attribute, 'id'>[] | undefined,
): string[] {
  return [
    ...new Set(codebooks.flatMap((codebook) => codebook.tags.flatMap((tag) => (of(tag) ?? []).map(({ id }) => id)))),
  ]
}

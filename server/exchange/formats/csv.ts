/** Writes `csv` (RFC 4180, UTF-8, LF): one annotation a row, values exact. Manual: csv.md. */
import { type Annotation, type QuotedAnnotation, quoted } from '../../annotations/annotation.ts'
import type { Attribute, AttributeValue, Codebook } from '../../codebook/codebook.ts'
import { csvRow } from '../../text/csv-row.ts'
import type { Dataset, DatasetArticle, DatasetSet } from '../dataset.ts'
import type { Format, Omission } from '../format.ts'

/** How many of an article's sets, or of the annotations in them, have something. */
const setsWith = (has: (set: DatasetSet) => boolean) => (article: DatasetArticle) =>
  article.annotationSets.filter(has).length
const annotationsWith = (has: (annotation: Annotation) => boolean) => (article: DatasetArticle) =>
  article.annotationSets.flatMap((set) => set.annotations).filter(has).length

const OMISSIONS: readonly Omission[] = [
  { what: 'study', inHeader: () => 1 },
  { what: 'codebook', inHeader: ({ codebooks }) => codebooks.length },
  { what: 'annotator-details', inHeader: ({ annotators }) => annotators.length },
  { what: 'round-details', inHeader: ({ rounds }) => rounds.length },
  { what: 'text', inArticle: () => 1 },
  { what: 'language', inArticle: () => 1 },
  { what: 'source', inArticle: ({ source }) => (Object.values(source).some((value) => value !== undefined) ? 1 : 0) },
  { what: 'block', inArticle: ({ blocks }) => blocks.length },
  { what: 'article-without-sets', inArticle: ({ annotationSets }) => (annotationSets.length === 0 ? 1 : 0) },
  { what: 'set-id', inArticle: setsWith(() => true) },
  { what: 'reason', inArticle: setsWith(({ reason }) => reason !== undefined) },
  { what: 'answers', inArticle: setsWith(({ answers }) => answers !== undefined) },
  { what: 'active-seconds', inArticle: setsWith(({ activeSeconds }) => activeSeconds !== undefined) },
  { what: 'origin', inArticle: annotationsWith(({ origin }) => origin !== 'annotator') },
]

export const csv: Format = {
  id: 'csv',
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8',
  omissions: OMISSIONS,
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

/** Writes `tokens`: a row per token of the coded text and annotator. Manual: tokens.md. */
import type { Annotation } from '../../annotations/annotation.ts'
import type { Span } from '../../text/span.ts'
import type { Dataset, DatasetArticle, DatasetHeader, DatasetSet } from '../dataset.ts'
import type { FileFormat } from '../format.ts'
import { roleIds, tagIds } from './shared/header-ids.ts'
import { WITHOUT } from './shared/omissions.ts'
import { tokensOf, touching } from './shared/tokens.ts'
import { NOTHING, tsvRow } from './shared/tsv.ts'

export const tokens: FileFormat = {
  id: 'tokens',
  extension: 'tokens.tsv',
  mediaType: 'text/tab-separated-values; charset=utf-8',
  files: 'one',
  holds: 'readings',
  needsText: true,
  omissions: [
    ...[WITHOUT.study, WITHOUT.codebook, WITHOUT['annotator-details'], WITHOUT['round-details'], WITHOUT.title],
    ...[WITHOUT.language, WITHOUT.source, WITHOUT.block, WITHOUT['article-without-sets'], WITHOUT.round],
    ...[WITHOUT['set-id'], WITHOUT.state, WITHOUT.reason, WITHOUT.answers, WITHOUT['active-seconds']],
    { what: 'outside-coded-text', inArticle: outside },
    ...[WITHOUT.attribute, WITHOUT.confidence, WITHOUT['second-tag'], WITHOUT.note, WITHOUT.origin, WITHOUT.time],
  ],
  write,
}

/** Marks that touch no token. */
function outside(article: DatasetArticle): number {
  const marks = article.annotationSets.flatMap(({ annotations }) => annotations)
  return marks.length - new Set(touching(tokensOf(article), marks).flat()).size
}

interface Columns {
  readonly tags: readonly string[]
  readonly roles: readonly string[]
  /** Where marks cannot overlap, a token is inside or begins one; else the ids say which ones it is in. */
  readonly areFlat: boolean
}

async function* write({ header, articles }: Dataset): AsyncIterable<string> {
  const columns = columnsOf(header)
  const roles = columns.roles.map((role) => (columns.tags.includes(role) ? `part.${role}` : role))
  yield tsvRow(['article', 'annotator', 'token', 'start', 'end', 'text', ...columns.tags, ...roles])
  for await (const article of articles) {
    const pieces = tokensOf(article)
    for (const set of article.annotationSets) yield rowsOf(article, set, pieces, columns)
  }
}

function columnsOf(header: DatasetHeader): Columns {
  const areFlat = header.codebooks.every(({ overlap }) => overlap === 'forbidden')
  return { tags: tagIds(header), roles: roleIds(header), areFlat }
}

function rowsOf(article: DatasetArticle, set: DatasetSet, pieces: readonly Span[], columns: Columns): string {
  const marks = touching(pieces, set.annotations)
  const parts = touching(
    pieces,
    set.annotations.flatMap(({ id, parts }) => parts.map((part) => ({ ...part, id }))),
  )
  let rows = ''
  for (const [place, { start, end }] of pieces.entries())
    rows += tsvRow([
      ...[article.id, set.annotator, String(place + 1), String(start), String(end), article.body.slice(start, end)],
      ...columns.tags.map((tag) => tagCell(tag, marks[place]!, pieces[place - 1], columns)),
      ...columns.roles.map((role) => idCell(parts[place]!.filter((part) => part.role === role))),
    ])
  return rows
}

function tagCell(tag: string, marks: readonly Annotation[], before: Span | undefined, { areFlat }: Columns): string {
  const own = marks.filter((mark) => mark.tag === tag)
  if (!areFlat) return idCell(own)
  const mark = own[0]
  if (!mark) return 'O'
  return before && mark.start < before.end ? `I-${tag}` : `B-${tag}`
}

function idCell(items: readonly { readonly id: string }[]): string {
  return [...new Set(items.map(({ id }) => id))].join('|') || NOTHING
}

/** The desk's data as the page brings them, with the body indexed. */
import { type Annotation, type SparseAnnotation, whole } from '../../server/annotations/annotation.ts'
import type { DeskAccount, DeskData } from '../../server/annotations/annotation-page.ts'
import type { DocumentAnswers } from '../../server/annotations/document-answers.ts'
import type { Article } from '../../server/articles/article.ts'
import { type Codebook, findTag, inLanguage, type Tag } from '../../server/codebook/codebook.ts'
import { indexText } from '../../server/text/code-points.ts'
import type { Words } from '../../server/words/words.ts'
import { find } from './dom.ts'

export interface Desk {
  readonly round: string
  readonly article: Article
  readonly codebook: Codebook
  readonly annotations: readonly Annotation[]
  readonly answers: DocumentAnswers
  readonly beside: { readonly name: string; readonly annotations: readonly Annotation[] } | undefined
  readonly mayMark: boolean
  readonly account: DeskAccount | undefined
  readonly language: string
  readonly words: Words['script']
}

export function readDesk(): Desk {
  const data: DeskData & { words: Words['script'] } = JSON.parse(find('#desk-data').textContent)
  const annotations: SparseAnnotation[] = JSON.parse(find('#desk-annotations').textContent)
  const { body, ...article } = data.article
  return {
    ...data,
    annotations: annotations.map(whole),
    beside: data.beside && { ...data.beside, annotations: data.beside.annotations.map(whole) },
    article: { ...article, body: indexText(body), studyId: '', source: {}, sha256: '' },
  }
}

export function tagLabel(desk: Desk, id: string): string {
  const tag = findTag(desk.codebook, id)
  return tag ? inLanguage(tag.label, desk.language) : id
}

/** The tags that can be chosen: retired ones only where they are chosen already. */
export function choosableTags(desk: Desk, chosen?: string): Tag[] {
  return desk.codebook.tags.filter((tag) => !tag.retired || tag.id === chosen)
}

/** The words of a span, shortened in the middle where they are many. */
export function shortQuote(desk: Desk, span: { start: number; end: number }): string {
  return shorten(desk.article.body.slice(span.start, span.end))
}

/** Words, shortened in the middle where they are many. */
export function shorten(quote: string): string {
  if (quote.length <= 80) return quote
  return `${quote.slice(0, 48).replace(/\s\S*$/u, '')} … ${quote.slice(-24).replace(/^\S*\s/u, '')}`
}

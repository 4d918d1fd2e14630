/** An article sentence by sentence, for who marks by forms: each sentence with its marks. */
import { type Article, codedBlocks } from '../articles/article.ts'
import { findTag, inLanguage } from '../codebook/codebook.ts'
import { tagClasses } from '../codebook/tag-look.ts'
import { type EdgeWords, tagStyles } from '../codebook/tag-styles.ts'
import { deskPath } from '../rounds/desk-path.ts'
import { sentencesIn } from '../text/sentences.ts'
import { overlap, type Span } from '../text/span.ts'
import type { Annotation } from './annotation.ts'
import type { Desk } from './annotation-page.ts'
import { type DocumentQuestions, documentQuestions } from './answers-page.ts'
import { type Flow, flowOf, shortened } from './flow-page.ts'
import { readingHtml } from './reading-html.ts'
import { summaryOf } from './summary.ts'

type SentenceWords = EdgeWords & { readonly yes: string; readonly no: string }

export interface TagButton {
  readonly id: string
  readonly label: string
  readonly classes: string
}

export interface SentencesPage {
  readonly desk: Pick<Desk, 'study' | 'mayMark' | 'mayAsk'>
  readonly path: string
  /** For the head of the page. */
  readonly tagStyles: string
  readonly article: Pick<Article, 'title' | 'language'>
  readonly flow: Flow | undefined
  readonly document: DocumentQuestions | undefined
  readonly tags: readonly TagButton[]
  readonly sentences: readonly SentenceRow[]
}

interface SentenceRow extends Span {
  readonly quote: string
  readonly html: string
  /** Ids for the mark that may be made here: made with the page, so that a form that is sent twice acts once. */
  readonly action: string
  readonly annotation: string
  /** The marks that begin here. */
  readonly marks: readonly MarkRow[]
}

interface MarkRow extends TagButton {
  readonly revision: number
  readonly quote: string
  readonly summary: string
  /** Id for the action that takes it back. */
  readonly action: string
}

/** The sentences of the blocks that can be marked, in order. */
export function sentenceSpans(article: Article): Span[] {
  return codedBlocks(article).flatMap((block) => sentencesIn(article.body, block))
}

/** Where on the page a mark stands: at the sentence in which it begins, else at the last one before it. */
export function sentenceAnchor(article: Article, { start }: Pick<Span, 'start'>): string {
  const spans = sentenceSpans(article)
  const sentence = spans.findLast((span) => span.start <= start) ?? spans[0]
  return sentence ? `#s${sentence.start}` : ''
}

export function sentencesPage(desk: Desk, language: string, words: SentenceWords, newId: () => string): SentencesPage {
  const { article, codebook, annotations } = desk
  const spans = sentenceSpans(article)
  return {
    desk,
    path: deskPath(desk.round.id, article.id),
    tagStyles: tagStyles(codebook, language, words),
    article,
    flow: flowOf(desk, language),
    document: documentQuestions(desk, language, words),
    tags: codebook.tags
      .filter(({ retired }) => !retired)
      .map((tag) => ({ id: tag.id, label: inLanguage(tag.label, language), classes: tagClasses(tag) })),
    sentences: spans.map((span, index) => ({
      ...span,
      quote: article.body.slice(span.start, span.end),
      html: sentenceHtml(desk, span, language),
      action: newId(),
      annotation: newId(),
      marks: annotations
        .filter(({ start }) => (index === 0 || start >= span.start) && start < (spans[index + 1]?.start ?? Infinity))
        .map((annotation) => markRow(desk, annotation, language, newId())),
    })),
  }
}

function sentenceHtml({ article, annotations }: Desk, span: Span, language: string): string {
  const sentence = { ...article, blocks: [{ kind: 'paragraph' as const, ...span }] }
  const inside = annotations.filter((one) => overlap(one, span) || one.parts.some((part) => overlap(part, span)))
  return readingHtml({
    article: sentence,
    annotations: inside,
    language,
    repeatedHere: '',
  })
}

function markRow({ article, codebook }: Desk, annotation: Annotation, language: string, action: string): MarkRow {
  const tag = findTag(codebook, annotation.tag)
  return {
    id: annotation.id,
    revision: annotation.revision,
    label: tag ? inLanguage(tag.label, language) : annotation.tag,
    classes: tagClasses(tag),
    quote: shortened(article.body.slice(annotation.start, annotation.end)),
    summary: summaryOf(tag, annotation.attributes, language),
    action,
  }
}

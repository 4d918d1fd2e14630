/** What the desk shows of the way through a round: how the set stands, what is still open, where to go next. */
import { inLanguage } from '../codebook/codebook.ts'
import { deskPath } from '../rounds/desk-path.ts'
import { dayInWords } from '../rounds/due.ts'
import type { Desk } from './annotation-page.ts'
import { isClosed } from './annotation-set.ts'
import { openDocumentQuestions, openQuestions } from './open-questions.ts'
import { nextPath, type Progress } from './progress.ts'

export interface Flow {
  readonly progress: Progress
  /** The address of this article's desk, under which the forms lie. */
  readonly path: string
  /** The desk of the next open article, where there is one. */
  readonly next: string | undefined
  /** The day by which the round should be read. */
  readonly due: string | undefined
  readonly isFinished: boolean
  readonly isSkipped: boolean
  readonly reason: string | undefined
  readonly hasMarks: boolean
  readonly open: readonly OpenRow[]
  readonly openDocument: readonly OpenDocumentRow[]
}

/** A required question about the article without an answer. */
export interface OpenDocumentRow {
  readonly id: string
  readonly question: string
}

/** A required question without an answer. */
export interface OpenRow {
  readonly annotation: string
  readonly quote: string
  readonly question: string
}

export function flowOf(desk: Omit<Desk, 'study' | 'reading'>, language: string): Flow | undefined {
  const { progress, round, article, set, annotations } = desk
  if (!progress) return undefined
  return {
    progress,
    path: deskPath(round.id, article.id),
    next: nextPath(progress),
    due: progress.dueOn && dayInWords(progress.dueOn, language),
    isFinished: set?.state === 'finished',
    isSkipped: set?.state === 'skipped',
    reason: set?.reason,
    hasMarks: annotations.length > 0,
    open: isClosed(set) ? [] : openRows(desk, language),
    openDocument: isClosed(set) ? [] : openDocumentRows(desk, language),
  }
}

const LONGEST_QUOTE = 60

function openRows(
  { codebook, article, annotations }: Pick<Desk, 'codebook' | 'article' | 'annotations'>,
  language: string,
): OpenRow[] {
  return openQuestions(codebook, annotations).map(({ annotation, question }) => ({
    annotation: annotation.id,
    quote: shortened(article.body.slice(annotation.start, annotation.end)),
    question: inLanguage(question.label, language),
  }))
}

function openDocumentRows(
  { codebook, answers }: Pick<Desk, 'codebook' | 'answers'>,
  language: string,
): OpenDocumentRow[] {
  return openDocumentQuestions(codebook, answers.answers).map(({ id, label }) => ({
    id,
    question: inLanguage(label, language),
  }))
}

/** Words, shortened at their end where they are many. */
export function shortened(quote: string): string {
  const characters = [...quote]
  if (characters.length <= LONGEST_QUOTE) return quote
  return `${characters
    .slice(0, LONGEST_QUOTE)
    .join('')
    .replace(/\s+\S*$/, '')} …`
}

export interface UnfinishedPage {
  readonly path: string
  readonly article: { readonly language: string }
  /** What does not fit, where it is no open question. */
  readonly fault: string | undefined
  readonly open: readonly OpenRow[]
  readonly openDocument: readonly OpenDocumentRow[]
}

/** Why an article cannot be finished yet. */
export function unfinishedPage(
  desk: Desk,
  language: string,
  reason: unknown,
  words: { nothingMarked: string; marksStand: string },
): UnfinishedPage {
  const faults: Readonly<Record<string, string>> = {
    'nothing-marked': words.nothingMarked,
    'marks-stand': words.marksStand,
  }
  return {
    path: deskPath(desk.round.id, desk.article.id),
    article: { language: desk.article.language },
    fault: faults[String(reason)],
    open: openRows(desk, language),
    openDocument: openDocumentRows(desk, language),
  }
}

/** What is shown of questions: to who asked, beside the text, and to all who mark in a study. */
import type { Article } from '../articles/article.ts'
import { deskPath, guidePath, passageAnchor } from '../rounds/desk-path.ts'
import type { Round } from '../rounds/round.ts'
import type { Study } from '../studies/study.ts'
import type { Span } from '../text/span.ts'
import type { ListedQuestion, Question, SharedQuestion } from './question.ts'

export interface QuestionRow {
  readonly id: string
  readonly text: string
  /** The words of the passage, undefined where it is about the whole article. */
  readonly quote: string | undefined
  /** The desk, opened at the passage. */
  readonly path: string
  readonly language: string
  readonly answers: readonly string[]
  /** Whether the reader has asked it, where that matters. */
  readonly isOwn: boolean
}

export function questionRow(question: Question | SharedQuestion, article: Article): QuestionRow {
  const { id, text, span, answers } = question
  return {
    id,
    text,
    quote: span && article.body.slice(span.start, span.end),
    path: deskPath(question.roundId, question.articleId) + (span ? passageAnchor(span) : ''),
    language: article.language,
    answers: answers.map((answer) => answer.text),
    isOwn: !('isOwn' in question) || question.isOwn,
  }
}

export interface AskPage {
  readonly path: string
  readonly article: Pick<Article, 'title' | 'language'>
  readonly questions: readonly QuestionRow[]
  readonly takesQuestions: boolean
  /** Id of the question that may be asked: made with the page, so that a form that is sent twice asks once. */
  readonly id: string
  readonly passage: (Span & { readonly quote: string }) | undefined
}

/** The page on which one asks by a form. */
export function askPage(
  { round, article, questions }: { round: Round; article: Article; questions: readonly SharedQuestion[] },
  span: { start?: number | undefined; end?: number | undefined },
  id: string,
): AskPage {
  const { start = 0, end = 0 } = span
  const isInside = start < end && end <= article.body.length
  return {
    path: deskPath(round.id, article.id),
    article: { title: article.title, language: article.language },
    questions: questions.map((question) => questionRow(question, article)),
    takesQuestions: round.closedAt === undefined,
    id,
    passage: isInside ? { start, end, quote: article.body.slice(start, end) } : undefined,
  }
}

export interface AnsweredPage {
  readonly study: Pick<Study, 'title'>
  readonly guidePath: string
  readonly asked: readonly (Omit<QuestionRow, 'path'> & { readonly articleTitle: string })[]
}

/** What has been asked and answered in a study. Nothing leads to the passages: not everybody has the same articles. */
export function answeredPage({
  round,
  study,
  asked,
}: {
  round: Round
  study: Study
  asked: readonly { question: ListedQuestion; article: Article }[]
}): AnsweredPage {
  return {
    study,
    guidePath: guidePath(round.id),
    asked: asked.map(({ question, article }) => {
      const { path: _, ...row } = questionRow(question, article)
      return { ...row, articleTitle: question.articleTitle }
    }),
  }
}

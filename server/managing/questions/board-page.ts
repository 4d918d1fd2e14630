/** The page on which those who manage a study answer its questions, and make examples of them. */
import type { Article } from '../../articles/article.ts'
import { inLanguage } from '../../codebook/codebook.ts'
import { hasExample } from '../../codebook/examples.ts'
import type { ListedQuestion } from '../../questions/question.ts'
import { type QuestionRow, questionRow } from '../../questions/question-page.ts'
import type { OpenStudy } from '../../studies/study.ts'
import { draftPath, versionPath } from '../codebook/codebook-paths.ts'
import { type Board, likelyTag, type Said } from './board.ts'

export interface BoardPage {
  readonly study: OpenStudy
  readonly path: string
  /** Why something was not done. */
  readonly notice: string | undefined
  readonly tags: readonly { readonly id: string; readonly label: string }[]
  readonly asked: readonly AskedRow[]
}

interface AskedRow extends QuestionRow, Pick<ListedQuestion, 'articleTitle' | 'roundTitle' | 'pseudonym'> {
  /** Id of the answer that may be given: made with the page, so that a form that is sent twice answers once. */
  readonly newAnswer: string
  /** What becomes an example, undefined where that cannot be. */
  readonly example: { readonly answer: string; readonly tag: string | undefined } | undefined
  /** The guidelines in which the passage is an example already. */
  readonly guidelinesPath: string | undefined
}

export function boardPage(board: Board, language: string, newId: () => string, notice?: string): BoardPage {
  const { study, asked, newest, draft, marks } = board
  const tags = ((draft ?? newest)?.tags ?? []).filter(({ retired }) => !retired)
  return {
    study,
    path: `/studies/${study.slug}/questions`,
    notice,
    tags: tags.map(({ id, label }) => ({ id, label: inLanguage(label, language) || id })),
    asked: asked.map(({ question, article }) => {
      const { articleTitle, roundTitle, pseudonym, answers, span } = question
      const answer = answers.at(-1)?.id
      const tag = likelyTag(tags, question, marks, language)
      return {
        ...questionRow(question, article),
        ...{ articleTitle, roundTitle, pseudonym },
        newAnswer: newId(),
        example: span && answer !== undefined ? { answer, tag } : undefined,
        guidelinesPath: guidelinesWith(board, question, article),
      }
    }),
  }
}

function guidelinesWith(
  { study, newest, draft }: Board,
  { span }: Pick<ListedQuestion, 'span'>,
  { body, title, source }: Article,
): string | undefined {
  if (!span) return undefined
  const passage = { ...span, quote: body.slice(span.start, span.end), title, outlet: source.outlet }
  const holds = ({ guidelines = {} }: Said) =>
    Object.entries(guidelines).some(([language, text]) => hasExample(text, passage, language))
  if (draft && holds(draft)) return `${draftPath(study.slug)}/guidelines`
  return !draft && newest && holds(newest) ? versionPath(study.slug, newest) : undefined
}

/** What pages show of the questions about a whole article: fields to answer in, or what was answered. */
import { type Answers, type Codebook, inLanguage } from '../codebook/codebook.ts'
import { deskPath } from '../rounds/desk-path.ts'
import type { Desk } from './annotation-page.ts'
import { type DocumentAnswers, questionsAsked } from './document-answers.ts'
import { type Field, questionFields } from './field-page.ts'
import { answerInWords } from './summary.ts'

interface Words {
  readonly yes: string
  readonly no: string
}

/** What names the fields: `answer.ID`. */
export const ANSWER = 'answer'

export interface DocumentQuestions {
  /** The revision that the fields show. */
  readonly base: number
  /** None where nothing can be answered. */
  readonly fields: readonly Field[]
  /** Question → answer in words. */
  readonly given: readonly (readonly [string, string])[]
}

type Shown = Pick<Desk, 'codebook' | 'answers' | 'mayMark'>

/** Undefined where there is nothing to show. */
export function documentQuestions(desk: Shown, language: string, words: Words): DocumentQuestions | undefined {
  const { codebook, answers, mayMark } = desk
  const fields = mayMark ? questionFields(codebook.questions ?? [], answers.answers, ANSWER, language, words) : []
  const given = mayMark ? [] : givenIn(codebook, answers, language, words)
  return fields.length + given.length === 0 ? undefined : { base: answers.revision, fields, given }
}

function givenIn(
  codebook: Codebook,
  { answers }: DocumentAnswers,
  language: string,
  words: Words,
): (readonly [string, string])[] {
  return questionsAsked(codebook, answers).flatMap((question) => {
    const answer = answerInWords(question, answers, language, words)
    return answer === undefined ? [] : [[inLanguage(question.label, language), answer] as const]
  })
}

/** Answers that were changed elsewhere while somebody was answering. */
export interface AnswersConflict {
  readonly desk: Pick<Desk, 'codebook' | 'round' | 'article'>
  /** How they stand now. */
  readonly current: DocumentAnswers
  readonly wanted: Answers
}

export interface AnswersPage {
  readonly path: string
  readonly document: DocumentQuestions
  /** How the answers stand now. */
  readonly current: readonly (readonly [string, string])[]
}

/** The form again, with what was to be answered, and how the answers stand now. */
export function answersPage({ desk, current, wanted }: AnswersConflict, language: string, words: Words): AnswersPage {
  const { codebook, round, article } = desk
  const fields = questionFields(codebook.questions ?? [], wanted, ANSWER, language, words)
  return {
    path: deskPath(round.id, article.id),
    document: { base: current.revision, fields, given: [] },
    current: givenIn(codebook, current, language, words),
  }
}

/** A question about the whole article that two readings answer otherwise. */
export interface AnswerDifference {
  readonly question: string
  /** Undefined where there is no answer. */
  readonly mine: string | undefined
  readonly theirs: string | undefined
}

export function answersBeside(
  { questions = [] }: Codebook,
  mine: Answers,
  theirs: Answers,
  language: string,
  words: Words,
): AnswerDifference[] {
  return questions.flatMap((question) => {
    const [one, other] = [mine, theirs].map((answers) => answerInWords(question, answers, language, words))
    return one === other ? [] : [{ question: inLanguage(question.label, language), mine: one, theirs: other }]
  })
}

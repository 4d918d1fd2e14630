/** Answers to the codebook's questions about a whole article. They have revisions, of which the newest one holds. */
import { isAsked } from '../codebook/answers.ts'
import type { Answers, Attribute, Codebook } from '../codebook/codebook.ts'

/** All answers of a set, as they stand after one of their revisions. */
export interface DocumentAnswers {
  /** From 1; 0 where nothing was answered yet. */
  readonly revision: number
  readonly answers: Answers
}

export const NO_ANSWERS: DocumentAnswers = { revision: 0, answers: {} }

/** The questions about the article that are asked, given the answers so far. */
export function questionsAsked({ questions = [] }: Codebook, answers: Answers): Attribute[] {
  return questions.filter((question) => isAsked(question, answers))
}

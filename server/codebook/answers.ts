/** Answers to a codebook's questions: what fits, and in which order they stand. */
import type { Answers, Attribute, AttributeValue } from './codebook.ts'

export type AnswerFault = 'unknown-attribute' | 'unknown-choice' | 'repeated-choice' | 'wrong-type' | 'outside-scale'

/** Each answer that does not fit its question: attribute id → reason. */
export function answerFaults(questions: readonly Attribute[], answers: Answers): Record<string, AnswerFault> {
  const faults: Record<string, AnswerFault> = {}
  for (const [id, value] of Object.entries(answers)) {
    const question = questions.find((question) => question.id === id)
    const fault = question ? answerFault(question, value) : 'unknown-attribute'
    if (fault) faults[id] = fault
  }
  return faults
}

function answerFault(question: Attribute, value: AttributeValue): AnswerFault | undefined {
  switch (question.kind) {
    case 'one-of':
      return typeof value === 'string' ? choicesFault(question, [value]) : 'wrong-type'
    case 'many-of':
      return Array.isArray(value) ? choicesFault(question, value) : 'wrong-type'
    case 'yes-no':
      return typeof value === 'boolean' ? undefined : 'wrong-type'
    case 'text':
      return typeof value === 'string' ? undefined : 'wrong-type'
    case 'scale':
      return scaleFault(question, value)
  }
}

function choicesFault(question: Attribute, chosen: readonly string[]): AnswerFault | undefined {
  if (new Set(chosen).size < chosen.length) return 'repeated-choice'
  const known = new Set(question.choices?.map((choice) => choice.id))
  return chosen.every((id) => known.has(id)) ? undefined : 'unknown-choice'
}

function scaleFault(question: Attribute, value: AttributeValue): AnswerFault | undefined {
  if (typeof value !== 'number' || !Number.isInteger(value)) return 'wrong-type'
  const inside = value >= (question.min ?? value) && value <= (question.max ?? value)
  return inside ? undefined : 'outside-scale'
}

/** The same answers in the codebook's order; empty texts and empty choices are no answers. Expects answers that fit. */
export function orderedAnswers(questions: readonly Attribute[], answers: Answers): Answers {
  const ordered: Record<string, AttributeValue> = {}
  for (const question of questions) {
    const value = answers[question.id]
    if (value === undefined || value === '') continue
    if (!Array.isArray(value)) ordered[question.id] = value
    else if (value.length > 0) ordered[question.id] = inOrder(question, value)
  }
  return ordered
}

function inOrder(question: Attribute, chosen: readonly string[]): string[] {
  return (question.choices ?? []).map((choice) => choice.id).filter((id) => chosen.includes(id))
}

/** Whether a question is asked at the desk, given the answers so far. */
export function isAsked(question: Attribute, answers: Answers): boolean {
  if (question.asked === 'never') return false
  if (!question.shownWhen) return true
  const value = answers[question.shownWhen.attribute]
  const given = Array.isArray(value) ? value : [value]
  return question.shownWhen.is.some((wanted) => given.includes(wanted))
}

/** An annotation in one line: what the margin says while its card is closed. */
import { type Answers, type Attribute, inLanguage, type Tag } from '../codebook/codebook.ts'

/** An answer in words, several joined by commas; undefined where the question has no answer. */
export function answerInWords(
  question: Attribute,
  answers: Answers,
  language: string,
  yesNo: { yes: string; no: string },
): string | undefined {
  const value = answers[question.id]
  if (value === undefined) return undefined
  if (typeof value === 'boolean') return value ? yesNo.yes : yesNo.no
  if (typeof value === 'number' || question.kind === 'text') return String(value)
  const chosen = Array.isArray(value) ? value : [value]
  return chosen.map((id) => choiceLabel(question, id, language)).join(', ')
}

function choiceLabel(question: Attribute, id: string, language: string): string {
  const choice = question.choices?.find((choice) => choice.id === id)
  return choice ? inLanguage(choice.label, language) : id
}

/** The chosen answers without their questions, at most two: „indirekt, Medium +1“. */
export function summaryOf(tag: Tag | undefined, answers: Answers, language: string): string {
  const words = (tag?.attributes ?? []).flatMap((question) => {
    const value = answers[question.id]
    if (question.kind !== 'one-of' && question.kind !== 'many-of') return []
    return (Array.isArray(value) ? value : value === undefined ? [] : [value]).map((id) =>
      choiceLabel(question, String(id), language),
    )
  })
  const more = words.length - 2
  return words.slice(0, 2).join(', ') + (more > 0 ? ` +${more}` : '')
}

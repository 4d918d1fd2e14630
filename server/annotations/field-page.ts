/** Questions of the codebook as the fields of a form. */
import { isAsked } from '../codebook/answers.ts'
import { type Answers, type Attribute, type AttributeValue, inLanguage } from '../codebook/codebook.ts'

interface Words {
  readonly yes: string
  readonly no: string
}

export interface Option {
  readonly value: string
  readonly label: string
  readonly classes?: string
  readonly isChosen: boolean
}

export interface Field {
  readonly name: string
  readonly label: string
  readonly isRequired: boolean
  /** `radio` and `checkbox` have options, the others a text. */
  readonly type: 'radio' | 'checkbox' | 'text'
  readonly options: readonly Option[]
  readonly text: string
}

/** The questions that are asked, given the answers so far. Fields are named by the prefix and the question's id. */
export function questionFields(
  questions: readonly Attribute[],
  answers: Answers,
  prefix: string,
  language: string,
  words: Words,
): Field[] {
  return questions
    .filter((question) => isAsked(question, answers))
    .map((question) => ({
      name: `${prefix}.${question.id}`,
      label: inLanguage(question.label, language),
      isRequired: question.required === true,
      type: question.kind === 'text' ? 'text' : question.kind === 'many-of' ? 'checkbox' : 'radio',
      options: optionsOf(question, answers[question.id], language, words),
      text: question.kind === 'text' ? String(answers[question.id] ?? '') : '',
    }))
}

function optionsOf(question: Attribute, value: AttributeValue | undefined, language: string, words: Words): Option[] {
  const given = (Array.isArray(value) ? value : [value]).map(String)
  return choicesOf(question, language, words).map(([id, label]) => ({ value: id, label, isChosen: given.includes(id) }))
}

function choicesOf(question: Attribute, language: string, words: Words): (readonly [string, string])[] {
  switch (question.kind) {
    case 'yes-no':
      return [
        ['true', words.yes],
        ['false', words.no],
      ]
    case 'scale': {
      const { min = 1, max = 5 } = question
      return Array.from({ length: max - min + 1 }, (_, step) => [String(min + step), String(min + step)] as const)
    }
    case 'text':
      return []
    default:
      return (question.choices ?? []).map(({ id, label }) => [id, inLanguage(label, language)] as const)
  }
}
